package import Office
package import Storage
import WorkCalendar

extension RecordBook {
    /// A record, without what is private of it.
    /// - Parameter scope: The units whose records may be read.
    /// - Returns: `nil` where there is none, or it is not within the scope.
    package func record(_ id: RecordID, within scope: Scope, _ db: Transaction) throws -> Record? {
        guard let (head, stored) = try stored(id, db), scope.contains(head.unit) else { return nil }
        var record = head
        record.content = try content(stored.fields, definition.fields)
        for lines in definition.lines {
            record.lines[lines.key] = try (stored.lines[lines.key] ?? []).map { line in
                Record.Line(id: line.id ?? 0, content: try content(line.fields, lines.fields))
            }
        }
        return record
    }

    func content(_ cells: [Key: Cells], _ fields: [FieldDefinition]) throws -> Record.Content {
        var content = Record.Content()
        for field in fields {
            guard let cells = cells[field.key], cells.isFilled else { continue }
            if field.isPrivate {
                content.sealed.insert(field.key)
            } else {
                content.values[field.key] = try field.value(of: cells)
            }
        }
        return content
    }

    // MARK: As it is stored

    /// The head of a record, and everything it says as its tables hold it.
    func stored(_ id: RecordID, _ db: Transaction) throws -> (Record, StoredContent)? {
        let row = try db.first(
            """
            SELECT \(Query(names: EngineColumn.allCases.map { $0.rawValue })) \(columns(of: definition.fields))
            FROM \(name: definition.table) WHERE id = \(id)
            """
        ) { fields in
            (try Record(head: &fields), try Self.cells(of: definition.fields, &fields))
        }
        guard let (record, single) = row else { return nil }
        var content = StoredContent(fields: single)
        for field in definition.fields where field.hasTable {
            content.fields[field.key] = try values(of: field, in: definition.table, id.rawValue, db)
        }
        for lines in definition.lines { content.lines[lines.key] = try storedLines(lines, of: id, db) }
        return (record, content)
    }

    private func storedLines(_ lines: Lines, of id: RecordID, _ db: Transaction) throws -> [StoredContent.Line] {
        let table = definition.table(of: lines)
        var stored = try db.all(
            """
            SELECT id \(columns(of: lines.fields)) FROM \(name: table) WHERE record = \(id) ORDER BY place, id
            """
        ) { fields in
            StoredContent.Line(id: try fields.next(), fields: try Self.cells(of: lines.fields, &fields))
        }
        for field in lines.fields where field.hasTable {
            for (index, line) in stored.enumerated() {
                stored[index].fields[field.key] = try values(of: field, in: table, line.id ?? 0, db)
            }
        }
        return stored
    }

    /// The rows of a field of several values.
    private func values(
        of field: FieldDefinition, in table: String, _ owner: Int, _ db: Transaction
    ) throws -> Cells {
        try db.all(
            """
            SELECT value FROM \(name: Definition.table(of: field, in: table)) WHERE record = \(owner) ORDER BY place, value
            """
        ) { try $0.next() }
    }

    /// `, "name", "name_sort"`: to follow other columns.
    func columns(of fields: [FieldDefinition]) -> Query {
        let names = fields.filter { !$0.hasTable }.flatMap { $0.columns.map(\.name) }
        return names.isEmpty ? "" : ", \(Query(names: names))"
    }

    /// The cells of fields that have columns, which the row has in the order of ``columns(of:)``.
    static func cells(of fields: [FieldDefinition], _ row: inout Fields) throws -> [Key: Cells] {
        var cells: [Key: Cells] = [:]
        for field in fields where !field.hasTable {
            var own: Cells = []
            for _ in field.columns { own.append(try row.next()) }
            cells[field.key] = own
        }
        return cells
    }
}

extension Record {
    /// The columns of the engine, in the order of ``EngineColumn``.
    init(head fields: inout Fields) throws {
        id = try fields.next()
        unit = try fields.next()
        state = Key(unchecked: try fields.next())
        version = try fields.next()
        origin = try fields.next()
        recordedBy = try fields.next()
        recordedAt = try fields.next()
        isRemoved = try fields.next(String?.self) != nil
        content = Content()
        lines = [:]
    }
}
