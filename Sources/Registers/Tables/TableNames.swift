extension Definition {
    /// The table of its records: "register_delegations_in".
    package var table: String { "register_\(key.column)" }

    /// The table of lines: "register_delegations_in_members".
    package func table(of lines: Lines) -> String { "\(table)_\(lines.key.column)" }

    /// The table of words of private names: "register_people_abroad__names".
    var tableOfNames: String { "\(table)__names" }

    /// The table of a field of several values, of records or of lines: "register_delegations_in__countries".
    package static func table(of field: FieldDefinition, in table: String) -> String { "\(table)__\(field.key.column)" }
}
