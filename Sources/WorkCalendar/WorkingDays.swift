// Working days of state offices: Monday to Friday without the days off of Data/holidays.yaml, and the Saturdays worked
// in exchange. Beyond the years of that file only weekends are known.
extension Day {
    /// What breaks the ordinary week on this day.
    package var holiday: Holiday? { Holiday.byNumber[number] }

    /// Whether offices work.
    package var isWorkingDay: Bool {
        switch holiday?.kind {
        case .off: false
        case .work: true
        case nil: !weekday.isWeekend
        }
    }

    /// Whether the holidays of the year are known.
    package var hasKnownHolidays: Bool { (2024...2027).contains(year) }

    /// The working day `workingDays` after this day, which itself is not counted (Bộ luật Dân sự 2015, Điều 147: the
    /// first day of a time limit is the one after the event); negative counts back. Zero gives the day itself.
    package func adding(workingDays: Int) -> Day {
        var day = self
        var left = abs(workingDays)
        while left > 0 {
            day = day.adding(days: workingDays > 0 ? 1 : -1)
            if day.isWorkingDay { left -= 1 }
        }
        return day
    }

    /// This day if offices work, else the next one that they do: where a time limit ends on a day off, it ends with the
    /// next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5).
    package var orNextWorkingDay: Day { isWorkingDay ? self : adding(workingDays: 1) }
}

extension Window {
    /// How many working days lie in it, borders included.
    package var workingDays: Int { (first.number...last.number).lazy.filter { Day(number: $0).isWorkingDay }.count }

    /// The days in it whose rest is announced nowhere that was seen, so that a count over them is told to be uncertain.
    package var unverifiedHolidays: [Holiday] { Holiday.all.filter { !$0.isVerified && contains($0.day) } }
}
