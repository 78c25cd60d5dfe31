import Paper

extension FindingRule {
    /// An annex to which the text does not point (III.1; T4).
    static let annexNotReferred = FindingRule(
        "annex-not-referred", .warning, source: .decree30Form, needsExactText: true
    ) { review in
        let annexes = review.annexes
        // A file may hold the annexes alone.
        guard !review.parts.isOfParty, review.parts.recipientsHeading != nil else { return [] }
        if annexes.references.contains(where: { $0.number == nil }) { return [] }
        let known = Set(annexes.references.map(\.number))
        return annexes.headings.compactMap { heading in
            if known.contains(heading.number) { return nil }
            if heading.number == nil && (annexes.speaksOfAttachment || !known.isEmpty) { return nil }
            return heading.number == nil
                ? Hit("only", at: [heading.place]) : Hit(nil, ["annex": heading.label], at: [heading.place])
        }
    }
}
