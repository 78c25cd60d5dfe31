package import Office
package import Storage

/// That somebody saw a list, a chart or a file of a confidential register.
package enum ListLook {
    /// What was seen.
    package enum What: String, Sendable, CaseIterable {
        /// The list, or a part of it.
        case list
        /// Its chart.
        case chart
        /// A file of it.
        case export
        /// The records that a figure is made of.
        case figure
        /// Pairs of records that may be one person.
        case duplicates
        /// Records that are kept longer than they may be.
        case retention
    }

    /// Writes it down, where the register is confidential.
    /// - Parameter asked: What was asked of it; without words that were sought, for they may be a name.
    package static func note(
        _ what: What, of definition: Definition, asked: String, by act: Act, _ db: Transaction
    ) throws {
        guard definition.isConfidential else { return }
        try db.insert(
            "INSERT INTO list_looks (\(LookColumns.names), register, what, asked)",
            rows: [LookColumns.values(act) + [.text(definition.key.text), .text(what.rawValue), .text(asked)]])
    }
}
