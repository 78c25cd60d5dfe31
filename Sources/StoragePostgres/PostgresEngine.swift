package import Storage

/// The engine of many servers on one database: PostgreSQL, through libpq.
///
/// Writers of one schema wait for each other at a lock that they take first, as at the lock of SQLite's file; so no two can block
/// each other, and what a writer has read is still so when it writes. One connection writes; the others read and wait for
/// nobody.
package struct PostgresEngine: Engine {
    private let writer: PostgresConnection
    private let readers: PostgresPool

    package var dialect: any Dialect { PostgresDialect() }

    /// Connects when it is first asked something.
    /// - Parameters:
    ///   - address: As `postgres://user:password@host:port/database`, or any that libpq knows.
    ///   - schema: The schema that holds the tables; it must be there. `nil` for the one that the server chooses.
    ///   - readers: How many connections may read at once, beside the one that writes.
    /// - Throws: ``StorageError`` where the address is none.
    package init(address: String, schema: String? = nil, readers: Int = 8) throws {
        let server = try PostgresServer(address: address, schema: schema)
        writer = PostgresConnection(server)
        self.readers = PostgresPool((0..<max(readers, 1)).map { _ in PostgresConnection(server) })
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        let connection = await readers.take()
        let result: Result<T, any Error>
        do { result = .success(try await connection.read(body)) } catch { result = .failure(error) }
        await readers.give(connection)
        return try result.get()
    }

    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await writer.write(body)
    }

    package func close() async throws {
        await writer.close()
        for connection in readers.all { await connection.close() }
    }
}

/// Connections that wait for readers, and readers that wait for connections.
actor PostgresPool {
    nonisolated let all: [PostgresConnection]
    private var idle: [PostgresConnection]
    private var waiting: [CheckedContinuation<PostgresConnection, Never>] = []

    init(_ connections: [PostgresConnection]) {
        all = connections
        // The last is taken first: what suffices for the traffic stays connected, the others never connect.
        idle = connections
    }

    func take() async -> PostgresConnection {
        if let connection = idle.popLast() { return connection }
        return await withCheckedContinuation { waiting.append($0) }
    }

    func give(_ connection: PostgresConnection) {
        if waiting.isEmpty { idle.append(connection) } else { waiting.removeFirst().resume(returning: connection) }
    }
}
