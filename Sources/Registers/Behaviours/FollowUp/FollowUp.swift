/// What came out of a record can become an assignment of a unit.
package struct FollowUp: Behaviour {
    package static let name = "follow-up"

    /// The lines of which each can; the record itself where none are named.
    package let lines: Key?

    package init(_ settings: BehaviourSettings) {
        let section = settings.section.section(Self.name, known: ["lines"])
        lines = section?.lines("lines", in: settings.words.lines)?.key
    }
}
