import Paper

extension FindingRule {
    /// The text ends with "./.": every sample of the decree shows it, no article says so (S10).
    static let endMark = FindingRule("end-mark", .note, source: .decree30Form, needsExactText: true) { review in
        let parts = review.parts
        guard let recipients = parts.recipientsHeading, !parts.isOfParty else { return [] }
        let text = parts.lines.filter { $0.place.line < recipients.place.line }
        guard text.count > 5, let last = text.last else { return [] }
        let hasMark = parts.lines.contains { line in
            let end = Array(line.text.utf8.suffix(6)).filter { $0 != 0x20 }
            return end.suffix(2).elementsEqual("/.".utf8)
        }
        return hasMark ? [] : [Hit(at: [last.place])]
    }
}
