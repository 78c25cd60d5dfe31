/// Who may permit: found by the rules of a table of routes.
package struct AuthorityRouter: Behaviour {
    package static let name = "router"

    /// The table: `routes/permit.yaml`; `nil` where it could not be read, which is a fault.
    package let table: RouteTable?

    package init(_ settings: BehaviourSettings) {
        let section = settings.section
        let text = section.text(Self.name) ?? ""
        let routes = settings.words.shared.routes
        guard let key = Key(text), let file = routes[key] else {
            table = nil
            section.fault(
                Self.name, "unknown-route",
                ["route": text, "known": nearest(to: text, routes.keys.map(\.text).sorted())])
            return
        }
        table = RouteTable(file, settings.words, section.faults)
    }
}

/// A table of routes: the first rule whose conditions all hold for a record decides.
package struct RouteTable: Hashable, Sendable {
    /// Its key.
    package let key: Key
    /// What it is called.
    package let names: Names
    /// The law behind it.
    package let source: String?
    /// The field of the record that says who permits, as it was recorded.
    package let writes: Key
    /// Who can permit.
    package let outcomes: [Outcome]
    /// In their order; the last holds for every record.
    package let rules: [Rule]

    /// Somebody who permits.
    package struct Outcome: Hashable, Sendable {
        /// One of the choices of the field that is written.
        package let key: Key
        /// What it is called.
        package let names: Names
        /// How many days before the record's own day the dossier has to be there.
        package let ahead: Int?
        /// Fields that the dossier needs.
        package let needs: [Key]
    }

    /// One rule.
    package struct Rule: Hashable, Sendable {
        /// When it holds.
        package let filter: Filter
        /// What it decides: a place in ``outcomes``.
        package let outcome: Key
        /// Why.
        package let why: Names
    }
}

extension RouteTable {
    private static let known = ["route", "names", "about", "register", "source", "writes", "outcomes", "rules"]

    /// Reads a table with the fields of the register that uses it; what is wrong is noted at its own lines.
    init?(_ file: DefinitionFile, _ words: Vocabulary, _ faults: Faults) {
        guard let root = file.root(faults) else { return nil }
        let section = Section(root, of: file.path, known: Self.known, faults)
        key = section.declaredKey("route")
        if key.text != file.name { section.fault("route", "file-name", ["key": key.text, "file": file.path]) }
        names = section.requiredNames()
        source = section.text("source")
        if let register = section.text("register").flatMap({ Key($0) }) {
            faults.references.append(
                .init(target: .register(register), file: file.path, line: section.line(of: "register")))
        }
        if !section.has("writes") { section.fault(nil, "missing", ["key": "writes"]) }
        writes = section.field("writes", of: [.choice], in: words.fields, isShown: true) ?? .unknown
        let choices = words.fields.first { [writes] in $0.key == writes }?.choices.map(\.key.text) ?? []
        let outcomes = section.sections("outcomes", known: ["key", "names", "ahead", "needs"]).map { one in
            let key = one.declaredKey()
            if !choices.contains(key.text) {
                one.fault("key", "no-value", ["key": "key", "text": key.text, "known": nearest(to: key.text, choices)])
            }
            return Outcome(
                key: key, names: one.requiredNames(), ahead: one.whole("ahead"),
                needs: one.fields("needs", in: words.fields))
        }
        self.outcomes = outcomes
        let sections = section.sections("rules", known: ["when", "outcome", "why"])
        rules = sections.map { one in
            let text = one.requiredText("outcome")
            if !text.isEmpty, !outcomes.contains(where: { $0.key.text == text }) {
                one.fault(
                    "outcome", "no-value",
                    ["key": "outcome", "text": text, "known": nearest(to: text, outcomes.map(\.key.text))])
            }
            return Rule(
                filter: Filter("when", of: one, words), outcome: Key(text) ?? .unknown, why: one.requiredNames("why"))
        }
        check(section, sections)
    }

    /// Every record has to come to a rule, and every rule to be come to.
    private func check(_ section: Section, _ sections: [Section]) {
        guard rules.last?.filter.criteria.isEmpty == true else {
            section.fault(section.has("rules") ? "rules" : nil, "route-open")
            return
        }
        for (one, rule) in zip(sections, rules).dropLast() where rule.filter.criteria.isEmpty {
            one.fault(nil, "route-unreached")
        }
    }
}
