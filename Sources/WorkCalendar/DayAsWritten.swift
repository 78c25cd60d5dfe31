package import Vietnamese

extension Day {
    /// The day that a date in words or figures names; `nil` where a part of it is blank or the calendar has no such day.
    package init?(_ written: WrittenDate) {
        guard let day = written.day, let month = written.month, let year = written.year else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
