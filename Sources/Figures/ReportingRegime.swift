package import WorkCalendar

/// A rule of which days a reporting period has. A record counts in every regime by its own day: nobody records it twice.
package struct ReportingRegime: Hashable, Sendable {
    /// Names it in addresses and commands.
    package let key: String
    /// The day of the month on which a period begins: 1, or of the month before that in which it begins.
    let cutoff: Int
    /// The rule that says so; the calendar has none.
    package let source: String?

    /// Periods of the calendar.
    package static let calendar = ReportingRegime(key: "calendar", cutoff: 1, source: nil)

    /// All that there are.
    package static let all = [
        calendar,
        // Day 15 of the month before, to day 14 of the last month.
        ReportingRegime(key: "nd-09-2019", cutoff: 15, source: "Nghị định 09/2019/NĐ-CP, Điều 12"),
        ReportingRegime(key: "qd-06-2020", cutoff: 15, source: "Quyết định 06/2020/QĐ-TTg, Điều 8"),
        ReportingRegime(key: "nd-58-2022", cutoff: 15, source: "Nghị định 58/2022/NĐ-CP"),
    ]

    /// The regime of a key.
    package static func named(_ key: String) -> ReportingRegime? { all.first { $0.key == key } }

    /// The days of a period: "năm 2026" of Nghị định 09 is 15/12/2025 to 14/12/2026. A day is itself.
    package func window(of period: PartialDate) -> Window {
        let days = period.window
        let before = days.first.adding(days: -1)
        guard cutoff > 1, period != .day(days.first),
            let first = Day(year: before.year, month: before.month, day: cutoff),
            let last = Day(year: days.last.year, month: days.last.month, day: cutoff - 1)
        else { return days }
        return Window(first, last)
    }
}

/// How long the parts of a window are that follow each other on a line.
package enum FigureStep: String, CaseIterable, Sendable {
    case month, quarter, year

    /// The part that a day is in.
    func period(of day: Day) -> PartialDate {
        switch self {
        case .month: .month(day.month, year: day.year)
        case .quarter: .quarter((day.month + 2) / 3, year: day.year)
        case .year: .year(day.year)
        }
    }
}

/// The days that figures are asked for: a period of a regime, or days of one's own.
package struct FigurePeriod: Hashable, Sendable {
    /// As it was asked, where it has a name: a year, a quarter, a month.
    package let period: PartialDate?
    /// By which rule the period has its days.
    package let regime: ReportingRegime
    /// The days.
    package let window: Window

    /// A period by the rule of a regime.
    package init(_ period: PartialDate, _ regime: ReportingRegime = .calendar) {
        self.period = period
        self.regime = regime
        window = regime.window(of: period)
    }

    /// Reads "2025", "2025-Q3", "quý III/2025", "tháng 11/2025", "2024-12-15..2025-12-14", "15/12/2024 - 14/12/2025".
    /// - Returns: `nil` where it is anything else.
    package init?(asked text: String, _ regime: ReportingRegime = .calendar) {
        if let period = PartialDate(asked: text) {
            self.init(period, regime)
            return
        }
        guard let window = Window(asked: text) else { return nil }
        self.init(days: window)
    }

    /// Days of one's own.
    private init(days: Window) {
        period = nil
        regime = .calendar
        window = days
    }

    /// The same a year before.
    package var yearBefore: Window { Window(window.first.adding(years: -1), window.last.adding(years: -1)) }

    /// The most parts that a line has.
    private static let most = 120

    /// Its parts in their order: of a period those that the regime makes of them, of other days as much of each as lies among them.
    package func parts(by step: FigureStep) -> [(period: PartialDate, window: Window)] {
        let days = period?.window ?? window
        var parts: [(PartialDate, Window)] = []
        var day = days.first
        while day <= days.last, parts.count < Self.most {
            let part = step.period(of: day)
            let own = period == nil ? part.window : regime.window(of: part)
            parts.append((part, Window(max(own.first, window.first), min(own.last, window.last))))
            day = part.lastDay.adding(days: 1)
        }
        return parts
    }
}
