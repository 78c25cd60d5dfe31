extension FindingRule {
    /// Rows of a task table that name no product, where other rows do.
    static let assignmentWithoutDeliverable = FindingRule("assignment-without-deliverable", .note) { review in
        review.incompleteRows { $0.deliverable?.isEmpty == false }
    }
}
