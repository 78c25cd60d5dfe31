/// The database of one office, open and migrated: whoever holds one can ask and write.
package struct Store: Sendable {
    /// What keeps the data.
    package let engine: any Engine

    /// Opens the store of a program.
    /// - Parameter migrations: All of the program's, in order; they must all have been applied.
    /// - Throws: ``StorageError`` of kind `newer`, `older`, `empty` or `foreign` where the database is not this program's.
    package init(_ engine: any Engine, migrations: [Migration]) async throws {
        self.engine = engine
        try await engine.read { try Migration.check(migrations, $0) }
    }

    private init(migrated engine: any Engine) { self.engine = engine }

    /// Opens the store and brings it to this program's schema.
    /// - Throws: ``StorageError`` of kind `newer` where it is past it; then nothing was changed.
    package static func migrating(_ engine: any Engine, _ migrations: [Migration]) async throws -> Store {
        _ = try await Migration.apply(migrations, to: engine)
        return Store(migrated: engine)
    }

    /// Asks, on one unchanging picture of the data.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.read(body)
    }

    /// Writes, in one transaction as the only writer; what the body throws undoes it. The body may run again after a lost
    /// connection, so it does nothing but speak to the database.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.write(body)
    }

    /// Ends it.
    package func close() async throws { try await engine.close() }
}
