import Office
import Storage

/// How content comes into the tables of a register.
extension RecordBook {
    func insertRow(_ head: [EngineColumn: Value], _ content: StoredContent, _ db: Transaction) throws {
        let columns = assignments(head, content)
        try db.insert(
            "INSERT INTO \(name: definition.table) (\(Query(names: columns.map(\.name))))", rows: [columns.map(\.value)]
        )
    }

    func updateRow(
        _ id: RecordID, _ head: [EngineColumn: Value], _ content: StoredContent, _ db: Transaction
    ) throws {
        let sets = assignments(head, content).map { name, value -> Query in "\(name: name) = \(value)" }
        try db.run("UPDATE \(name: definition.table) SET \(Query(joining: sets, ", ")) WHERE id = \(id)")
    }

    private func assignments(
        _ head: [EngineColumn: Value], _ content: StoredContent
    ) -> [(name: String, value: Value)] {
        let own = EngineColumn.allCases.compactMap { column in head[column].map { (name: column.rawValue, value: $0) } }
        return own + Self.assignments(content.fields, definition.fields)
    }

    private static func assignments(
        _ cells: [Key: Cells], _ fields: [FieldDefinition]
    ) -> [(name: String, value: Value)] {
        fields.filter { !$0.hasTable }.flatMap { field in
            zip(field.columns, cells[field.key] ?? []).map { (name: $0.name, value: $1) }
        }
    }

    /// The rows of fields of several values, and of lines, in the place of those that are there.
    func writeTables(_ content: StoredContent, of id: RecordID, _ db: Transaction) throws {
        for field in definition.fields where field.hasTable {
            guard let values = content.fields[field.key] else { continue }
            let table = Definition.table(of: field, in: definition.table)
            try db.run("DELETE FROM \(name: table) WHERE record = \(id)")
            try Self.insert(values, of: id.rawValue, into: table, db)
        }
        for lines in definition.lines {
            guard let new = content.lines[lines.key] else { continue }
            try replace(lines, with: new, of: id, db)
        }
    }

    private func replace(
        _ lines: Lines, with new: [StoredContent.Line], of id: RecordID, _ db: Transaction
    ) throws {
        let table = definition.table(of: lines)
        let several = lines.fields.filter(\.hasTable)
        for field in several {
            try db.run(
                """
                DELETE FROM \(name: Definition.table(of: field, in: table))
                WHERE record IN (SELECT id FROM \(name: table) WHERE record = \(id))
                """)
        }
        try db.run("DELETE FROM \(name: table) WHERE record = \(id)")
        for (place, line) in new.enumerated() {
            var columns = Self.assignments(line.fields, lines.fields)
            columns += [(LineColumn.record.rawValue, id.stored), (LineColumn.place.rawValue, .integer(place))]
            if let known = line.id { columns.append((LineColumn.id.rawValue, .integer(known))) }
            let number = try db.insert(
                """
                INSERT INTO \(name: table) (\(Query(names: columns.map(\.name)))) VALUES (\(list: columns.map(\.value)))
                """)
            for field in several {
                try Self.insert(
                    line.fields[field.key] ?? [], of: number, into: Definition.table(of: field, in: table), db)
            }
        }
    }

    private static func insert(_ values: Cells, of owner: Int, into table: String, _ db: Transaction) throws {
        try db.insert(
            "INSERT INTO \(name: table) (record, value, place)",
            rows: values.enumerated().map { [.integer(owner), $1, .integer($0)] })
    }

    // MARK: Full text

    /// What the search finds the record by: its title, and the words of its fields and lines; nothing that is private.
    func index(_ id: RecordID, _ db: Transaction) throws {
        guard let (record, content) = try stored(id, db) else { return }
        try indexNames(of: record, content, db)
        guard !record.isRemoved else { return try Search.remove(kind: definition.table, subject: id.rawValue, db) }
        var words = Self.words(content.fields, definition.fields.filter { $0.key != definition.display.title })
        for lines in definition.lines {
            for line in content.lines[lines.key] ?? [] { words += Self.words(line.fields, lines.fields) }
        }
        let title = Self.words(content.fields, definition.fields.filter { $0.key == definition.display.title })
        try Search.put(
            SearchEntry(
                kind: definition.table, subject: id.rawValue, title: title.joined(separator: " "),
                body: words.joined(separator: "\n")), db)
    }

    private static func words(_ cells: [Key: Cells], _ fields: [FieldDefinition]) -> [String] {
        fields.filter { !$0.isPrivate && (Kind.texts.contains($0.kind) || $0.kind == .place) }.compactMap { field in
            if case .text(let text)? = cells[field.key]?.first { text } else { nil }
        }
    }
}
