import Paper

extension FindingRule {
    /// A body that leads rows of the task table and has no heading in the text, where other bodies have one.
    static let agencyInAnnexNotInText = FindingRule("agency-in-annex-not-in-text", .note) { review in
        let agencies = review.agencies
        guard agencies.inText.count > 1, !agencies.leadingInAnnex.isEmpty else { return [] }
        let headings = review.document.assignments.filter { $0.part == .body }.map(\.lead).joined().map(\.agencyKey)
        let known = Set(headings)
        let alone = agencies.leadingInAnnex.filter { entry in
            !known.contains { AgenciesByPart.mayBeSame($0, entry.key) }
        }
        return review.oneHit(alone)
    }
}
