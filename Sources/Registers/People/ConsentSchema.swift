import Storage

/// What people agreed that what is private of them is used for.
enum ConsentSchema {
    static let consents = Migration("registers.7") { _ in
        [
            // Given or withdrawn; of the rows on a record and a purpose the last holds.
            """
            CREATE TABLE consents (
                id \(column: .identity),
                record \(column: .integer) NOT NULL REFERENCES records (id),
                purpose \(column: .text) NOT NULL,
                kind \(column: .text) NOT NULL,
                basis \(column: .text) NOT NULL,
                source \(column: .text),
                day \(column: .text) NOT NULL,
                until \(column: .text),
                entry \(column: .integer) NOT NULL REFERENCES journal (id))
            """,
            "CREATE INDEX consents_by_record ON consents (record, purpose, id)",
        ]
    }
}
