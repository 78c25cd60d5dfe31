extension Day {
    /// The working day `workingDays` later: Saturdays and Sundays do not count (public holidays are not known yet).
    package func adding(workingDays: Int) -> Day {
        var day = self
        var left = workingDays
        while left > 0 {
            day = day.adding(days: 1)
            if !day.weekday.isWeekend { left -= 1 }
        }
        return day
    }
}
