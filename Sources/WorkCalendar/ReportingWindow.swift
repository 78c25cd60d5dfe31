/// How the days that a report covers are counted.
package enum WindowRule: Sendable, CaseIterable {
    /// The month, quarter, half-year or year of the calendar.
    case calendar
    /// The cut-off of Nghị định 09/2019/NĐ-CP, Điều 12, for periodic reports: from the 15th of the month before to the
    /// 14th of the last month, so a year runs from 15/12 to 14/12.
    case decree09
}

extension Recurrence.Unit {
    /// The period of this length to which a day is reported. Weeks have no name, so a week gives its day.
    package func period(containing day: Day, _ rule: WindowRule = .calendar) -> PartialDate {
        // From the 15th on, a day belongs to the report of the month after.
        let day = rule == .decree09 && day.day > 14 ? Day(known: day.year, day.month, 1).adding(months: 1) : day
        return switch self {
        case .year: .year(day.year)
        case .half: .half((day.month - 1) / 6 + 1, year: day.year)
        case .quarter: .quarter((day.month - 1) / 3 + 1, year: day.year)
        case .month: .month(day.month, year: day.year)
        case .week: .day(day)
        }
    }
}

extension PartialDate {
    /// The days that a report for it covers. A day is itself under any rule.
    package func window(_ rule: WindowRule) -> Window {
        if case .day = self { return window }
        guard rule == .decree09 else { return window }
        let before = window.first.adding(months: -1)
        return Window(Day(known: before.year, before.month, 15), Day(known: window.last.year, window.last.month, 14))
    }

    /// The one of its sort right after: after Quý IV/2026 comes Quý I/2027.
    package var next: PartialDate { beside(window.last.adding(days: 1)) }
    /// The one of its sort right before.
    package var previous: PartialDate { beside(window.first.adding(days: -1)) }

    private func beside(_ day: Day) -> PartialDate {
        switch self {
        case .day: .day(day)
        case .month: Recurrence.Unit.month.period(containing: day)
        case .quarter: Recurrence.Unit.quarter.period(containing: day)
        case .half: Recurrence.Unit.half.period(containing: day)
        case .year: .year(day.year)
        }
    }
}

extension Window {
    /// As many days right after it.
    package var next: Window { Window(last.adding(days: 1), last.adding(days: length)) }
    /// As many days right before it.
    package var previous: Window { Window(first.adding(days: -length), first.adding(days: -1)) }
}
