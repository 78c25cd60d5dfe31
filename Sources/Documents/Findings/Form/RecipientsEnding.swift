import Paper

extension FindingRule {
    /// Each line of Nơi nhận ends with a semicolon, the last with a full stop (II.9; S8).
    static let recipientsEnding = FindingRule(
        "recipients-ending", .note, source: .decree30Form, needsExactText: true
    ) { review in
        guard !review.parts.isOfParty, let last = review.parts.recipients.last else { return [] }
        let open = review.parts.recipients.dropLast().filter { line in
            // A colon announces sub-items; a semicolon inside is what a second column left behind.
            line.lastSign != ":" && !line.text.utf8.contains(UInt8(ascii: ";"))
        }
        var hits: [Hit] = []
        if !open.isEmpty {
            hits.append(Hit(nil, ["count": "\(open.count)", "text": open[0].text.excerpt], at: open.map(\.place)))
        }
        if !last.text.utf8.contains(UInt8(ascii: ".")) {
            hits.append(Hit("last", ["text": last.text.excerpt], at: [last.place]))
        }
        return hits
    }
}
