/// The table of an office form: its headings, and which fields of a register stand in each column. Tables come in and go out in it.
package struct Layout: Sendable {
    /// Its key: "plan-of-delegations-out".
    package let key: Key
    /// What the form is called.
    package let names: Names
    /// The register whose records it has.
    package let register: Key
    /// What stands above the table, in Vietnamese as forms are; "{year}" stands for the year or window that was asked for.
    package let title: String
    /// The rule that gives the form.
    package let source: String?
    /// The field whose date says which records a window of the form has; the register's own where none is named.
    package let window: Key?
    /// Which records besides.
    package let filter: Filter
    /// By which field the records of a group are sorted.
    package let order: Key?
    /// Whether a row below the headings numbers the columns.
    package let numbering: Numbering
    /// To what kind of paper the form is attached, "Kế hoạch"; one that is kept as a book has none.
    package let annex: String?
    /// Rows that part the records.
    package let groups: Groups?
    /// Whether what helps with each column stands below the table.
    package let hasNotes: Bool
    /// From left to right; a column may have others below it.
    package let columns: [Column]

    /// Which columns are numbered in a row below the headings.
    package enum Numbering: String, CaseIterable, Sendable {
        /// None: there is no such row.
        case none
        /// All, from 1.
        case all
        /// All but the first, which is left empty.
        case afterFirst = "after-first"
    }

    /// Rows across the table, one for each choice of a field, with its records below it.
    package struct Groups: Sendable {
        /// The field.
        package let field: Key
        /// Its choices in the order of the form; records with another are not in the form.
        package let rows: [Key]
        /// What follows the name of a group without records: "(Không có)".
        package let empty: String?
    }

    /// One column, or several under a common heading.
    package struct Column: Sendable {
        /// As the form writes it.
        package let heading: String
        /// What stands in it; of a common heading nothing.
        package let cell: Cell
        /// In characters, for sheets; in proportion to the others on paper.
        package let width: Int
        /// Those below a common heading.
        package let columns: [Column]
    }

    /// What stands in the cells of a column.
    package enum Cell: Hashable, Sendable {
        /// The number of the row in its group.
        case number
        /// Fields with what stands between them.
        case pieces([Piece])
    }

    /// A part of a cell.
    package enum Piece: Hashable, Sendable {
        /// Always the same.
        case text(String)
        /// The value of a field.
        case field(Key)
    }

    /// The columns that have cells, from left to right.
    package var leaves: [Column] { columns.flatMap(\.leaves) }

    /// The fields of all columns.
    package var fields: [Key] { leaves.flatMap(\.fields) }
}

extension Layout.Column {
    /// Itself, or the columns below it.
    var leaves: [Self] { columns.isEmpty ? [self] : columns.flatMap(\.leaves) }

    /// The fields that stand in its cells.
    package var fields: [Key] {
        guard case .pieces(let pieces) = cell else { return [] }
        return pieces.compactMap { if case .field(let key) = $0 { key } else { nil } }
    }

    /// How many rows its headings need.
    var depth: Int { 1 + (columns.map(\.depth).max() ?? 0) }
}

extension Definitions {
    /// The forms of a register, in the order of their keys.
    package func layouts(of register: Key) -> [Layout] { layouts.filter { $0.register == register } }
}
