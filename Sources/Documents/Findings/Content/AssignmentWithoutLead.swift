extension FindingRule {
    /// Rows of a task table that name no leading body, where other rows do.
    static let assignmentWithoutLead = FindingRule("assignment-without-lead", .warning) { review in
        review.incompleteRows { !$0.lead.isEmpty }
    }
}
