import Foundation
package import Storage
package import StoragePostgres
import StorageSQLite
import Synchronization

/// The engines that tests run on.
package enum TestEngine: String, CaseIterable, Sendable {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    /// Makes an empty database, and throws it away after the body.
    package func withEmptyDatabase(_ body: (any Engine) async throws -> Void) async throws {
        switch self {
        case .sqlite: try await Self.closing(try SQLiteEngine.inMemory(), body)
        case .postgres: try await Self.withSchema { try await Self.closing(try TestServer.engine(schema: $0), body) }
        }
    }

    private static func closing(_ engine: any Engine, _ body: (any Engine) async throws -> Void) async throws {
        let result: Result<Void, any Error>
        do { result = .success(try await body(engine)) } catch { result = .failure(error) }
        try await engine.close()
        try result.get()
    }

    /// Makes a schema of the test server, whose name the body gets, and drops it afterwards.
    package static func withSchema(_ body: (String) async throws -> Void) async throws {
        await TestServer.gate.enter()
        let result: Result<Void, any Error>
        do {
            let keeper = try TestServer.engine()
            let schema = "test_\(UUID().uuidString.lowercased())"
            try await keeper.write { try $0.run("CREATE SCHEMA \(name: schema)") }
            do { result = .success(try await body(schema)) } catch { result = .failure(error) }
            try await keeper.write { try $0.run("DROP SCHEMA \(name: schema) CASCADE") }
            try await keeper.close()
        } catch {
            await TestServer.gate.leave()
            throw error
        }
        await TestServer.gate.leave()
        try result.get()
    }
}

/// The PostgreSQL that tests use.
package enum TestServer {
    /// So many tests at once that the server has connections for all.
    static let gate = Gate(8)

    /// - Throws: where there is none: no test is skipped for that.
    package static var address: String {
        get throws {
            let name = "NHIPCAU_TEST_DATABASE"
            guard let address = ProcessInfo.processInfo.environment[name], !address.isEmpty else { throw Missing() }
            return address
        }
    }

    private struct Missing: Error, CustomStringConvertible {
        let description = "no PostgreSQL: run bin/test, or first: export NHIPCAU_TEST_DATABASE=$(bin/postgres start)"
    }

    /// An engine on the server, with few connections.
    package static func engine(schema: String? = nil) throws -> PostgresEngine {
        try PostgresEngine(address: address, schema: schema, readers: 2)
    }
}

/// Lets a number of tasks in at once; the others wait in line.
actor Gate {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ places: Int) { free = places }

    func enter() async {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
