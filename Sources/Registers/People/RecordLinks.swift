import Linkage
package import Office
package import Storage

/// What people said of records: these two are one person, these two are not. The records stay as they are; the opposite row undoes a row.
package enum RecordLinks {
    /// All of a register.
    static func all(of register: Key, _ db: Transaction) throws -> Links {
        Links(
            try db.all(
                "SELECT left_record, right_record, is_same FROM record_links WHERE register = \(register.text) ORDER BY id"
            ) {
                Links.Row(
                    Int64(try $0.next(Int.self)), Int64(try $0.next(Int.self)), isSame: try $0.next(Int.self) == 1)
            })
    }

    /// The records that are of the same person as this one, without it.
    static func others(of id: RecordID, _ register: Key, _ db: Transaction) throws -> [RecordID] {
        try all(of: register, db).group(of: Int64(id.rawValue)).map { RecordID(rawValue: Int($0)) }.filter { $0 != id }
    }

    /// Says that two records are one person, or two.
    /// - Parameter scope: The units for which may be recorded: both records are of them.
    /// - Throws: ``Refusal`` where they are not both there.
    package static func say(
        _ left: RecordID, _ right: RecordID, areSame: Bool, of book: RecordBook, within scope: Scope, by act: Act,
        _ db: Transaction
    ) throws {
        guard left != right, try book.record(left, within: scope, db) != nil,
            try book.record(right, within: scope, db) != nil
        else { throw Refusal("record.not-there") }
        let entry = try Journal.record(
            areSame ? "record.link" : "record.unlink", of: .record(left), after: ["other": right.rawValue], by: act, db)
        try db.run(
            """
            INSERT INTO record_links (register, left_record, right_record, is_same, entry)
            VALUES (\(book.definition.key.text), \(min(left, right)), \(max(left, right)), \(areSame ? 1 : 0), \(entry))
            """)
    }
}
