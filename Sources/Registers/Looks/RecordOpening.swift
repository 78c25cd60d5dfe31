package import Office
package import Storage

extension Definition {
    /// Whether its records are opened for a purpose only.
    package var isConfidential: Bool { behaviour(Confidential.self) != nil }

    /// What one has to be allowed to see of it anything at all.
    package var reading: Action { isConfidential ? .readConfidential : .readRecords }

    /// What its private fields may be wanted for; none where it is told in words.
    package var purposes: [Choice] {
        behaviour(Confidential.self)?.purposes ?? behaviour(Consent.self)?.purposes ?? []
    }

    /// Whether a field can tell who somebody is: it is private, or free text, of which nobody can say whom it is about. A number under
    /// which a case is filed tells nobody.
    package func identifies(_ field: FieldDefinition) -> Bool {
        let telling: Set<Kind> = [.text, .longText, .person, .place, .link, .email, .telephone, .file]
        return field.isPrivate || telling.contains(field.kind) && !(field.key == display.title && field.isUnique)
    }

    /// Whether the journal keeps of a field only that it is filled.
    func isHiddenInJournal(_ field: FieldDefinition) -> Bool {
        field.isPrivate || isConfidential && identifies(field)
    }
}

extension RecordBook {
    /// What stands for all fields in a look at a whole record.
    static let whole = "*"

    /// Opens a confidential record in a session, for a purpose; who did is written down.
    /// - Parameter scope: The units whose confidential records may be read.
    /// - Throws: ``Refusal`` where there is no such record within the scope, or no such purpose.
    package func open(
        _ id: RecordID, for purpose: String, in session: Int, within scope: Scope, by act: Act, _ db: Transaction
    ) throws {
        try check(purpose)
        guard try record(id, within: scope, db) != nil else { throw Refusal("record.not-there") }
        try Self.note([Self.whole], of: id, purpose, session: session, act, db)
    }

    /// What for a record was last opened in a session; `nil` where it is closed.
    package static func purpose(of id: RecordID, in session: Int, _ db: Transaction) throws -> String? {
        try db.value(
            """
            SELECT purpose FROM record_looks WHERE record = \(id) AND session = \(session) AND fields = \(whole)
            ORDER BY id DESC LIMIT 1
            """)
    }
}
