import Foundation

/// Random numbers that are the same on every run (SplitMix64), so that what a test finds can be found again.
package struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    package init(_ seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `limit`; 0 where there is none.
    package mutating func next(below limit: Int) -> Int { limit > 0 ? Int.random(in: 0..<limit, using: &self) : 0 }

    /// The bytes with some changed and perhaps the end cut off, as a hostile or broken sender would have them.
    package mutating func mutated(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0...next(below: 6) { bytes[next(below: bytes.count)] = UInt8(next(below: 256)) }
        if next(below: 4) == 0 { bytes.removeLast(next(below: bytes.count)) }
        return bytes
    }
}

/// How many mutated files of a format a test reads: NHIPCAU_FUZZ, else `usual`.
package func mutationCount(usual: Int) -> Int {
    ProcessInfo.processInfo.environment["NHIPCAU_FUZZ"].flatMap(Int.init) ?? usual
}
