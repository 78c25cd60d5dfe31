/// The day on which something ends, warned of ahead, and its renewals.
package struct Expiry: Behaviour {
    package static let name = "expiry"

    /// The field with the last day.
    package let day: Key?
    /// How many days ahead it is warned of.
    package let ahead: [Int]
    /// Lines whose own day is a new last day.
    package let renewals: Key?

    package init(_ settings: BehaviourSettings) {
        let section = settings.section.section(Self.name, known: ["day", "ahead", "renewals"])
        day = section?.field("day", of: Kind.dated, in: settings.words.fields, isShown: true)
        ahead = section?.wholes("ahead") ?? []
        let lines = section?.lines("renewals", in: settings.words.lines)
        renewals = lines?.key
        if let section, !section.has("day") { section.fault(nil, "missing", ["key": "day"]) }
        if let lines, lines.day == nil { section?.fault("renewals", "lines-day", ["lines": lines.key.text]) }
    }
}
