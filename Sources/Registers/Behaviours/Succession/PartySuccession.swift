/// Agreements of a unit that was merged or split: whose they are now has to be decided.
package struct PartySuccession: Behaviour {
    package static let name = "succession"

    /// The field with our side.
    package let party: Key?
    /// The field with the day of the decision, which the decision fills.
    package let decided: Key?

    package init(_ settings: BehaviourSettings) {
        let section = settings.section.section(Self.name, known: ["party", "decided"])
        party = section?.field("party", of: [.unit], in: settings.words.fields, isShown: true)
        decided = section?.field("decided", of: [.day], in: settings.words.fields, isShown: true)
        if let section, !section.has("party") { section.fault(nil, "missing", ["key": "party"]) }
    }
}
