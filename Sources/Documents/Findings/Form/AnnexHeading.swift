import Paper

extension FindingRule {
    /// "Phụ lục I" in sentence case on a line of its own, its title in capitals below; Roman numerals where there are
    /// several (III.1; T4).
    static let annexHeading = FindingRule(
        "annex-heading", .warning, source: .decree30Form, needsExactText: true
    ) { review in
        guard !review.parts.isOfParty else { return [] }
        let headings = review.parts.annexHeadings
        let capitals = headings.filter { $0.text.hasPrefix("PHỤ LỤC") }
        var hits = capitals.map { Hit("capitals", ["text": $0.text.excerpt], at: [$0.place]) }
        let arabic = headings.filter { line in
            line.text.split(separator: " ").dropFirst(2).first?.first?.isNumber == true
        }
        if headings.count > 1 && !arabic.isEmpty {
            hits.append(Hit("arabic", ["text": arabic[0].text.excerpt], at: arabic.map(\.place), severity: .note))
        }
        return hits
    }
}
