import Storage

/// Records that may be of one person, and what people said of them.
enum DuplicateSchema {
    static let links = Migration("registers.6") { _ in
        [
            // What somebody said of two records: one person, or two. The last row on a pair holds.
            """
            CREATE TABLE record_links (
                id \(column: .identity),
                register \(column: .text) NOT NULL,
                left_record \(column: .integer) NOT NULL REFERENCES records (id),
                right_record \(column: .integer) NOT NULL REFERENCES records (id),
                is_same \(column: .integer) NOT NULL,
                entry \(column: .integer) NOT NULL REFERENCES journal (id))
            """,
            "CREATE INDEX record_links_by_register ON record_links (register, id)",
            // What the last look through a register found: which parts agree and how much that says, no value.
            """
            CREATE TABLE duplicate_scans (
                register \(column: .text) PRIMARY KEY,
                at \(column: .text) NOT NULL,
                until \(column: .integer) NOT NULL,
                records \(column: .integer) NOT NULL)
            """,
            """
            CREATE TABLE duplicate_pairs (
                register \(column: .text) NOT NULL,
                left_record \(column: .integer) NOT NULL REFERENCES records (id),
                right_record \(column: .integer) NOT NULL REFERENCES records (id),
                permille \(column: .integer) NOT NULL,
                is_likely \(column: .integer) NOT NULL,
                evidence \(column: .text) NOT NULL,
                PRIMARY KEY (register, left_record, right_record))
            """,
        ]
    }
}
