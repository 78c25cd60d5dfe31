import TestSupport

/// Texts nobody would write, the same ones on every run: letters of all kinds, loose marks, spaces, digits, signs.
enum RandomTexts {
    static let all: [String] = (0..<300).map { seed in
        var generator = SeededNumbers(UInt64(seed))
        let pools: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x41...0x7A, 0x30...0x39, 0xA0...0x24F, 0x1E00...0x1EFF, 0x300...0x36F, 0x2000...0x2070,
            0x0...0x20, 0x370...0x5FF, 0x3000...0x30FF, 0xFE00...0xFFFF, 0x1F300...0x1F600,
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...80, using: &generator) {
            let pool = pools[Int.random(in: 0..<pools.count, using: &generator)]
            if let scalar = Unicode.Scalar(UInt32.random(in: pool, using: &generator)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
