package import Office
package import Storage
package import WorkCalendar

extension RecordBook {
    /// Erases what tells who somebody is: private fields, free text, files, of the record and its lines, with what changes replaced,
    /// notes of its steps, its words in the search index, its place among likely duplicates. What is left counts in figures: kinds, countries,
    /// days. It cannot be undone; the journal keeps that it was done and which fields, not what stood in them. Looks stay.
    /// - Parameters:
    ///   - asked: When it was asked for.
    ///   - paper: The paper that asks for it; without a name.
    ///   - scope: The units for whose records may be decided.
    ///   - definitions: All registers: a file that another record has stays.
    /// - Returns: The receipt, and files of the folder that nobody has any more: to be taken away when the transaction stands.
    /// - Throws: ``Refusal`` where it is not there, or was erased before.
    package func erase(
        _ id: RecordID, because cause: Erasure.Cause, paper: String, asked: Day, version: Int, within scope: Scope,
        by act: Act, _ definitions: Definitions, _ db: Transaction
    ) throws -> (receipt: Erasure, files: [String]) {
        if paper.allSatisfy(\.isWhitespace) { throw Refusal("erasure.no-paper") }
        if asked > act.day { throw Refusal("erasure.asked") }
        let (record, content) = try forChange(id, version: version, within: scope, allowingRemoved: true, db)
        let erasure = Erasure(
            number: try Erasure.nextNumber(act.day.year, db), register: definition.key.text, record: id, cause: cause,
            paper: paper, asked: asked, erased: act.day, fields: identifyingFields(content))
        return (erasure, try erase(record, content, erasure, by: act, definitions, db))
    }

    /// Erases again what had been erased, in a database that was brought back from before.
    package func repeatErasure(
        _ erasure: Erasure, by act: Act, _ definitions: Definitions, _ db: Transaction
    ) throws -> [String] {
        guard let (record, content) = try stored(erasure.record, db) else { throw Refusal("record.not-there") }
        return try erase(record, content, erasure, by: act, definitions, db)
    }

    private func erase(
        _ record: Record, _ content: StoredContent, _ erasure: Erasure, by act: Act, _ definitions: Definitions,
        _ db: Transaction
    ) throws -> [String] {
        let (id, left) = (record.id, emptied(content))
        try updateRow(id, [.version: .integer(record.version + 1)], left, db)
        try writeTables(left, of: id, db)
        try index(id, db)
        // Also where no keys are at hand.
        if definition.hasPrivateNames {
            try db.run("DELETE FROM \(name: definition.tableOfNames) WHERE record = \(id)")
        }
        try db.run("UPDATE record_changes SET before = NULL WHERE record = \(id)")
        try db.run("UPDATE record_moves SET note = NULL WHERE record = \(id)")
        try db.run("UPDATE record_removals SET reason = NULL WHERE record = \(id)")
        try db.run("UPDATE consents SET source = NULL WHERE record = \(id)")
        try db.run("DELETE FROM duplicate_pairs WHERE left_record = \(id) OR right_record = \(id)")
        // The file that it came from says all of it once more.
        try Imports.eraseFiles(of: id, db)
        let entry = try Journal.record(
            "record.erase", of: .record(id),
            after: [
                "number": erasure.number, "cause": erasure.cause.rawValue, "paper": erasure.paper,
                "fields": erasure.fields.joined(separator: " "), "hash": erasure.hash,
            ], by: act, db)
        try erasure.keep(entry, db)
        let fields = definition.fields + definition.lines.flatMap(\.fields)
        let files = fields.contains { $0.kind == .file } ? filesOf(content) : []
        return try files.filter { try !definitions.haveFile($0, db) }.compactMap { try KeptFiles.erase($0, db) }
    }

    /// Fields that tell who somebody is and hold anything.
    private func identifyingFields(_ content: StoredContent) -> [String] {
        var found = definition.fields.filter { definition.identifies($0) && content.fields[$0.key]?.isFilled == true }
            .map(\.key.text)
        for lines in definition.lines {
            for field in lines.fields where definition.identifies(field) {
                let isFilled = (content.lines[lines.key] ?? []).contains { $0.fields[field.key]?.isFilled == true }
                if isFilled { found.append("\(lines.key).\(field.key)") }
            }
        }
        return found
    }

    /// The content with nothing in those fields; lines stay as many as they were.
    private func emptied(_ content: StoredContent) -> StoredContent {
        func empty(_ field: FieldDefinition) -> Cells { field.hasTable ? [] : field.columns.map { _ in .null } }
        var emptied = StoredContent()
        for field in definition.fields where definition.identifies(field) { emptied.fields[field.key] = empty(field) }
        for lines in definition.lines {
            emptied.lines[lines.key] = (content.lines[lines.key] ?? []).map { line in
                var line = line
                for field in lines.fields where definition.identifies(field) { line.fields[field.key] = empty(field) }
                return line
            }
        }
        return emptied
    }

    private func filesOf(_ content: StoredContent) -> [Int] {
        let own = definition.fields.filter { $0.kind == .file }.flatMap { content.fields[$0.key] ?? [] }
        let ofLines = definition.lines.flatMap { lines in
            lines.fields.filter { $0.kind == .file }.flatMap { field in
                (content.lines[lines.key] ?? []).flatMap { $0.fields[field.key] ?? [] }
            }
        }
        return (own + ofLines).compactMap { try? Int(stored: $0) }
    }

    /// - Throws: ``Refusal`` where what was in a record was erased.
    static func checkNotErased(_ id: RecordID, _ db: Transaction) throws {
        let isErased = try db.value("SELECT EXISTS (SELECT 1 FROM erasures WHERE record = \(id))", Bool.self)
        if isErased ?? false { throw Refusal("record.erased") }
    }
}

extension Definitions {
    /// Whether a record still has a file.
    fileprivate func haveFile(_ file: Int, _ db: Transaction) throws -> Bool {
        for definition in all {
            let tables =
                definition.fields.map { ($0, definition.table) }
                + definition.lines.flatMap { lines in lines.fields.map { ($0, definition.table(of: lines)) } }
            for (field, table) in tables where field.kind == .file {
                let name = Definition.table(of: field, in: table)
                let isThere = try db.value(
                    "SELECT EXISTS (SELECT 1 FROM \(name: name) WHERE value = \(file))", Bool.self)
                if isThere ?? false { return true }
            }
        }
        return false
    }
}
