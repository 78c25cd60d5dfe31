extension Filter {
    /// Reads conditions on fields and on the state: equals, any of a list, `{not: …}`, `{least: n, most: n}`, `{filled: true}`.
    /// - Parameter lines: Those that are counted; their fields come before those of the record.
    init(_ key: String, of section: Section, _ words: Vocabulary, lines: Lines? = nil) {
        guard let conditions = section.section(key, known: nil) else { return }
        for name in conditions.keys {
            let (subject, field): (Subject, FieldDefinition?)
            if name == "state" {
                (subject, field) = (.state, nil)
            } else if let found = lines?.fields.first(where: { $0.key.text == name }) {
                (subject, field) = (.line(found.key), found)
            } else if let found = words.fields.first(where: { $0.key.text == name }) {
                (subject, field) = (.field(found.key), found)
            } else {
                let known = (words.fields + (lines?.fields ?? [])).map(\.key.text) + ["state"]
                conditions.fault(
                    name, "unknown-field", ["key": key, "field": name, "known": nearest(to: name, known)])
                continue
            }
            if let field, field.isPrivate { conditions.fault(name, "private-shown", ["key": key, "field": name]) }
            if let test = Self.test(name, conditions, field, words) {
                criteria.append(Criterion(subject: subject, test: test))
            }
        }
    }

    private static func test(_ name: String, _ conditions: Section, _ field: FieldDefinition?, _ words: Vocabulary)
        -> Test?
    {
        guard conditions.isMapping(name) else { return .any(conditions.filterValues(name, field, words)) }
        guard let test = conditions.section(name, known: ["not", "least", "most", "filled"]) else { return nil }
        if test.has("not") { return .none(test.filterValues("not", field, words)) }
        if test.has("filled") { return .filled(test.flag("filled")) }
        guard let field, Kind.numbers.contains(field.kind) else {
            test.fault(nil, "no-number-field", ["field": name])
            return nil
        }
        func units(_ key: String) -> Int? {
            guard let text = test.text(key) else { return nil }
            let units = Decimals.units(of: text, places: field.places)
            if units == nil { test.fault(key, "no-number", ["key": key, "text": text]) }
            return units
        }
        return .within(FieldDefinition.Bounds(least: units("least"), most: units("most")))
    }
}

extension Section {
    fileprivate func filterValues(_ key: String, _ field: FieldDefinition?, _ words: Vocabulary) -> [FieldValue] {
        guard let field else { return states(key, in: words.states).map { .key($0.text) } }
        guard Kind.grouping.contains(field.kind) || Kind.texts.contains(field.kind) else {
            fault(key, "no-filter-kind", ["field": field.key.text, "kind": field.kind.rawValue])
            return []
        }
        return texts(key).flatMap { text -> [FieldValue] in
            switch FieldValue(plain: text, of: field) {
            // A field of several values has one of these.
            case .keys(let keys): return keys.map { .key($0) }
            case let value?: return [value]
            case nil:
                let known =
                    field.choices.isEmpty ? field.kind.rawValue : nearest(to: text, field.choices.map(\.key.text))
                fault(key, "no-value", ["key": field.key.text, "text": text, "known": known])
                return []
            }
        }
    }
}
