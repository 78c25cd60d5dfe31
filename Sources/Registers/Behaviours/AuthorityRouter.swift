/// Who may permit: found by the rules of a table of routes.
package struct AuthorityRouter: Behaviour {
    package static let name = "router"

    /// The table: `routes/permit.yaml`.
    package let route: Key?

    package init(_ settings: BehaviourSettings) {
        let section = settings.section
        let text = section.text(Self.name) ?? ""
        route = Key(text).flatMap { settings.words.shared.routes.contains($0) ? $0 : nil }
        if route == nil {
            section.fault(
                Self.name, "unknown-route",
                ["route": text, "known": nearest(to: text, settings.words.shared.routes.map(\.text).sorted())])
        }
    }
}
