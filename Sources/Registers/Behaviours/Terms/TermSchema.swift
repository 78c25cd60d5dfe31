import Storage

/// The days that behaviours set for records: repeated from them, so that lists are narrowed by them (``Terms``).
enum TermSchema {
    static let migration = Migration(
        "registers.9",
        [
            """
            CREATE TABLE record_terms (
                record \(column: .integer) NOT NULL REFERENCES records (id),
                -- clocks, expiry
                sort \(column: .text) NOT NULL,
                -- the key of the clock
                term \(column: .text) NOT NULL,
                register \(column: .text) NOT NULL,
                unit \(column: .integer) NOT NULL,
                began \(column: .text),
                due \(column: .text) NOT NULL,
                -- from this day on it counts as near
                soon \(column: .text) NOT NULL,
                -- since when it stands still; when it was done
                paused \(column: .text),
                met \(column: .text),
                PRIMARY KEY (record, sort, term))
            """,
            """
            CREATE INDEX record_terms_waiting ON record_terms
                (register, due, record, term, sort, unit, began, soon, paused) WHERE met IS NULL
            """,
            "CREATE INDEX record_terms_of_register ON record_terms (register, sort, met, due, soon, paused, record)",
            // By what the days of a register were found.
            "CREATE TABLE record_term_marks (register \(column: .text) PRIMARY KEY, mark \(column: .text) NOT NULL)",
        ])
}
