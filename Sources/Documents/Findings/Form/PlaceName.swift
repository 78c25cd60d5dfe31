import Paper
import Vietnamese

extension FindingRule {
    /// The place is the official name of the unit where the body sits, not abbreviated (II.4; S6).
    static let placeName = FindingRule("place-name", .note, source: .decree30Form, needsExactText: true) { review in
        guard let line = review.parts.date, !review.parts.isOfParty else { return [] }
        let tokens = Tokens(line.text)
        guard let day = tokens.list.firstIndex(where: { $0.folded == "ngay" }), day > 0 else { return [] }
        let short: Set<String> = ["tp", "tphcm", "hcm", "hn", "tx", "tt", "q", "p"]
        guard tokens.list[..<day].contains(where: { short.contains($0.folded) && $0.isCapitalised }) else { return [] }
        return [Hit(nil, ["text": String(tokens[0..<day])], at: [line.place])]
    }
}
