import Paper

extension FindingRule {
    /// A body that has duties under its own heading in the text and leads nothing in the task table: one summarising
    /// finding, only where a document has both.
    static let agencyInTextNotInAnnex = FindingRule("agency-in-text-not-in-annex", .note) { review in
        let agencies = review.agencies
        guard agencies.inText.count > 1, !agencies.leadingInAnnex.isEmpty else { return [] }
        let alone = agencies.inText.filter { entry in
            !agencies.namedInAnnex.contains { AgenciesByPart.mayBeSame($0, entry.key) }
        }
        return review.oneHit(alone)
    }
}
