import TestSupport

extension [UInt8] {
    /// The bytes damaged in one to four places: flipped bits, wrong bytes, cut off, a piece doubled, dropped, moved in from
    /// elsewhere, a number made huge.
    func mutated(_ random: inout SeededNumbers) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...4, using: &random) where bytes.count > 8 {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            let length = Swift.min(Int.random(in: 1...64, using: &random), bytes.count - at)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.removeLast(bytes.count - at)
            case 3: bytes.insert(contentsOf: bytes[at..<(at + length)], at: at)
            case 4: bytes.removeSubrange(at..<(at + length))
            case 5:
                let from = Int.random(in: 0..<bytes.count, using: &random)
                let piece = Array(bytes[from..<Swift.min(from + length, bytes.count)])
                bytes.replaceSubrange(at..<(at + length), with: piece)
            case 6:
                guard let digit = bytes[at...].firstIndex(where: { (0x30...0x39).contains($0) }) else { break }
                let numbers = ["99999999999999999999", "-1", "0", "2147483648", "65536", "1e308", "NaN"]
                bytes.replaceSubrange(
                    digit...digit, with: Array(numbers.randomElement(using: &random)?.utf8 ?? "".utf8))
            default:
                let pieces = [
                    "<", ">", "&", "\"", "&#0;", "]]>", "<!--", "<w:p>", "</w:p>", "<td>", "\u{300}", "<![if x]>",
                ]
                bytes.insert(contentsOf: Array(pieces.randomElement(using: &random)?.utf8 ?? "".utf8), at: at)
            }
        }
        return bytes
    }
}
