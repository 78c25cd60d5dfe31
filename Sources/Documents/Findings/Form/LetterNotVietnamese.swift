import Paper

extension FindingRule {
    /// Points are lettered in Vietnamese: f, j, w, z do not exist (II.6; T1).
    static let letterNotVietnamese = FindingRule(
        "letter-not-vietnamese", .warning, source: .decree30Form, needsExactText: true
    ) { review in
        review.parts.lines.compactMap { line in
            guard let label = NumberLabel(line.text), label.kind == .letter, label.value == 0 else { return nil }
            return Hit(nil, ["letter": label.text], at: [line.place])
        }
    }
}
