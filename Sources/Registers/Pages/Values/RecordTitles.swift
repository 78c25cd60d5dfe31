import Office
package import Storage
import Web

extension Definition {
    /// What a record is called; its number where its title is private or empty.
    func title(_ record: Record, _ writing: ValueWriting) -> String {
        guard let field = self[display.title], let value = record.content.values[field.key] else {
            let name = self.record[writing.words.language]
            return "\(name.prefix(1).uppercased())\(name.dropFirst()) #\(record.id.rawValue)"
        }
        return writing.text(value, field)
    }

    /// What records of this register are called.
    package func titles(of ids: Set<RecordID>, _ writing: ValueWriting, _ db: Transaction) throws -> [RecordID:
        String]
    {
        guard let field = self[display.title], !field.isPrivate, !field.hasTable, !ids.isEmpty else { return [:] }
        var titles: [RecordID: String] = [:]
        for ids in ids.sorted().stretches {
            try db.each(
                """
                SELECT id, \(Query(names: field.columns.map(\.name))) FROM \(name: table) WHERE id IN (\(list: ids))
                """
            ) { row in
                let id: RecordID = try row.next()
                let cells = try field.columns.map { _ in try row.next(Value.self) }
                titles[id] = try field.value(of: cells).map { writing.text($0, field) }
            }
        }
        return titles
    }
}

extension ValueWriting {
    /// Learns what the records are called that these fields refer to.
    mutating func learn(
        _ contents: [Record.Content], _ fields: [FieldDefinition], _ definitions: Definitions, _ db: Transaction
    ) throws {
        for field in fields where field.kind == .record {
            guard let register = field.register.flatMap({ definitions[$0] }) else { continue }
            let ids = contents.compactMap { content in
                if case .record(let id)? = content.values[field.key] { id } else { nil }
            }
            titles.merge(try register.titles(of: Set(ids), self, db)) { $1 }
        }
    }

    /// Learns what the records are called that a record and its lines refer to.
    mutating func learn(_ record: Record, _ definition: Definition, _ definitions: Definitions, _ db: Transaction)
        throws
    {
        try learn([record.content], definition.fields, definitions, db)
        for lines in definition.lines {
            try learn((record.lines[lines.key] ?? []).map(\.content), lines.fields, definitions, db)
        }
    }
}
