/// A table as the database itself knows it.
package struct Table: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// Names of all columns, in their order.
    package let columns: [String]
    /// Names of those of the primary key, in its order; all columns where it has none.
    package let key: [String]
    /// Whether the engine numbers its rows.
    let isNumbered: Bool

    /// Every table with rows of the program, by name; not the ledger of migrations.
    package static func all(_ db: Transaction) throws -> [Table] {
        try names(db).filter { $0 != "migrations" }.map { try Table($0, db) }
    }

    /// Names of all tables.
    package static func names(_ db: Transaction) throws -> [String] {
        try db.all(db.dialect.tables) { try $0.next() }
    }

    private init(_ name: String, _ db: Transaction) throws {
        let columns = try db.all(db.dialect.columns(of: name)) { fields in
            (
                name: try fields.next(String.self), place: try fields.next(Int.self),
                isNumbered: try fields.next(Bool.self)
            )
        }
        let key = columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
        self.name = name
        self.columns = columns.map(\.name)
        self.key = key.isEmpty ? self.columns : key
        isNumbered = columns.contains { $0.isNumbered }
    }

    /// Every row in the order of the primary key, with the values of all columns. It is read in pages of some megabytes at most:
    /// an engine may hold all of an answer.
    package func rows(_ db: Transaction, _ body: ([Value]) throws -> Void) throws {
        let places = key.compactMap { columns.firstIndex(of: $0) }
        var last: [Value]?
        var limit = 16
        while true {
            var count = 0
            var size = 0
            try db.each(page(after: last, limit)) { fields in
                var row: [Value] = []
                row.reserveCapacity(columns.count)
                for _ in columns {
                    let value: Value = try fields.next()
                    size += value.size
                    row.append(value)
                }
                last = places.map { row[$0] }
                count += 1
                try body(row)
            }
            guard count == limit else { return }
            limit = min(max(count * 2_000_000 / size, 1), 5_000)
        }
    }

    private func page(after last: [Value]?, _ limit: Int) -> Query {
        let names = Self.list(key)
        let rest: Query = last.map { "WHERE (\(names)) > (\(list: $0))" } ?? ""
        return "SELECT \(Self.list(columns)) FROM \(name: name) \(rest) ORDER BY \(names) LIMIT \(limit)"
    }

    /// `INSERT INTO table (columns)`.
    var insertion: Query { "INSERT INTO \(name: name) (\(Self.list(columns)))" }

    private static func list(_ names: [String]) -> Query {
        var query: Query = ""
        for (index, name) in names.enumerated() { query = index == 0 ? "\(name: name)" : "\(query), \(name: name)" }
        return query
    }
}

extension Value {
    /// About how many bytes it takes.
    var size: Int {
        switch self {
        case .null, .integer, .real: 8
        case .text(let text): text.utf8.count + 8
        case .bytes(let bytes): bytes.count + 8
        }
    }
}
