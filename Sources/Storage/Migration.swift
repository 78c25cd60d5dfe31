/// One step of the schema, forward only; never changed once released.
package struct Migration: Sendable {
    /// Its name for ever: "office.1".
    package let id: String
    /// What it does.
    package let statements: @Sendable (any Dialect) -> [Query]

    /// What no statement can say, after them: fills the columns that they made.
    private let filling: (@Sendable (Transaction) throws -> Void)?

    /// A step of plain statements.
    /// - Parameter filling: What no statement can say, after them.
    package init(
        _ id: String, _ statements: [Query], filling: (@Sendable (Transaction) throws -> Void)? = nil
    ) {
        self.init(id, filling: filling) { _ in statements }
    }

    /// A step that asks the engine's dialect.
    package init(_ id: String, _ statements: @escaping @Sendable (any Dialect) -> [Query]) {
        self.init(id, filling: nil, statements)
    }

    private init(
        _ id: String, filling: (@Sendable (Transaction) throws -> Void)?,
        _ statements: @escaping @Sendable (any Dialect) -> [Query]
    ) {
        self.id = id
        self.statements = statements
        self.filling = filling
    }

    private static let ledger: Query =
        "CREATE TABLE IF NOT EXISTS migrations (number \(column: .integer) PRIMARY KEY, id \(column: .text) NOT NULL UNIQUE)"

    /// Brings a database to the program's schema, all steps in one transaction; several programs may try at once.
    /// - Returns: Names of the steps that were missing.
    /// - Throws: ``StorageError`` of kind `newer` or `foreign`; then nothing was changed.
    package static func apply(_ migrations: [Migration], to engine: any Engine) async throws -> [String] {
        try await engine.write { try apply(migrations, $0) }
    }

    /// Runs the steps that are missing, in the order of the list. A step of an upper room may have been run before one that a room
    /// below it gained later: rooms know only those below them.
    /// - Returns: Their names.
    /// - Throws: ``StorageError`` of kind `newer` or `foreign`.
    package static func apply(_ migrations: [Migration], _ db: Transaction) throws -> [String] {
        let applied = try applied(db)
        let missing = try missing(of: migrations, after: applied)
        if applied.isEmpty { try db.run(ledger) }
        for (offset, migration) in missing.enumerated() {
            for statement in migration.statements(db.dialect) { try db.run(statement) }
            try migration.filling?(db)
            try db.run("INSERT INTO migrations (number, id) VALUES (\(applied.count + offset + 1), \(migration.id))")
        }
        return missing.map(\.id)
    }

    /// Names of the steps that a database lacks, in their order; all of them where it is empty.
    /// - Throws: ``StorageError`` of kind `newer` or `foreign`.
    package static func pending(_ migrations: [Migration], _ db: Transaction) throws -> [String] {
        try missing(of: migrations, after: applied(db)).map(\.id)
    }

    /// - Throws: where the database is past this program, behind it, empty, or of another program.
    static func check(_ migrations: [Migration], _ db: Transaction) throws {
        let applied = try applied(db)
        guard let first = try missing(of: migrations, after: applied).first else { return }
        throw applied.isEmpty ? StorageError(.empty, "no tables") : StorageError(.older, first.id)
    }

    /// Names of the steps that a database has gone, in the order in which it went them.
    /// - Throws: ``StorageError`` of kind `foreign` where there are tables, but not ours.
    package static func applied(_ db: Transaction) throws -> [String] {
        let tables = try Table.names(db)
        if tables.contains("migrations") {
            do { return try db.all("SELECT id FROM migrations ORDER BY number") { try $0.next() } } catch let error
                as StorageError where error.kind == .fault
            {
                // Other programs keep such a table too.
                throw StorageError(.foreign, "migrations")
            }
        }
        if let table = tables.first { throw StorageError(.foreign, table) }
        return []
    }

    private static func missing(of known: [Migration], after applied: [String]) throws -> [Migration] {
        let names = Set(known.map(\.id))
        if let unknown = applied.first(where: { !names.contains($0) }) { throw StorageError(.newer, unknown) }
        let done = Set(applied)
        return known.filter { !done.contains($0.id) }
    }
}
