import Storage
import Wording

/// A change of a definition in words for administrators, with what it means for what is recorded.
struct ToldChange {
    let change: DefinitionDifference.Change
    let text: Message
    /// What comes of it: how many records hold something, who else is concerned.
    let notes: [Message]
}

extension DefinitionDifference {
    /// The changes in words, one after another.
    /// - Parameter db: Where records are counted; nothing is counted without.
    func told(_ language: Catalogue.Language, _ db: Transaction?) throws -> [ToldChange] {
        try changes.map { change in
            ToldChange(change: change, text: text(change, language), notes: try notes(change, language, db))
        }
    }

    private func text(_ change: Change, _ language: Catalogue.Language) -> Message {
        switch change {
        case .register: Message("editor.told.register", ["name": new?.names[language] ?? ""])
        case .withdrawal: Message("editor.told.withdrawal", ["name": old?.names[language] ?? ""])
        case .added(let part): Message("editor.told.added.\(part.kind)", ["name": name(part, in: new, language)])
        case .hidden(let part): Message("editor.told.hidden.\(part.kind)", ["name": name(part, in: old, language)])
        case .altered(let part): Message("editor.told.altered.\(part.kind)", ["name": name(part, in: old, language)])
        case .renamed(let old, let new): Message("editor.told.renamed", ["old": old.text, "new": new.text])
        case .reordered(let lines):
            Message(
                lines == nil ? "editor.told.reordered" : "editor.told.reordered-lines",
                ["name": lines.flatMap { new?.lines($0) }?.names[language] ?? ""])
        case .rest: Message("editor.told.rest")
        }
    }

    private func name(_ part: Part, in definition: Definition?, _ language: Catalogue.Language) -> String {
        switch part {
        case .field(let key, let lines):
            let own = field(key, of: lines, in: definition)?.names[language] ?? key.text
            return lines.flatMap { definition?.lines($0) }.map { "\($0.names[language]): \(own)" } ?? own
        case .lines(let key): return definition?.lines(key)?.names[language] ?? key.text
        case .state(let key): return definition?.state(key)?.names[language] ?? key.text
        case .move(let key): return definition?.moves.first { $0.key == key }?.names[language] ?? key.text
        case .figure(let name): return definition?.figures.first { $0.name == name }?.names[language] ?? name
        case .behaviour(let name): return name
        case .general, .display, .rules: return ""
        }
    }

    private func field(_ key: Key, of lines: Key?, in definition: Definition?) -> FieldDefinition? {
        guard let lines else { return definition?[key] }
        return definition?.lines(lines)?[key]
    }

    // MARK: What comes of it

    private func notes(_ change: Change, _ language: Catalogue.Language, _ db: Transaction?) throws -> [Message] {
        switch change {
        case .hidden(.field(let key, let lines)):
            guard let db, let old, let field = field(key, of: lines, in: old) else { return [] }
            let count = try old.filled(field, of: lines, db)
            return [Message(count == 0 ? "editor.note.unfilled" : "editor.note.filled", ["count": "\(count)"])]
        case .hidden(.lines(let key)):
            guard let db, let old, let lines = old.lines(key) else { return [] }
            let count = try db.value("SELECT COUNT(*) FROM \(name: old.table(of: lines))", Int.self) ?? 0
            return [Message(count == 0 ? "editor.note.unfilled" : "editor.note.filled-lines", ["count": "\(count)"])]
        case .hidden(.state(let key)):
            guard let db, let old else { return [] }
            let count = try db.value("SELECT COUNT(*) FROM \(name: old.table) WHERE state = \(key.text)", Int.self) ?? 0
            return count == 0 ? [] : [Message("editor.note.in-state", ["count": "\(count)"])]
        case .hidden(.figure(let name)): return [Message("editor.note.figure", ["name": name])]
        case .withdrawal:
            guard let db, let old else { return [] }
            let count = try db.value("SELECT COUNT(*) FROM \(name: old.table) WHERE removed IS NULL", Int.self) ?? 0
            return [Message("editor.note.records", ["count": "\(count)"])]
        case .altered(.field(let key, let lines)):
            guard let before = field(key, of: lines, in: old), let after = field(key, of: lines, in: new) else {
                return []
            }
            return try notes(from: before, to: after, of: lines, language, db)
        case .altered(.general):
            guard let old, let new, old.names != new.names else { return [] }
            return [Message("editor.note.name", ["old": old.names[language], "new": new.names[language]])]
        default: return []
        }
    }

