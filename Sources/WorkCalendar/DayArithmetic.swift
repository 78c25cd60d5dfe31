// Days as numbers, after the well-known civil-calendar algorithm (eras of 400 years, years that begin on 1 March).
extension Day {
    /// For days computed to be right; nothing is checked.
    init(known year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Days since 1 January 1970 (which is 0).
    package var number: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day that many days after 1 January 1970.
    package init(number: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        let day = dayOfYear - (153 * march + 2) / 5 + 1
        self.init(known: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day `days` later, or earlier where negative.
    package func adding(days: Int) -> Day { Day(number: number + days) }

    /// The same day `months` later; the last of that month where it has no such day (31/01 and one month give 28/02).
    package func adding(months: Int) -> Day {
        let index = year * 12 + month - 1 + months
        let (year, month) = (index.floored(by: 12), index - index.floored(by: 12) * 12 + 1)
        return Day(known: year, month, min(day, Day.length(month, year)))
    }

    /// The same day `years` later; 29/02 becomes 28/02.
    package func adding(years: Int) -> Day { adding(months: years * 12) }

    /// Whole days from `other` to this day; negative where this one is earlier.
    package func days(since other: Day) -> Int { number - other.number }

    /// The day of the week.
    package var weekday: Weekday {
        let index = (number + 3) - (number + 3).floored(by: 7) * 7
        return Weekday(rawValue: index + 1) ?? .monday
    }

    /// The last day of the month.
    package static func last(ofMonth month: Int, _ year: Int) -> Day { Day(known: year, month, length(month, year)) }
}

/// Days of the week as offices count them: thứ Hai is the first.
package enum Weekday: Int, Sendable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    /// Saturday or Sunday, the weekly rest of state offices (Quyết định 188/1999/QĐ-TTg: a week of 40 hours, five days).
    package var isWeekend: Bool { self == .saturday || self == .sunday }
}

extension Int {
    /// Division rounded down, for negative numbers too.
    fileprivate func floored(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
    }
}
