import GRDB
package import Storage

/// The embedded engine: one file, one writer, many readers that never wait for it (WAL).
package struct SQLiteEngine: Engine {
    private let database: any DatabaseWriter

    package var dialect: any Dialect { SQLiteDialect() }

    /// How a file is opened.
    package enum Opening: Sendable {
        /// It must be there.
        case existing
        /// It is made where it is not.
        case creating
    }

    /// Opens a file for many readers and a writer at once.
    /// - Throws: ``StorageError`` where it is not there, may not be written, or is no database.
    package init(path: String, _ opening: Opening = .existing) throws {
        database = try SQLiteFailure.translating {
            if opening == .existing { try SQLiteFailure.requireFile(path) }
            let pool = try DatabasePool(path: path, configuration: Self.configuration)
            // GRDB sets it back where it turns to WAL.
            try pool.writeWithoutTransaction { try $0.execute(sql: Self.durability) }
            return pool
        }
    }

    /// Opens a file with one connection, for a command that asks one thing after another. Opening alone changes nothing in it.
    /// - Throws: ``StorageError`` where it is not there, may not be written, or is no database.
    package static func single(path: String) throws -> Self {
        try SQLiteFailure.translating {
            try SQLiteFailure.requireFile(path)
            return Self(try DatabaseQueue(path: path, configuration: configuration))
        }
    }

    /// Opens a file that is only read, such as a backup, on whatever disk.
    /// - Throws: ``StorageError`` where it is not there, may not be read, or is no database.
    package static func reading(path: String) throws -> Self {
        try SQLiteFailure.translating {
            try SQLiteFailure.requireReadable(path)
            var configuration = configuration
            configuration.readonly = true
            return Self(try DatabaseQueue(path: path, configuration: configuration))
        }
    }

    /// Opens a file in which nobody else works and which is thrown away where something fails.
    static func making(path: String) throws -> Self {
        try SQLiteFailure.translating {
            var configuration = configuration
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = MEMORY") }
            return Self(try DatabaseQueue(path: path, configuration: configuration))
        }
    }

    /// - Throws: ``StorageError`` of kind `damaged` where the file is not as SQLite would write it.
    func checkIntegrity() async throws {
        let (finding, isUnbroken) = try await read { db in
            (
                try db.value("PRAGMA integrity_check(1)", String.self),
                try db.all("PRAGMA foreign_key_check") { _ in }.isEmpty
            )
        }
        guard finding == "ok", isUnbroken else { throw StorageError(.damaged, finding ?? "no answer") }
    }

    /// From now on, readers and a writer do not wait for each other.
    func turnToWAL() async throws {
        _ = try await SQLiteFailure.translating {
            try await database.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
        }
    }

    private init(_ database: any DatabaseWriter) { self.database = database }

    /// A database in memory, gone with the engine.
    package static func inMemory() throws -> Self {
        try SQLiteFailure.translating { Self(try DatabaseQueue(configuration: configuration)) }
    }

    /// What was acknowledged survives a failing power supply, not only a killed process.
    private static let durability = "PRAGMA synchronous = FULL"

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = 5
        // Another process (a backup, a second command) may hold the lock of writing for a moment.
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { database in
            try database.execute(sql: durability)
            // Each connection has a cache of its own, of this many KiB at most; behind it stands the system's, which all share.
            try database.execute(sql: "PRAGMA cache_size = -10000")
        }
        return configuration
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await SQLiteFailure.translating {
            guard let pool = database as? DatabasePool else {
                return try await database.read { try Self.run(body, SQLiteSession($0)) }
            }
            // GRDB would prepare the transaction's own statements anew, and with them SQLite prepares all others anew.
            return try await pool.unsafeRead { database in
                let session = SQLiteSession(database)
                return try session.inReadTransaction { try Self.run(body, session) }
            }
        }
    }

    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await SQLiteFailure.translating {
            try await database.writeWithoutTransaction { database in
                var result: T?
                do {
                    // The lock of writing is taken first: what the body reads is still so when it writes.
                    try database.inTransaction(.immediate) {
                        result = try Self.run(body, SQLiteSession(database))
                        return .commit
                    }
                } catch let error as DatabaseError {
                    throw SQLiteFailure.translated(error, on: database)
                }
                guard let result else { throw StorageError(.fault, "no result") }
                return result
            }
        }
    }

    private static func run<T>(_ body: (Transaction) throws -> T, _ session: SQLiteSession) throws -> T {
        let result = try body(Transaction(session))
        if let failure = session.failure { throw failure }
        return result
    }

    package func close() async throws { try SQLiteFailure.translating { try database.close() } }
}
