/// What was planned beside what came of it, field by field.
package struct PlanAgainstActual: Behaviour {
    package static let name = "plan-against-actual"

    /// Two fields that say the same, before and after.
    package struct Pair: Hashable, Sendable {
        /// What is compared: "people", "day".
        package let name: String
        /// As planned.
        package let planned: Key
        /// As it was.
        package let actual: Key
    }

    /// In the order of the file.
    package let pairs: [Pair]

    package init(_ settings: BehaviourSettings) {
        guard let section = settings.section.section(Self.name, known: ["plan", "actual"]),
            let plan = section.section("plan", known: nil),
            let actual = section.section("actual", known: plan.keys)
        else {
            pairs = []
            settings.section.fault(Self.name, "missing", ["key": "plan, actual"])
            return
        }
        let fields = settings.words.fields
        pairs = plan.keys.compactMap { name in
            if !actual.has(name) { actual.fault(nil, "missing", ["key": name]) }
            guard let planned = plan.field(name, in: fields, isShown: true) else { return nil }
            let kind = fields.first { $0.key == planned }?.kind
            // A month may be planned where a day comes of it.
            let kinds = kind.map {
                Kind.dated.contains($0) ? Kind.dated : Kind.numbers.contains($0) ? Kind.numbers : [$0]
            }
            return actual.field(name, of: kinds, in: fields, isShown: true).map {
                Pair(name: name, planned: planned, actual: $0)
            }
        }
    }
}
