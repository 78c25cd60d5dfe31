import WorkCalendar

extension FindingRule {
    /// Rows of a task table that set no time, where other rows do.
    static let assignmentWithoutDeadline = FindingRule("assignment-without-deadline", .note) { review in
        review.incompleteRows { $0.deadline.kind != .none || $0.deadline.raw?.isEmpty == false }
    }
}
