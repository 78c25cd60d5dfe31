/// Money that was committed, and what of it was paid, line by line.
package struct MoneyFlow: Behaviour {
    package static let name = "money"

    /// Where it stands what was committed: a field of the record, or lines like those of the payments.
    package enum Commitments: Hashable, Sendable { case field(Key), lines(Key) }

    /// What was committed.
    package let commitments: Commitments?
    /// The lines of payments, with their own day and a field of money.
    package let disbursements: Key?

    package init(_ settings: BehaviourSettings) {
        let section = settings.section.section(Self.name, known: ["commitments", "disbursements"])
        let words = settings.words
        let isLines = words.lines.contains { $0.key.text == section?.text("commitments") }
        commitments =
            isLines
            ? section?.moneyLines("commitments", in: words.lines).map(Commitments.lines)
            : section?.field("commitments", of: [.money], in: words.fields, isShown: true).map(Commitments.field)
        disbursements = section?.moneyLines("disbursements", in: words.lines)
        guard let section else { return }
        for key in ["commitments", "disbursements"] where !section.has(key) {
            section.fault(nil, "missing", ["key": key])
        }
    }
}

extension Section {
    /// Lines with their own day and a field of money.
    fileprivate func moneyLines(_ key: String, in known: [Lines]) -> Key? {
        guard let lines = lines(key, in: known) else { return nil }
        if lines.day == nil { fault(key, "lines-day", ["lines": lines.key.text]) }
        if !lines.fields.contains(where: { $0.kind == .money }) {
            fault(key, "lines-money", ["lines": lines.key.text])
        }
        return lines.key
    }
}
