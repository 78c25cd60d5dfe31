import Storage

/// Who looked at what, beside ``RecordLook``.
enum LookSchema {
    /// Whole records that are opened in a session, and the lists of confidential registers.
    static let lists = Migration("registers.4") { dialect in
        [
            // The session in which a whole record was opened: it is asked what for once.
            "ALTER TABLE record_looks ADD COLUMN session \(column: .integer)",
            "CREATE INDEX record_looks_by_time ON record_looks (at)",
            // Who saw a list, a chart or a file of a confidential register.
            """
            CREATE TABLE list_looks (
                id \(column: .identity),
                at \(column: .text) NOT NULL,
                account \(column: .integer),
                account_name \(column: .text),
                position \(column: .integer),
                position_title \(column: .text),
                unit \(column: .integer),
                unit_name \(column: .text),
                reason \(column: .text),
                register \(column: .text) NOT NULL,
                what \(column: .text) NOT NULL,
                asked \(column: .text) NOT NULL)
            """,
            "CREATE INDEX list_looks_by_time ON list_looks (at)",
        ] + dialect.makeAppendOnly("list_looks")
    }
}
