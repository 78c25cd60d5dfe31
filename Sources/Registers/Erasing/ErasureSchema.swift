import Storage

/// What was erased, and what was kept though its time had passed.
enum ErasureSchema {
    static let erasures = Migration("registers.8") { dialect in
        [
            // That a person's data were erased, with the receipt: which fields, never what stood in them.
            """
            CREATE TABLE erasures (
                id \(column: .identity),
                number \(column: .text) NOT NULL UNIQUE,
                register \(column: .text) NOT NULL,
                record \(column: .integer) NOT NULL UNIQUE REFERENCES records (id),
                cause \(column: .text) NOT NULL,
                paper \(column: .text) NOT NULL,
                asked \(column: .text) NOT NULL,
                erased \(column: .text) NOT NULL,
                fields \(column: .text) NOT NULL,
                hash \(column: .text) NOT NULL,
                entry \(column: .integer) NOT NULL REFERENCES journal (id))
            """,
            // That a record is kept for longer, until a day. The last row of a record holds.
            """
            CREATE TABLE retention_extensions (
                id \(column: .identity),
                record \(column: .integer) NOT NULL REFERENCES records (id),
                until \(column: .text) NOT NULL,
                note \(column: .text) NOT NULL,
                entry \(column: .integer) NOT NULL REFERENCES journal (id))
            """,
            "CREATE INDEX retention_extensions_by_record ON retention_extensions (record, id)",
        ] + dialect.makeAppendOnly("erasures")
    }
}
