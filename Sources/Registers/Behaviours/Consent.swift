/// What the person agreed to: private fields are used for the purposes consented to, and for no other.
package struct Consent: Behaviour {
    package static let name = "consent"

    /// For what consent can be given.
    package let purposes: [Choice]

    package init(_ settings: BehaviourSettings) {
        let section = settings.section.section(Self.name, known: ["purposes"])
        purposes = section?.choices("purposes", settings.words.shared).choices ?? []
        if let section, !section.has("purposes") { section.fault(nil, "missing", ["key": "purposes"]) }
    }
}
