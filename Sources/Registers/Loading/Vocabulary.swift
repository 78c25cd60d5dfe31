/// What a definition has declared by the time that something else in it refers to it.
struct Vocabulary {
    var fields: [FieldDefinition] = []
    var lines: [Lines] = []
    var states: [State] = []
    let shared: SharedFiles

    func lines(_ key: Key) -> Lines? { lines.first { $0.key == key } }
}

/// What several definitions share.
struct SharedFiles {
    /// `lists/*.yaml`
    var lists: [Key: [Choice]] = [:]
    /// `routes/*.yaml`, which are read with the fields of the register that uses them.
    var routes: [Key: DefinitionFile] = [:]
}

extension Section {
    /// The field that a key names.
    /// - Parameter kinds: Those that make sense here; `nil` for any.
    func field(_ key: String, of kinds: Set<Kind>? = nil, in fields: [FieldDefinition], isShown: Bool = false) -> Key? {
        text(key).flatMap { field(named: $0, key, kinds, fields, isShown) }
    }

    /// The fields that a key lists.
    /// - Parameter isShown: Whether they are shown to whoever may read the register, so that none can be private.
    func fields(_ key: String, of kinds: Set<Kind>? = nil, in fields: [FieldDefinition], isShown: Bool = false) -> [Key]
    {
        texts(key).compactMap { field(named: $0, key, kinds, fields, isShown) }
    }

    private func field(
        named name: String, _ key: String, _ kinds: Set<Kind>?, _ fields: [FieldDefinition], _ isShown: Bool
    ) -> Key? {
        guard let field = fields.first(where: { $0.key.text == name }) else {
            fault(
                key, "unknown-field",
                ["key": key, "field": name, "known": nearest(to: name, fields.map(\.key.text))])
            return nil
        }
        if let kinds, !kinds.contains(field.kind) {
            fault(
                key, "field-kind",
                [
                    "key": key, "field": name, "kind": field.kind.rawValue,
                    "kinds": kinds.map(\.rawValue).sorted().joined(separator: ", "),
                ])
        }
        if isShown, field.isPrivate { fault(key, "private-shown", ["key": key, "field": name]) }
        return field.key
    }

    /// The lines that a key names.
    func lines(_ key: String, in lines: [Lines]) -> Lines? {
        guard let name = text(key) else { return nil }
        guard let found = lines.first(where: { $0.key.text == name }) else {
            fault(
                key, "unknown-lines", ["key": key, "lines": name, "known": nearest(to: name, lines.map(\.key.text))])
            return nil
        }
        return found
    }

    /// The states that a key lists.
    func states(_ key: String, in states: [State]) -> [Key] {
        texts(key).compactMap { name in
            if let state = states.first(where: { $0.key.text == name }) { return state.key }
            fault(key, "unknown-state", ["state": name, "known": nearest(to: name, states.map(\.key.text))])
            return nil
        }
    }

    /// Choices that stand here, or the name of a shared list: "lists/levels".
    func choices(_ key: String, _ shared: SharedFiles) -> (list: Key?, choices: [Choice]) {
        guard isText(key), let name = text(key) else {
            return (nil, choices(sections(key, known: ["key", "names"])))
        }
        let list = name.hasPrefix("lists/") ? Key(name.dropFirst(6)) : nil
        guard let list, let choices = shared.lists[list] else {
            fault(
                key, "unknown-list",
                ["list": name, "known": nearest(to: name, shared.lists.keys.map { "lists/\($0)" })])
            return (list, [])
        }
        return (list, choices)
    }

    func choices(_ sections: [Section]) -> [Choice] {
        let choices = sections.map { Choice(key: $0.declaredKey(), names: $0.requiredNames()) }
        for (section, twice) in zip(sections, choices).repeated(by: \.1.key) {
            section.fault("key", "twice", ["key": twice.key.text])
        }
        return choices
    }
}

extension Sequence {
    /// Those that have the same key as one before them.
    func repeated<K: Hashable>(by key: (Element) -> K) -> [Element] {
        var known: Set<K> = []
        return filter { !known.insert(key($0)).inserted }
    }
}
