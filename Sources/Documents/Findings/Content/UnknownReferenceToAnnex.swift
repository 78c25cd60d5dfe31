import Paper

extension FindingRule {
    /// The text points to an annex that is not there.
    static let unknownReferenceToAnnex = FindingRule("unknown-reference-to-annex", .warning, needsExactText: true) {
        review in
        let annexes = review.annexes
        guard let first = annexes.references.first else { return [] }
        if annexes.headings.isEmpty {
            // The annex may be a file of its own.
            if annexes.hasOtherAttachment || review.document.assignments.contains(where: { $0.part == .annex }) {
                return []
            }
            return [Hit("none", at: [first.place], severity: .note)]
        }
        // One annex without a number answers to every name.
        if annexes.headings.contains(where: { $0.number == nil }) { return [] }
        let known = Set(annexes.headings.map(\.number))
        var seen: Set<Int?> = [nil]
        return annexes.references.compactMap { reference in
            guard !known.contains(reference.number), seen.insert(reference.number).inserted else { return nil }
            return Hit(nil, ["annex": reference.label], at: [reference.place])
        }
    }
}
