import Paper

extension FindingRule {
    /// A section with a Roman numeral has a title (T2), in capitals as all its sisters (III, mẫu 1.4).
    static let sectionHeading = FindingRule(
        "section-heading", .note, source: .decree30Form, needsExactText: true
    ) { review in
        guard !review.parts.isOfParty else { return [] }
        // Annexes have a life of their own.
        let end = review.parts.recipientsHeading?.place.line ?? Int.max
        let headings = review.parts.lines.filter { line in
            guard line.place.line < end else { return false }
            if case .roman = NumberLabel(line.text)?.kind { return true }
            return false
        }
        let titled = headings.filter { !$0.text.afterLabel.isEmpty }
        let untitled = headings.filter { $0.text.afterLabel.isEmpty }
        var hits = untitled.filter { review.parts.line(after: $0)?.isInCapitals != true }.map {
            Hit("untitled", ["text": $0.text], at: [$0.place])
        }
        let isMixed = titled.contains(where: \.isInCapitals)
        let small = titled.filter {
            !$0.isInCapitals && $0.text.utf8.count < 160 && !".;:,".unicodeScalars.contains($0.lastSign ?? ".")
        }
        if isMixed && !small.isEmpty {
            hits.append(Hit("capitals", ["text": small[0].text.excerpt], at: small.map(\.place)))
        }
        return hits
    }
}

extension String {
    /// What stands after "III.".
    fileprivate var afterLabel: Substring { drop { !$0.isWhitespace }.drop { $0.isWhitespace } }
}
