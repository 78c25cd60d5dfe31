package import WorkCalendar

/// Periods as tables keep them: "2026", "2026-H1", "2026-Q4", "2026-11", "2026-11-30".
extension PartialDate {
    /// Its key.
    package var key: String {
        switch self {
        case .day(let day): day.description
        case .month(let month, let year): "\(year)-\(month < 10 ? "0" : "")\(month)"
        case .quarter(let quarter, let year): "\(year)-Q\(quarter)"
        case .half(let half, let year): "\(year)-H\(half)"
        case .year(let year): String(year)
        }
    }

    /// Reads what ``key`` writes.
    /// - Returns: `nil` where it is anything else, such as the empty key of what comes once.
    package init?(key: String) {
        if let day = Day(iso: key) {
            self = .day(day)
            return
        }
        let parts = key.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, first.utf8.count == 4, let year = Int(first) else {
            return nil
        }
        guard let part = parts.dropFirst().first else {
            self = .year(year)
            return
        }
        guard let number = Int(part.drop { $0 == "Q" || $0 == "H" }) else { return nil }
        let period: PartialDate =
            switch part.first {
            case "Q": .quarter(number, year: year)
            case "H": .half(number, year: year)
            default: .month(number, year: year)
            }
        let most = part.first == "Q" ? 4 : part.first == "H" ? 2 : 12
        guard (1...most).contains(number), period.key == key else { return nil }
        self = period
    }
}