    private func notes(
        from before: FieldDefinition, to after: FieldDefinition, of lines: Key?, _ language: Catalogue.Language,
        _ db: Transaction?
    ) throws -> [Message] {
        var notes: [Message] = []
        if before.names != after.names {
            notes.append(
                Message("editor.note.name", ["old": before.names[language], "new": after.names[language]]))
        }
        if before.isRequired != after.isRequired {
            var count = 0
            if let db, let old, after.isRequired { count = try old.unfilled(before, of: lines, db) }
            notes.append(
                Message(
                    !after.isRequired
                        ? "editor.note.not-required"
                        : count == 0 ? "editor.note.required" : "editor.note.required-empty",
                    ["count": "\(count)"]))
        }
        for choice in after.choices where before.choice(choice.key.text) == nil {
            notes.append(Message("editor.note.choice-added", ["name": choice.names[language]]))
        }
        for choice in before.choices {
            guard let now = after.choice(choice.key.text) else {
                let count = try db.flatMap { try old?.chosen(choice.key, of: before, lines, $0) } ?? 0
                notes.append(
                    Message(
                        count == 0 ? "editor.note.choice-gone" : "editor.note.choice-used",
                        ["name": choice.names[language], "count": "\(count)"]))
                continue
            }
            if now.names != choice.names {
                notes.append(
                    Message("editor.note.choice-named", ["old": choice.names[language], "new": now.names[language]]))
            }
        }
        if before.help != after.help { notes.append(Message("editor.note.help")) }
        if before.bounds != after.bounds || before.longest != after.longest || before.pattern != after.pattern {
            notes.append(Message("editor.note.bounds"))
        }
        return notes
    }
}

extension DefinitionDifference.Part {
    /// As in the keys of sentences.
    var kind: String {
        switch self {
        case .field: "field"
        case .lines: "lines"
        case .state: "state"
        case .move: "move"
        case .figure: "figure"
        case .behaviour: "behaviour"
        case .general: "general"
        case .display: "display"
        case .rules: "rules"
        }
    }
}

extension Definition {
    /// How many records, or lines, have something in a field.
    fileprivate func filled(_ field: FieldDefinition, of lines: Key?, _ db: Transaction) throws -> Int {
        try count(lines, "EXISTS", field, db)
    }

    /// How many have nothing in it.
    fileprivate func unfilled(_ field: FieldDefinition, of lines: Key?, _ db: Transaction) throws -> Int {
        try count(lines, "NOT EXISTS", field, db)
    }

    private func count(_ lines: Key?, _ exists: Query, _ field: FieldDefinition, _ db: Transaction) throws -> Int {
        guard let table = table(of: lines) else { return 0 }
        let present: Query =
            lines == nil
            ? "x.removed IS NULL" : "x.record IN (SELECT id FROM \(name: self.table) WHERE removed IS NULL)"
        let filled: Query =
            field.hasTable
            ? "SELECT 1 FROM \(name: Self.table(of: field, in: table)) AS v WHERE v.record = x.id"
            : "SELECT 1 WHERE x.\(name: field.columns.first?.name ?? "id") IS NOT NULL"
        return try db.value(
            "SELECT COUNT(*) FROM \(name: table) AS x WHERE \(present) AND \(exists) (\(filled))", Int.self) ?? 0
    }

    /// How many have chosen this.
    fileprivate func chosen(
        _ choice: Key, of field: FieldDefinition, _ lines: Key?, _ db: Transaction
    ) throws -> Int {
        guard let table = table(of: lines), !field.isPrivate else { return 0 }
        if field.hasTable {
            let values = Self.table(of: field, in: table)
            return try db.value("SELECT COUNT(*) FROM \(name: values) WHERE value = \(choice.text)", Int.self) ?? 0
        }
        return try db.value(
            "SELECT COUNT(*) FROM \(name: table) WHERE \(name: field.key.column) = \(choice.text)", Int.self) ?? 0
    }

    private func table(of lines: Key?) -> String? {
        guard let lines else { return table }
        return self.lines(lines).map { table(of: $0) }
    }
}
