package import Foundation

extension Day {
    /// Reads "2026-07-02".
    /// - Returns: `nil` where it is no such date.
    package init?(iso text: some StringProtocol) {
        // Digit by digit: a list reads thousands of these.
        var (year, month, day, length) = (0, 0, 0, 0)
        for byte in text.utf8 {
            let digit = Int(byte) - 0x30
            switch length {
            case 10...: return nil
            case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
            case _ where !(0...9).contains(digit): return nil
            case ..<4: year = year * 10 + digit
            case ..<7: month = month * 10 + digit
            default: day = day * 10 + digit
            }
            length += 1
        }
        guard length == 10 else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads "02/7/2026", "2-7-2026" or "02.07.2026", day first as always in Vietnamese.
    /// - Returns: `nil` where it is no such date.
    package init?(vietnamese text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
        guard parts.count == 3, parts[2].utf8.count == 4,
            let day = Self.natural(parts[0]), let month = Self.natural(parts[1]), let year = Self.natural(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// As official documents write it (Nghị định 30/2020/NĐ-CP, Phụ lục I): the day in two digits, a nought before
    /// January and February: "02/7/2026", "15/01/2027".
    package var vietnamese: String {
        let (day, month) = (day < 10 ? "0\(day)" : "\(day)", month < 3 ? "0\(month)" : "\(month)")
        return "\(day)/\(month)/\(year)"
    }

    /// Today in Hà Nội, UTC+7 all the year, whatever the zone of the machine.
    package static var today: Day { Day(at: Date()) }

    /// The day in Hà Nội (UTC+7, no summer time since 1975) at a moment.
    package init(at moment: Date) {
        self.init(number: Int(((moment.timeIntervalSince1970 + 7 * 3600) / 86_400).rounded(.down)))
    }

    private static func natural(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}
