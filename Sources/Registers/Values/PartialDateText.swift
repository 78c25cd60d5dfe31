package import WorkCalendar

extension PartialDate {
    /// Reads "2026", "2026-H1", "2026-Q4", "2026-07" or "2026-07-02": as a column, a file and a program write it.
    /// - Returns: `nil` where it is none of these.
    package init?(iso text: some StringProtocol) {
        if let day = Day(iso: text) {
            self = .day(day)
            return
        }
        // Sign by sign, as a list reads thousands of these: four digits, and what follows a hyphen.
        let signs = Array(text.utf8)
        guard signs.count == 4 || signs.count == 7 && signs[4] == UInt8(ascii: "-"),
            let year = Self.number(signs[..<4]), year > 0
        else { return nil }
        guard signs.count == 7 else {
            self = .year(year)
            return
        }
        switch (signs[5], Self.number(signs[6...])) {
        case (UInt8(ascii: "H"), let half?) where (1...2).contains(half): self = .half(half, year: year)
        case (UInt8(ascii: "Q"), let quarter?) where (1...4).contains(quarter): self = .quarter(quarter, year: year)
        default:
            guard let month = Self.number(signs[5...]), (1...12).contains(month) else { return nil }
            self = .month(month, year: year)
        }
    }

    /// `nil` where one of the signs is no digit.
    private static func number(_ signs: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for sign in signs {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(sign) else { return nil }
            number = number * 10 + Int(sign - UInt8(ascii: "0"))
        }
        return number
    }

    /// As ``init(iso:)`` reads it.
    package var iso: String {
        let day = firstDay.description
        return switch self {
        case .day: day
        case .month: String(day.prefix(7))
        case .quarter(let quarter, _): "\(day.prefix(4))-Q\(quarter)"
        case .half(let half, _): "\(day.prefix(4))-H\(half)"
        case .year: String(day.prefix(4))
        }
    }
}
