import Storage

/// The tables of what is recorded or changed in bulk, and of the files that it came from.
enum ImportSchema {
    static let migration = Migration(
        "registers.5",
        [
            // Records that were recorded or changed in one go.
            """
            CREATE TABLE record_batches (
                id \(column: .integer) PRIMARY KEY,
                register \(column: .text) NOT NULL,
                entry \(column: .integer) NOT NULL REFERENCES journal (id))
            """,
            // Each with its version and state before (null where it is new), and its version after.
            """
            CREATE TABLE record_batch_records (
                batch \(column: .integer) NOT NULL REFERENCES record_batches (id),
                record \(column: .integer) NOT NULL REFERENCES records (id),
                file_row \(column: .integer),
                before_version \(column: .integer),
                before_state \(column: .text),
                version \(column: .integer) NOT NULL,
                PRIMARY KEY (batch, record))
            """,
            """
            CREATE TABLE record_batch_undoings (
                batch \(column: .integer) PRIMARY KEY REFERENCES record_batches (id),
                entry \(column: .integer) NOT NULL REFERENCES journal (id))
            """,
            // A file with records; its bytes and its tables stand in pieces, sealed where there are keys.
            """
            CREATE TABLE record_imports (
                id \(column: .identity),
                register \(column: .text) NOT NULL,
                name \(column: .text) NOT NULL,
                sha256 \(column: .text) NOT NULL,
                size \(column: .integer) NOT NULL,
                came \(column: .text) NOT NULL,
                account \(column: .integer) NOT NULL REFERENCES accounts (id),
                account_name \(column: .text) NOT NULL,
                unit \(column: .integer) NOT NULL REFERENCES organisations (id),
                unit_name \(column: .text) NOT NULL,
                sealed \(column: .integer) NOT NULL)
            """,
            "CREATE INDEX record_imports_by_register ON record_imports (register, id)",
            """
            CREATE TABLE record_import_pieces (
                import \(column: .integer) NOT NULL REFERENCES record_imports (id),
                part \(column: .text) NOT NULL,
                number \(column: .integer) NOT NULL,
                bytes \(column: .bytes) NOT NULL,
                PRIMARY KEY (import, part, number))
            """,
            // That it was taken in.
            """
            CREATE TABLE record_import_batches (
                import \(column: .integer) PRIMARY KEY REFERENCES record_imports (id),
                batch \(column: .integer) NOT NULL UNIQUE REFERENCES record_batches (id))
            """,
        ])
}
