/// The types of columns that the engines word differently; the others are `BIGINT` and `REAL`-like ``ColumnType/real``.
package enum ColumnType: Sendable, Hashable, CaseIterable {
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
    /// A column's type as `CREATE TABLE` names it.
    func sql(_ type: ColumnType) -> String
    /// Full-text search.
    var search: any SearchIndex { get }
    /// Every table of the store in the order of their names, without those that the engine or the search index keeps for itself.
    var tables: Query { get }
    /// After rows came in with their keys given (a restored backup): the next key is one more than the last.
    func advanceIdentity(of table: String) -> Query?
}
