import Foundation

/// All values other than names that occur, each with a number, and how many people have each.
struct ValueTable: Sendable {
    private var numbers: [UInt64: Int32] = [:]
    private(set) var counts: [Float] = [0]
    private var kinds: [UInt8] = [0]
    /// How many values of each kind there are: of people with an e-mail address, with a commune.
    private var kindTotals = [Float](repeating: 0, count: 16)

    /// 0 for the token 0, which is none; -1 for one that never occurred.
    func number(_ token: UInt64) -> Int32 { token == 0 ? 0 : numbers[token] ?? -1 }

    mutating func enter(_ token: UInt64, _ kind: Blinding.Kind) -> Int32 {
        guard token != 0 else { return 0 }
        if let number = numbers[token] { return number }
        let number = Int32(counts.count)
        numbers[token] = number
        counts.append(0)
        kinds.append(kind.rawValue)
        return number
    }

    mutating func count(_ number: Int32, _ amount: Float) {
        guard number > 0 else { return }
        counts[Int(number)] += amount
        kindTotals[Int(kinds[Int(number)])] += amount
    }

    /// The logarithm (base 2) of the chance that another person has each value too, by its number.
    var logShares: [Float] {
        counts.indices.map { at in
            let total = kindTotals[Int(kinds[at])]
            // Who has the value does not count; but nothing is rarer than half a person.
            return log2(max(0.5, counts[at] - 1) / max(2, total))
        }
    }
}
