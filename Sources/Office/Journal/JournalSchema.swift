package import Storage

extension Journal {
    /// The schema of it.
    package static let migrations = [
        Migration("journal.1") { dialect in
            [
                """
                CREATE TABLE journal (
                    id \(column: .integer) PRIMARY KEY,
                    at \(column: .text) NOT NULL,
                    account \(column: .integer),
                    account_name \(column: .text),
                    position \(column: .integer),
                    position_title \(column: .text),
                    unit \(column: .integer),
                    unit_name \(column: .text),
                    reason \(column: .text),
                    action \(column: .text) NOT NULL,
                    subject_kind \(column: .text) NOT NULL,
                    subject \(column: .integer) NOT NULL,
                    before \(column: .text),
                    after \(column: .text),
                    previous \(column: .bytes) NOT NULL,
                    hash \(column: .bytes) NOT NULL,
                    CHECK (reason IS NOT NULL OR account IS NOT NULL AND position IS NOT NULL AND unit IS NOT NULL))
                """,
                "CREATE INDEX journal_by_subject ON journal (subject_kind, subject, id)",
                // Where the chain ends, in a row of its own: rows taken off its end are missed.
                """
                CREATE TABLE journal_head (
                    id \(column: .integer) PRIMARY KEY CHECK (id = 1),
                    entries \(column: .integer) NOT NULL,
                    hash \(column: .bytes) NOT NULL)
                """,
                "INSERT INTO journal_head (id, entries, hash) VALUES (1, 0, \(Seal.none))",
            ] + dialect.makeAppendOnly("journal")
        },
        // For looking through it by person and by day.
        Migration(
            "journal.2",
            [
                "CREATE INDEX journal_by_account ON journal (account, id)",
                "CREATE INDEX journal_by_time ON journal (at)",
            ]),
    ]
}
