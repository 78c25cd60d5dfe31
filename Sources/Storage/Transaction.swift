/// An open transaction: all of it will stand, or nothing. It lives inside the closure of ``Store/read(_:)`` or ``Store/write(_:)``.
/// After a statement that failed nothing more can be done in it: whoever can do without that statement asks first.
package struct Transaction {
    /// The engine's connection.
    package let session: any Session

    /// - Parameter session: One on which the engine has begun a transaction.
    package init(_ session: any Session) { self.session = session }

    /// What the engine words its own way.
    package var dialect: any Dialect { session.dialect }

    /// Runs a statement.
    /// - Returns: How many rows it changed.
    @discardableResult package func run(_ query: Query) throws -> Int {
        try run(query) { _ in true }
    }

    @discardableResult private func run(_ query: Query, row: (any FieldSource) throws -> Bool) throws -> Int {
        let (sql, values) = try query.statement(session.dialect)
        return try session.run(sql, values, row: row)
    }

    /// Every row, read by a function: `try db.all("SELECT name FROM …") { try $0.next(String.self) }`.
    package func all<T>(_ query: Query, _ read: (inout Fields) throws -> T) throws -> [T] {
        var rows: [T] = []
        try each(query) { rows.append(try read(&$0)) }
        return rows
    }

    /// The first row, or `nil` where there is none.
    package func first<T>(_ query: Query, _ read: (inout Fields) throws -> T) throws -> T? {
        var row: T?
        try run(query) { source in
            var fields = Fields(source)
            row = try read(&fields)
            return false
        }
        return row
    }

    /// The first column of the first row, or `nil` where there is no row.
    package func value<T: Storable>(_ query: Query, _ type: T.Type = T.self) throws -> T? {
        try first(query) { try $0.next() }
    }

    /// Rows one after another, without keeping them. PostgreSQL sends all of an answer before the first row is read: a table of
    /// millions is asked for in portions.
    package func each(_ query: Query, _ read: (inout Fields) throws -> Void) throws {
        try run(query) { source in
            var fields = Fields(source)
            try read(&fields)
            return true
        }
    }

    /// Inserts a row.
    /// - Parameter query: An `INSERT` without `RETURNING`.
    /// - Returns: Its ``ColumnType/identity`` in the column `id`.
    package func insert(_ query: Query) throws -> Int {
        guard let id: Int = try value("\(query) RETURNING id") else {
            throw StorageError(.fault, "nothing was inserted")
        }
        return id
    }

    /// Inserts many rows with few statements.
    /// - Parameters:
    ///   - head: `INSERT INTO table (a, b)`.
    ///   - rows: The values of each row, as many as the head names columns.
    package func insert(_ head: Query, rows: some Sequence<[Value]>) throws {
        // Few enough values for one statement of either engine (65,535 on PostgreSQL).
        var pending: [[Value]] = []
        var width = 1
        func flush() throws {
            guard !pending.isEmpty else { return }
            var parts = head.parts + [.text(" VALUES ")]
            for (index, row) in pending.enumerated() {
                parts.append(.text(index == 0 ? "(" : ", ("))
                for (column, value) in row.enumerated() {
                    if column > 0 { parts.append(.text(", ")) }
                    parts.append(.value(value))
                }
                parts.append(.text(")"))
            }
            try run(Query(parts: parts))
            pending.removeAll(keepingCapacity: true)
        }
        for row in rows {
            width = max(row.count, 1)
            pending.append(row)
            if pending.count * width >= 2_000 { try flush() }
        }
        try flush()
    }
}
