/// Money that was committed, and what of it was paid, line by line.
package struct MoneyFlow: Behaviour {
    package static let name = "money"

    /// The field with what was committed; of lines, where they are named.
    package let commitments: Key?
    /// The lines of payments, with their own day and one field of money.
    package let disbursements: Key?

    package init(_ settings: BehaviourSettings) {
        let section = settings.section.section(Self.name, known: ["commitments", "disbursements"])
        commitments = section?.field("commitments", of: [.money], in: settings.words.fields, isShown: true)
        let lines = section?.lines("disbursements", in: settings.words.lines)
        disbursements = lines?.key
        guard let section else { return }
        for key in ["commitments", "disbursements"] where !section.has(key) {
            section.fault(nil, "missing", ["key": key])
        }
        if let lines {
            if lines.day == nil { section.fault("disbursements", "lines-day", ["lines": lines.key.text]) }
            if !lines.fields.contains(where: { $0.kind == .money }) {
                section.fault("disbursements", "lines-money", ["lines": lines.key.text])
            }
        }
    }
}
