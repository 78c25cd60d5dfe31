/// The types of columns, which the engines word differently.
package enum ColumnType: String, Sendable, Hashable, CaseIterable {
    /// The key of a row, numbered by the engine: `id \(column: .identity)`.
    case identity
    /// Text that is compared byte by byte on both engines. Every column of text is one.
    case text
    /// Whole numbers of 64 bits.
    case integer
    /// Numbers of 64 bits with a fraction; never money.
    case real
    case bytes
}

/// What an engine words its own way; the closed list of what truly differs.
package protocol Dialect: Sendable {
    /// Whether an absent value can be bound. PostgreSQL must know the type of each value that is, and an absent one has none.
    var bindsNull: Bool { get }
    /// A column's type as `CREATE TABLE` names it.
    func sql(_ type: ColumnType) -> String
    /// Full-text search.
    var search: any SearchIndex { get }
    /// Every table of the store in the order of their names, without those that the engine or the search index keeps for itself.
    var tables: Query { get }
    /// After rows came in with their keys given (a restored backup): the next key is one more than the last.
    /// - Parameter table: One whose key `id` is an ``ColumnType/identity``.
    /// - Returns: A `SELECT` to run, or `nil` where the engine does so itself.
    func advanceIdentity(of table: String) -> Query?
    /// After a column of an index: absent values are the least, so that both engines read it in the same order.
    var absentIsLeast: Query { get }
    /// Statements after which rows of a table are added only: to change or delete one is refused as `constraint`.
    func makeAppendOnly(_ table: String) -> [Query]
    /// The columns of a table in their order: name, place in the primary key from 1 (0 outside it), whether the engine numbers it.
    func columns(of table: String) -> Query
    /// From now to the end of the transaction, rows may refer to rows that come later.
    var postponeReferences: [Query] { get }
    /// Before that end: whether all rows refer to rows that are there, as from now on again.
    var checkReferences: [Query] { get }
}
