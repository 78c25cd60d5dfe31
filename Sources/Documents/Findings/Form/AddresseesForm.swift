import Paper

extension FindingRule {
    /// "Kính gửi" has a colon; two or more addressees stand on a line each, ending with semicolons, the last with a full
    /// stop; plans, decisions and directives address nobody (II.9; S9).
    static let addresseesForm = FindingRule(
        "addressees-form", .note, source: .decree30Form, needsExactText: true
    ) { review in
        let parts = review.parts
        guard let heading = parts.addresseesHeading, !parts.isOfParty else { return [] }
        var hits: [Hit] = []
        if !heading.text.utf8.contains(UInt8(ascii: ":")) {
            hits.append(Hit("colon", ["text": heading.text.excerpt], at: [heading.place]))
        }
        if [.plan, .decision, .directive, .resolution].contains(review.document.header.type) {
            hits.append(Hit("type", at: [heading.place]))
        }
        guard parts.addressees.count > 1, let last = parts.addressees.last else { return hits }
        let open = parts.addressees.dropLast().filter { $0.lastSign != ";" && $0.lastSign != ":" }
        if !open.isEmpty {
            hits.append(Hit("semicolon", ["text": open[0].text.excerpt], at: open.map(\.place)))
        }
        if last.lastSign != "." { hits.append(Hit("last", ["text": last.text.excerpt], at: [last.place])) }
        return hits
    }
}
