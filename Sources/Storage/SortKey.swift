import Vietnamese

/// The order of Vietnamese dictionaries for a column of texts: its key stands in a column beside it, and plain bytes are compared.
package enum SortKey {
    /// So many letters of a long text count.
    private static let letters = 120

    /// The key of a text.
    package static func of(_ text: String) -> String { Collation.key(String(text.prefix(letters))) }

    /// Fills the column of keys of a table that has an `id`, for the rows that were there before the column.
    /// - Parameter text: The text as SQL.
    package static func fill(_ table: String, _ column: String, from text: Query, _ db: Transaction) throws {
        var last = 0
        while true {
            let rows = try db.all(
                """
                SELECT id, \(text) FROM \(name: table) WHERE id > \(last) AND \(text) IS NOT NULL ORDER BY id LIMIT 1000
                """
            ) { (id: try $0.next(Int.self), text: try $0.next(String.self)) }
            for row in rows {
                try db.run("UPDATE \(name: table) SET \(name: column) = \(of(row.text)) WHERE id = \(row.id)")
            }
            guard let end = rows.last else { return }
            last = end.id
        }
    }
}
