/// Records that are read for a purpose only, every look of them written down, and small numbers hidden.
package struct Confidential: Behaviour {
    package static let name = "confidential"

    /// For what they may be read.
    package let purposes: [Choice]
    /// Public numbers below this are not told.
    package let suppressBelow: Int

    package init(_ settings: BehaviourSettings) {
        let section = settings.section.section(Self.name, known: ["purposes", "suppress-below"])
        purposes = section?.choices("purposes", settings.words.shared).choices ?? []
        suppressBelow = section?.whole("suppress-below") ?? 5
        if let section, !section.has("purposes") { section.fault(nil, "missing", ["key": "purposes"]) }
    }
}
