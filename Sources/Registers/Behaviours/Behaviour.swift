/// Something that a register does beyond keeping records, switched on in its definition by name. Each is a type in a file of its own:
/// its settings, and the check that they fit the register. What it does when records change, or as days pass, stands beside it.
package protocol Behaviour: Hashable, Sendable {
    /// The key of its settings under `behaviours`.
    static var name: String { get }

    /// Reads its settings; what does not fit the register is noted as a fault.
    init(_ settings: BehaviourSettings)
}

/// The settings of a behaviour in a definition's file, and the fields, lines and states that they can name.
package struct BehaviourSettings {
    /// The mapping `behaviours`, in which the settings stand under the behaviour's name.
    let section: Section
    let words: Vocabulary
}

/// The catalogue of behaviours: one line each.
package enum Behaviours {
    /// All that a definition can switch on.
    package static let all: [any Behaviour.Type] = [
        Clocks.self,
        Expiry.self,
        AuthorityRouter.self,
        MoneyFlow.self,
        PlanAgainstActual.self,
        Confidential.self,
        Survey.self,
        PartySuccession.self,
        FollowUp.self,
        Consent.self,
        Duplicates.self,
    ]

    /// Those that a definition switches on.
    static func read(_ section: Section, _ words: Vocabulary) -> [any Behaviour] {
        guard let section = section.section("behaviours", known: all.map { $0.name }) else { return [] }
        return all.filter { section.has($0.name) }.map { $0.init(BehaviourSettings(section: section, words: words)) }
    }
}
