/// One step of the schema, forward only; never changed once released.
package struct Migration: Sendable {
    /// Its name for ever: "office.1".
    package let id: String
    /// What it does.
    package let statements: @Sendable (any Dialect) -> [Query]

    /// A step of plain statements.
    package init(_ id: String, _ statements: [Query]) { self.init(id) { _ in statements } }

    /// A step that asks the engine's dialect.
    package init(_ id: String, _ statements: @escaping @Sendable (any Dialect) -> [Query]) {
        self.id = id
        self.statements = statements
    }

    private static let ledger: Query =
        "CREATE TABLE IF NOT EXISTS migrations (number \(column: .integer) PRIMARY KEY, id \(column: .text) NOT NULL UNIQUE)"

    /// Brings a database to the program's schema, all steps in one transaction; several programs may try at once.
    /// - Returns: Names of the steps that were missing.
    /// - Throws: ``StorageError`` of kind `newer`; then nothing was changed.
    package static func apply(_ migrations: [Migration], to engine: any Engine) async throws -> [String] {
        try await engine.write { db in
            try db.run(ledger)
            let done = try applied(db)
            try refuseNewer(done, migrations)
            let missing = migrations[done.count...]
            for (offset, migration) in missing.enumerated() {
                for statement in migration.statements(db.dialect) { try db.run(statement) }
                try db.run(
                    "INSERT INTO migrations (number, id) VALUES (\(done.count + offset + 1), \(migration.id))")
            }
            return missing.map(\.id)
        }
    }

    /// - Throws: where the database is past this program, or behind it.
    static func check(_ migrations: [Migration], _ db: Transaction) throws {
        let done: [String]
        do { done = try applied(db) } catch let error as StorageError where error.kind == .fault { done = [] }
        try refuseNewer(done, migrations)
        guard done.count == migrations.count else {
            throw StorageError(.older, done.isEmpty ? "" : "\(done.count) of \(migrations.count) migrations")
        }
    }

    private static func applied(_ db: Transaction) throws -> [String] {
        try db.all("SELECT id FROM migrations ORDER BY number") { try $0.next() }
    }

    private static func refuseNewer(_ done: [String], _ known: [Migration]) throws {
        guard done.count <= known.count, zip(done, known).allSatisfy({ $0 == $1.id }) else {
            let foreign = zip(done, known).first { $0 != $1.id }?.0 ?? done[known.count]
            throw StorageError(.newer, foreign)
        }
    }
}
