/// Something that falls due again and again: each year, half-year, quarter, month or week, on its last day or on a
/// named one.
package struct Recurrence: Hashable, Sendable {
    /// The period that comes again.
    package enum Unit: Sendable, CaseIterable { case year, half, quarter, month, week }

    /// Which day of each period.
    package enum Place: Hashable, Sendable {
        /// Its last day.
        case last
        /// A day of the month; `month` counts from 1 within the period (in a quarter 1 to 3). A day that the month
        /// lacks is its last.
        case day(Int, month: Int)
        /// A day of the week, for weeks.
        case weekday(Weekday)
        /// Several days of each year, such as 15/6 and 15/12.
        case days([DayOfYear])
    }

    /// A day and month without year.
    package struct DayOfYear: Hashable, Sendable {
        /// 1 to 31
        package let day: Int
        /// 1 to 12
        package let month: Int

        /// All of its parts.
        package init(day: Int, month: Int) {
            self.day = day
            self.month = month
        }

        /// That day of a year; 29/02 is 28/02 where there is none.
        func of(_ year: Int) -> Day { Day(known: year, month, min(day, Day.length(month, year))) }
    }

    /// How often.
    package let unit: Unit
    /// On which day of each period.
    package let place: Place

    /// All of its parts.
    package init(_ unit: Unit, on place: Place = .last) {
        self.unit = unit
        self.place = place
    }

    /// The due days of the years, in order; every week of them for a week.
    package func occurrences(in years: ClosedRange<Int>) -> [Day] { years.flatMap(occurrences(of:)) }

    /// The first due day that is not before `day`.
    package func first(onOrAfter day: Day) -> Day? { occurrences(in: day.year...day.year + 1).first { $0 >= day } }

    private func occurrences(of year: Int) -> [Day] {
        if case .days(let days) = place { return days.map { $0.of(year) }.sorted() }
        let months =
            switch unit {
            case .year: 12
            case .half: 6
            case .quarter: 3
            case .month: 1
            case .week: 0
            }
        guard months > 0 else { return weeks(of: year) }
        return stride(from: 1, through: 12, by: months).map { first in
            if case .day(let day, let month) = place {
                return DayOfYear(day: day, month: min(first + month - 1, 12)).of(year)
            }
            return .last(ofMonth: first + months - 1, year)
        }
    }

    private func weeks(of year: Int) -> [Day] {
        var weekday = Weekday.friday
        if case .weekday(let named) = place { weekday = named }
        let newYear = Day(known: year, 1, 1)
        let first = newYear.adding(days: (weekday.rawValue - newYear.weekday.rawValue + 7) % 7)
        return (0..<53).map { first.adding(days: $0 * 7) }.filter { $0.year == year }
    }
}
