package import WorkCalendar

extension PartialDate {
    /// Reads "2026", "2026-H1", "2026-Q4", "2026-07" or "2026-07-02": as a column, a file and a program write it.
    /// - Returns: `nil` where it is none of these.
    package init?(iso text: some StringProtocol) {
        if let day = Day(iso: text) {
            self = .day(day)
            return
        }
        guard let match = String(text).wholeMatch(of: /([0-9]{4})(?:-(?:(H)([12])|(Q)([1-4])|(0[1-9]|1[0-2])))?/),
            let year = Int(match.1), year > 0
        else { return nil }
        if let half = match.3.flatMap({ Int($0) }) {
            self = .half(half, year: year)
        } else if let quarter = match.5.flatMap({ Int($0) }) {
            self = .quarter(quarter, year: year)
        } else if let month = match.6.flatMap({ Int($0) }) {
            self = .month(month, year: year)
        } else {
            self = .year(year)
        }
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
