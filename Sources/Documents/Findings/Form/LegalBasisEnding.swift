import Paper

extension FindingRule {
    /// Each line of the legal bases ends with a semicolon, the last before the enacting word with a full stop (II.6; S7).
    static let legalBasisEnding = FindingRule(
        "legal-basis-ending", .warning, source: .decree30Form, needsExactText: true
    ) { review in
        guard !review.parts.isOfParty else { return [] }
        let lines = review.parts.lines
        guard let first = lines.firstIndex(where: { $0.opening.hasPrefix("can cu ") }) else { return [] }
        // Bases stand before anything is numbered.
        guard !lines[..<first].contains(where: { NumberLabel($0.text) != nil }) else { return [] }
        let run = lines[first...].prefix { line in
            ["can cu ", "theo de nghi ", "xet ", "thuc hien "].contains { line.opening.hasPrefix($0) }
        }
        var hits = run.dropLast().compactMap { line -> Hit? in
            guard let sign = line.lastSign, sign != ";", sign != ":" else { return nil }
            return Hit(nil, ["text": line.text.excerpt], at: [line.place])
        }
        if let last = run.last, last.lastSign == ";" || last.lastSign == ",", run.endIndex < lines.endIndex,
            ["quyet dinh", "quyet nghi", "nghi quyet"].contains(where: { lines[run.endIndex].opening.hasPrefix($0) })
        {
            hits.append(Hit("last", ["text": last.text.excerpt], at: [last.place], severity: .note))
        }
        return hits
    }
}
