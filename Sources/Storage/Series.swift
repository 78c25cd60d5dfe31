/// Official numbers without gaps: 1, 2, 3, … in a series such as "outgoing.2026".
package enum Series {
    /// The schema of it.
    package static let migrations = [
        Migration(
            "series.1",
            [
                "CREATE TABLE series (key \(column: .text) PRIMARY KEY, last \(column: .integer) NOT NULL CHECK (last > 0))"
            ])
    ]

    /// The next number. It is taken with the transaction and given back with it: nothing is skipped, nothing given twice.
    package static func next(_ key: String, _ db: Transaction) throws -> Int {
        let query: Query = """
            INSERT INTO series (key, last) VALUES (\(key), 1)
            ON CONFLICT (key) DO UPDATE SET last = series.last + 1 RETURNING last
            """
        guard let number: Int = try db.value(query) else { throw StorageError(.fault, "no number of \(key)") }
        return number
    }
}
