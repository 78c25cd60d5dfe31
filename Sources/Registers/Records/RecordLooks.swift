package import Office
package import Storage
package import WorkCalendar

/// That somebody saw what is private of a record.
package struct RecordLook: Hashable, Sendable {
    /// When.
    package let at: Instant
    /// Who.
    package let actor: Actor
    /// Of which record.
    package let record: RecordID
    /// Which fields; of lines as "members.passport".
    package let fields: [String]
    /// What for: a key of a purpose, or words.
    package let purpose: String
}

extension RecordBook {
    /// What is private of a record, for a purpose: who saw it, when and what for is written down in the same transaction.
    /// - Parameters:
    ///   - fields: Those that are wanted.
    ///   - purpose: A key among those of the register's behaviours ``Confidential`` and ``Consent``; words where it has neither.
    ///   - scope: The units whose private fields may be read.
    /// - Throws: ``Refusal`` where there is no such record within the scope, no purpose, or no key for it.
    package func reveal(
        _ id: RecordID, _ fields: [Key], for purpose: String, within scope: Scope, by act: Act, _ db: Transaction
    ) throws -> [Key: FieldValue] {
        try check(purpose)
        try checkConsent(to: purpose, of: id, on: act.day, db)
        guard let (record, content) = try stored(id, db), scope.contains(record.unit) else {
            throw Refusal("record.not-there")
        }
        let wanted = fields.compactMap { definition[$0] }.filter(\.isPrivate)
        var values: [Key: FieldValue] = [:]
        for field in wanted {
            values[field.key] = try opened(content.fields[field.key] ?? [], of: field, in: definition.table, id)
        }
        try Self.note(wanted.map(\.key.text), of: id, purpose, act, db)
        return values
    }

    /// What is private of the lines of a record, line by line, for a purpose; as ``reveal(_:_:for:within:by:_:)``.
    package func revealLines(
        _ id: RecordID, _ key: Key, for purpose: String, within scope: Scope, by act: Act, _ db: Transaction
    ) throws -> [Int: [Key: FieldValue]] {
        try check(purpose)
        try checkConsent(to: purpose, of: id, on: act.day, db)
        guard let (record, content) = try stored(id, db), scope.contains(record.unit),
            let lines = definition.lines(key)
        else { throw Refusal("record.not-there") }
        let wanted = lines.fields.filter(\.isPrivate)
        var rows: [Int: [Key: FieldValue]] = [:]
        for line in content.lines[key] ?? [] {
            for field in wanted {
                rows[line.id ?? 0, default: [:]][field.key] = try opened(
                    line.fields[field.key] ?? [], of: field, in: definition.table(of: lines), id)
            }
        }
        try Self.note(wanted.map { "\(key).\($0.key)" }, of: id, purpose, act, db)
        return rows
    }

    /// The purposes from which one is chosen; none where it is told in words.
    package var purposes: [Choice] { definition.purposes }

    func check(_ purpose: String) throws {
        let isKnown =
            purposes.isEmpty ? !purpose.allSatisfy(\.isWhitespace) : purposes.contains { $0.key.text == purpose }
        guard isKnown else { throw Refusal("record.purpose") }
    }

    /// Records whose private field has a value, found by its keyed hash: nothing is opened.
    package func find(
        _ field: Key, equal text: String, within scope: Scope, _ db: Transaction
    ) throws -> [RecordID] {
        guard let field = definition[field], field.hasBlindIndex else { return [] }
        let blinds = try requiredKeys().blinds(field.soughtText(text), of: "\(definition.table).\(field.key)")
        return try db.all(
            """
            SELECT id FROM \(name: definition.table)
            WHERE \(name: "\(field.key.column)_blind") IN (\(list: blinds)) AND removed IS NULL
            AND \(scope.condition("unit")) ORDER BY id
            """
        ) { try $0.next() }
    }

    // MARK: Looks

    /// Who saw what is private of a record, the last look first.
    package static func looks(of id: RecordID, _ db: Transaction) throws -> [RecordLook] {
        try db.all(
            """
            SELECT \(LookColumns.names), record, fields, purpose FROM record_looks
            WHERE record = \(id) ORDER BY id DESC
            """
        ) { try RecordLook(&$0) }
    }

    /// Writes a look down.
    /// - Parameter session: Of the browser, where a whole record was opened in it.
    static func note(
        _ fields: [String], of id: RecordID, _ purpose: String, session: Int? = nil, _ act: Act, _ db: Transaction
    ) throws {
        try db.insert(
            "INSERT INTO record_looks (\(LookColumns.names), record, fields, purpose, session)",
            rows: [
                LookColumns.values(act)
                    + [id.stored, .text(fields.joined(separator: " ")), .text(purpose), session.stored]
            ])
    }
}

extension RecordLook {
    fileprivate init(_ fields: inout Fields) throws {
        (at, actor) = try LookColumns.read(&fields)
        record = try fields.next()
        self.fields = try fields.next(String.self).split(separator: " ").map(String.init)
        purpose = try fields.next()
    }
}
