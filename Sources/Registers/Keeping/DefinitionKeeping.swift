package import Office
package import Storage
import Wording

extension Definitions {
    /// The registers as they stand in a database.
    package static func current(_ db: Transaction) throws -> Definitions {
        try Definitions(DefinitionVersion.current(db).filter { !$0.isWithdrawn }.map(\.file))
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
    /// text undoes a change: what was recorded in the meantime stays, hidden. An empty text withdraws a register: it is shown no more.
    /// A text that is the program's own is the program's again, which may bring a newer one.
    /// - Returns: The files that were new or had another text.
    /// - Throws: ``FaultyDefinitions``; then nothing was changed.
    @discardableResult
    package static func change(_ files: [DefinitionFile], by act: Act, _ db: Transaction) throws -> [String] {
        try take(files, .edited, by: act, db)
    }

    /// Leaves a register that an administrator changed as it is, though a newer program brought another text of it: both are kept as
    /// versions, and nothing is told of the newer one any more.
    package static func decline(_ file: DefinitionFile, by act: Act, _ db: Transaction) throws {
        guard let current = try DefinitionVersion.current(db).first(where: { $0.path == file.path }) else { return }
        let shipped = try keep(file, after: current, .shipped, by: act, db)
        try keep(current.file, after: shipped, .edited, by: act, db)
    }

    /// The text of the program where it is newer than the one that an administrator changed; `nil` where nothing is to be decided.
    package static func newer(than version: DefinitionVersion, _ db: Transaction) throws -> DefinitionFile? {
        guard version.origin == .edited, !version.isWithdrawn,
            let ours = shippedFiles.first(where: { $0.path == version.path }), ours.text != version.text
        else { return nil }
        let last = try db.value(
            """
            SELECT text FROM definition_versions WHERE path = \(version.path) AND origin = \(DefinitionVersion.Origin.shipped)
            ORDER BY number DESC LIMIT 1
            """, String.self)
        return last == ours.text ? nil : ours
    }

    private static func take(
        _ files: [DefinitionFile], _ origin: DefinitionVersion.Origin, by act: Act, _ db: Transaction
    ) throws -> [String] {
        let current = try DefinitionVersion.current(db)
        let byPath = Dictionary(uniqueKeysWithValues: current.map { ($0.path, $0) })
        let new = files.filter { byPath[$0.path]?.text ?? "" != $0.text }
        guard !new.isEmpty else { return [] }
        let replaced = Set(new.map(\.path))
        let present = current.filter { !$0.isWithdrawn }
        // What an older program could read, this one may not.
        let old = try? Definitions(present.map(\.file))
        let definitions = try Definitions(
            present.filter { !replaced.contains($0.path) }.map(\.file) + new.filter { !$0.text.isEmpty })
        for file in new {
            let isOurs = origin == .shipped || shippedFiles.contains { $0.path == file.path && $0.text == file.text }
            try keep(file, after: byPath[file.path], isOurs ? .shipped : .edited, by: act, db)
        }
        // A shared list stands in several definitions, but in no table: only registers' own files change those.
        for definition in definitions.all where replaced.contains("\(definition.key).yaml") {
            try definition.establish(after: old?[definition.key], db)
        }
        return new.map(\.path).sorted()
    }

    @discardableResult
    private static func keep(
        _ file: DefinitionFile, after old: DefinitionVersion?, _ origin: DefinitionVersion.Origin, by act: Act,
        _ db: Transaction
    ) throws -> DefinitionVersion {
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
        return DefinitionVersion(
            id: id, path: file.path, number: number, text: file.text, origin: origin, entry: entry)
    }
}

extension DefinitionVersion {
    var file: DefinitionFile { DefinitionFile(path, text) }
}

extension Definition {
    /// Makes the tables, or brings them to what is declared now.
    /// - Throws: ``FaultyDefinitions`` where a field holds something else than before: what was recorded would not be of its kind.
    fileprivate func establish(after old: Definition?, _ db: Transaction) throws {
        let conflicts = try conflicts(with: old, db)
        guard conflicts.isEmpty else { throw FaultyDefinitions(faults: conflicts) }
        try renameTables(of: fields, in: table, db)
        for lines in lines { try renameTables(of: lines.fields, in: table(of: lines), db) }
        let renamed = renamedColumns
        for shape in shapes { try shape.establish(renamed: renamed[shape.name] ?? [:], db) }
    }

    /// What of it the tables cannot become: a field that holds something else than before, or than when it was hidden.
    func conflicts(with old: Definition?, _ db: Transaction) throws -> [DefinitionFault] {
        var faults = conflicts(fields, old?.fields ?? [])
        for lines in lines { faults += conflicts(lines.fields, old?.lines(lines.key)?.fields ?? []) }
        guard faults.isEmpty else { return faults }
        let renamed = renamedColumns
        for shape in shapes {
            guard let there = try Shape.named(shape.name, db) else { continue }
            for column in there.columns {
                let name = renamed[shape.name]?[column.name] ?? column.name
                guard let now = shape.columns.first(where: { $0.name == name }), now.type != column.type else {
                    continue
                }
                faults.append(fault("column-kind", ["column": now.name]))
            }
        }
        return faults
    }

    private func conflicts(_ fields: [FieldDefinition], _ old: [FieldDefinition]) -> [DefinitionFault] {
        fields.compactMap { field in
            guard let before = old.first(where: { $0.key == field.was ?? field.key || $0.key == field.key }),
                before.columns.map(\.type) != field.columns.map(\.type) || before.kind != field.kind
            else { return nil }
            guard before.kind == field.kind else {
                return fault(
                    "kind-changed",
                    ["field": field.key.text, "before": before.kind.rawValue, "after": field.kind.rawValue])
            }
            return fault("private-changed", ["field": field.key.text])
        }
    }

    private func fault(_ key: String, _ values: [String: String]) -> DefinitionFault {
        DefinitionFault(file: "\(self.key).yaml", line: 1, message: Message("definition.\(key)", values))
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
