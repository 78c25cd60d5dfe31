package import Storage

/// The tables that all registers share; those of each register are made from its definition (``DefinitionShapes``).
package enum RegisterSchema {
    /// In order; never edited once released.
    package static let migrations = [
        Migration("registers.1") { dialect in
            [
                // Every text that a file of definitions ever had; the one with the greatest number holds.
                """
                CREATE TABLE definition_versions (
                    id \(column: .integer) PRIMARY KEY,
                    path \(column: .text) NOT NULL,
                    number \(column: .integer) NOT NULL,
                    text \(column: .text) NOT NULL,
                    origin \(column: .text) NOT NULL,
                    entry \(column: .integer) NOT NULL REFERENCES journal (id),
                    UNIQUE (path, number))
                """,
                // Records of all registers are numbered in one row.
                """
                CREATE TABLE records (
                    id \(column: .identity),
                    register \(column: .text) NOT NULL)
                """,
                // What stood before a change, as columns held it: for its undoing. Null where it was erased.
                """
                CREATE TABLE record_changes (
                    id \(column: .identity),
                    record \(column: .integer) NOT NULL REFERENCES records (id),
                    version \(column: .integer) NOT NULL,
                    before \(column: .text),
                    entry \(column: .integer) NOT NULL REFERENCES journal (id))
                """,
                "CREATE INDEX record_changes_by_record ON record_changes (record, id)",
                // A state is a row; the column of the record repeats the last.
                """
                CREATE TABLE record_moves (
                    id \(column: .identity),
                    record \(column: .integer) NOT NULL REFERENCES records (id),
                    move \(column: .text) NOT NULL,
                    from_state \(column: .text) NOT NULL,
                    to_state \(column: .text) NOT NULL,
                    day \(column: .text) NOT NULL,
                    note \(column: .text),
                    entry \(column: .integer) NOT NULL REFERENCES journal (id))
                """,
                "CREATE INDEX record_moves_by_record ON record_moves (record, id)",
                // Taken away, or brought back.
                """
                CREATE TABLE record_removals (
                    id \(column: .identity),
                    record \(column: .integer) NOT NULL REFERENCES records (id),
                    kind \(column: .text) NOT NULL,
                    reason \(column: .text),
                    entry \(column: .integer) NOT NULL REFERENCES journal (id))
                """,
                "CREATE INDEX record_removals_by_record ON record_removals (record, id)",
                // Who saw what is private of which record, and for what.
                """
                CREATE TABLE record_looks (
                    id \(column: .identity),
                    at \(column: .text) NOT NULL,
                    account \(column: .integer),
                    account_name \(column: .text),
                    position \(column: .integer),
                    position_title \(column: .text),
                    unit \(column: .integer),
                    unit_name \(column: .text),
                    reason \(column: .text),
                    record \(column: .integer) NOT NULL REFERENCES records (id),
                    fields \(column: .text) NOT NULL,
                    purpose \(column: .text) NOT NULL)
                """,
                "CREATE INDEX record_looks_by_record ON record_looks (record, id)",
                // What one unit of a currency is in đồng, in millionths, from a day on.
                """
                CREATE TABLE exchange_rates (
                    currency \(column: .text) NOT NULL,
                    from_day \(column: .text) NOT NULL,
                    dong_millionths \(column: .integer) NOT NULL CHECK (dong_millionths > 0),
                    source \(column: .text),
                    unverified \(column: .integer) NOT NULL,
                    PRIMARY KEY (currency, from_day))
                """,
            ] + dialect.makeAppendOnly("record_looks")
        },
        Migration(
            "registers.2",
            ["CREATE TABLE sealing_keys (number \(column: .integer) PRIMARY KEY, mark \(column: .bytes) NOT NULL)"]),
        Migration(
            "registers.3",
            [
                """
                CREATE TABLE saved_views (
                    id \(column: .identity),
                    account \(column: .integer) NOT NULL REFERENCES accounts (id),
                    register \(column: .text) NOT NULL,
                    name \(column: .text) NOT NULL,
                    query \(column: .text) NOT NULL,
                    UNIQUE (account, register, name))
                """,
                // That a unit had nothing for a register in a window of days; taken back by a row that undoes it.
                """
                CREATE TABLE nothing_declared (
                    id \(column: .identity),
                    register \(column: .text) NOT NULL,
                    unit \(column: .integer) NOT NULL REFERENCES organisations (id),
                    first_day \(column: .text) NOT NULL,
                    last_day \(column: .text) NOT NULL,
                    note \(column: .text),
                    undoes \(column: .integer) UNIQUE REFERENCES nothing_declared (id),
                    entry \(column: .integer) NOT NULL REFERENCES journal (id))
                """,
                "CREATE INDEX nothing_declared_by_register ON nothing_declared (register, unit, first_day)",
            ]),
        LookSchema.lists,
        ImportSchema.migration,
        DuplicateSchema.links,
        ConsentSchema.consents,
        ErasureSchema.erasures,
        TermSchema.migration,
        SuccessionSchema.migration,
    ]
}
