import Vietnamese

extension DeadlineReader.Found {
    /// The deadline with a day that stands later in its sentence: "Hằng năm, … báo cáo trước ngày 15 tháng 11" is due
    /// each 15/11, "hằng tháng … trước ngày 20" each 20th; and "trước ngày 14/6 … và trước ngày 14/12" is half-yearly.
    /// - Returns: `nil` where the two stay apart.
    func refined(by next: Self, in tokens: Tokens, _ context: DeadlineContext) -> Self? {
        guard let part = next.yearless, let day = part.day,
            next.range.lowerBound < tokens.sentenceEnd(after: range.upperBound)
        else { return nil }
        let isBare = yearless == nil && strength == .period && deadline.from != nil
        let recurrence: Recurrence
        switch deadline.kind {
        case .yearly where isBare:
            guard let date = part.dayOfYear, part.month != nil else { return nil }
            recurrence = Recurrence(.year, on: .days([date]))
        case .quarterly where isBare && part.month == nil: recurrence = Recurrence(.quarter, on: .day(day, month: 3))
        case .monthly where isBare && part.month == nil: recurrence = Recurrence(.month, on: .day(day, month: 1))
        case .date:
            guard let first = yearless?.dayOfYear, let second = part.dayOfYear, first.month + 6 == second.month else {
                return nil
            }
            recurrence = Recurrence(.half, on: .days([first, second]))
        default: return nil
        }
        var refined = next
        refined.yearless = nil
        refined.strength = .day
        if deadline.kind == .date { refined.range = range.lowerBound..<next.range.upperBound }
        refined.deadline = Deadline(raw: tokens.quote(refined.range), recurring: recurrence, context)
        return refined
    }
}
