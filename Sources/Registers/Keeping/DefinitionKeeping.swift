package import Office
package import Storage

extension Definitions {
    /// The registers as they stand in a database.
    package static func current(_ db: Transaction) throws -> Definitions {
        try Definitions(DefinitionVersion.current(db).map(\.file))
    }

    /// Takes in the definitions that come with the program, but for those that an administrator changed, and makes the tables.
    /// - Returns: The files that were new or had another text.
    /// - Throws: ``FaultyDefinitions``; then nothing was changed.
    @discardableResult
    package static func install(_ files: [DefinitionFile], by act: Act, _ db: Transaction) throws -> [String] {
        let edited = try DefinitionVersion.current(db).filter { $0.origin == .edited }.map(\.path)
        let taken = try take(files.filter { !edited.contains($0.path) }, .shipped, by: act, db)
        // A newer program may want more of the same text: another index, a table beside.
        for definition in try Definitions.current(db).all { try definition.establish(after: definition, db) }
        return taken
    }

    /// Takes in what an administrator wrote: new definitions, and others in the place of those that are there. Putting back a former
    /// text undoes a change: what was recorded in the meantime stays, hidden.
    /// - Returns: The files that were new or had another text.
    /// - Throws: ``FaultyDefinitions``; then nothing was changed.
    @discardableResult
    package static func change(_ files: [DefinitionFile], by act: Act, _ db: Transaction) throws -> [String] {
        try take(files, .edited, by: act, db)
    }

    private static func take(
        _ files: [DefinitionFile], _ origin: DefinitionVersion.Origin, by act: Act, _ db: Transaction
    ) throws -> [String] {
        let current = try DefinitionVersion.current(db)
        let byPath = Dictionary(uniqueKeysWithValues: current.map { ($0.path, $0) })
        let new = files.filter { byPath[$0.path]?.text != $0.text }
        guard !new.isEmpty else { return [] }
        let replaced = Set(new.map(\.path))
        // What an older program could read, this one may not.
        let old = try? Definitions(current.map(\.file))
        let definitions = try Definitions(current.filter { !replaced.contains($0.path) }.map(\.file) + new)
        for file in new { try keep(file, after: byPath[file.path], origin, by: act, db) }
        // A shared list stands in several definitions, but in no table: only registers' own files change those.
        for definition in definitions.all where replaced.contains("\(definition.key).yaml") {
            try definition.establish(after: old?[definition.key], db)
        }
        return new.map(\.path).sorted()
    }

    private static func keep(
        _ file: DefinitionFile, after old: DefinitionVersion?, _ origin: DefinitionVersion.Origin, by act: Act,
        _ db: Transaction
    ) throws {
        let number = (old?.number ?? 0) + 1
        let id = try db.value("SELECT COALESCE(MAX(id), 0) + 1 FROM definition_versions", Int.self) ?? 1
        let entry = try Journal.record(
            "definition.change", of: .definition(id), before: old.map { ["file": $0.path, "version": $0.number] },
            after: ["file": file.path, "version": number, "origin": origin.rawValue], by: act, db)
        try db.run(
            """
            INSERT INTO definition_versions (id, path, number, text, origin, entry)
            VALUES (\(id), \(file.path), \(number), \(file.text), \(origin), \(entry))
            """)
    }
}

extension DefinitionVersion {
    var file: DefinitionFile { DefinitionFile(path, text) }
}

extension Definition {
    /// Makes the tables, or brings them to what is declared now.
    /// - Throws: ``FaultyDefinitions`` where a field holds something else than before: what was recorded would not be of its kind.
    fileprivate func establish(after old: Definition?, _ db: Transaction) throws {
        try check(fields, against: old?.fields ?? [])
        for lines in lines { try check(lines.fields, against: old?.lines(lines.key)?.fields ?? []) }
        try renameTables(of: fields, in: table, db)
        for lines in lines { try renameTables(of: lines.fields, in: table(of: lines), db) }
        let renamed = renamedColumns
        do {
            for shape in shapes { try shape.establish(renamed: renamed[shape.name] ?? [:], db) }
        } catch let conflict as Shape.Conflict {
            // A field that was hidden comes back as something else.
            throw FaultyDefinitions("\(key).yaml", "column-kind", ["column": conflict.column])
        }
    }

    private func check(_ fields: [FieldDefinition], against old: [FieldDefinition]) throws {
        for field in fields {
            guard let before = old.first(where: { $0.key == field.was ?? field.key || $0.key == field.key }),
                before.columns.map(\.type) != field.columns.map(\.type) || before.kind != field.kind
            else { continue }
            throw FaultyDefinitions(
                "\(key).yaml", "kind-changed",
                ["field": field.key.text, "before": before.kind.rawValue, "after": field.kind.rawValue])
        }
    }

    private func renameTables(of fields: [FieldDefinition], in table: String, _ db: Transaction) throws {
        for field in fields where field.hasTable {
            guard let was = field.was else { continue }
            let old = "\(table)__\(was.column)", new = Definition.table(of: field, in: table)
            if try Shape.named(old, db) != nil, try Shape.named(new, db) == nil { try Shape.rename(old, to: new, db) }
        }
    }

    /// Old names of columns to new ones, by the tables.
    private var renamedColumns: [String: [String: String]] {
        func renamed(_ fields: [FieldDefinition]) -> [String: String] {
            var names: [String: String] = [:]
            for field in fields {
                guard let was = field.was else { continue }
                for column in field.columns {
                    names[was.column + column.name.dropFirst(field.key.column.count)] = column.name
                }
            }
            return names
        }
        var tables = [table: renamed(fields)]
        for lines in lines { tables[table(of: lines)] = renamed(lines.fields) }
        return tables
    }
}

extension Journal.Subject {
    /// The text of a definition.
    static func definition(_ id: Int) -> Self { Self("definition", id) }
}
