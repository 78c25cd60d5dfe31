import Foundation
package import Storage
package import StoragePostgres
import StorageSQLite

/// The engines that tests run on.
package enum TestEngine: String, CaseIterable, Sendable {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    /// Makes an empty database, and throws it away after the body.
    /// - Parameters:
    ///   - isShared: Whether several can open it at once: then SQLite's is a file, not in memory.
    ///   - body: Gets a function that opens it.
    package func withEmptyDatabase(
        isShared: Bool = false, _ body: (@escaping @Sendable () throws -> any Engine) async throws -> Void
    ) async throws {
        switch self {
        case .postgres: try await TestServer.withSchema { schema in try await body { try TestServer.engine(schema) } }
        case .sqlite where isShared:
            let desk = try TestFolder()
            defer { desk.clear() }
            try await body { try SQLiteEngine(path: desk.path("test.sqlite"), .creating) }
        case .sqlite: try await body { try SQLiteEngine.inMemory() }
        }
    }
}

/// The PostgreSQL that tests use.
package enum TestServer {
    /// So many tests at once that the server has connections for all.
    private static let gate = Gate(8)

    /// - Throws: where there is none: no test is skipped for that.
    package static var address: String {
        get throws {
            let variable = ProcessInfo.processInfo.environment["NHIPCAU_TEST_DATABASE"]
            guard let address = variable, !address.isEmpty else { throw Missing() }
            return address
        }
    }

    private struct Missing: Error, CustomStringConvertible {
        let description = "no PostgreSQL: run bin/test, or first: export NHIPCAU_TEST_DATABASE=$(bin/postgres start)"
    }

    /// The address with one more setting: "user=lan".
    package static func address(with setting: String) throws -> String {
        let address = try address
        return "\(address)\(address.contains("?") ? "&" : "?")\(setting)"
    }

    /// An engine on the server, with few connections.
    /// - Parameter name: What its connections are called there.
    package static func engine(_ schema: String? = nil, name: String = "nhipcau") throws -> PostgresEngine {
        try PostgresEngine(address: address(with: "application_name=\(name)"), schema: schema, readers: 2)
    }

    /// Makes a schema, whose name the body gets, and drops it afterwards.
    package static func withSchema(_ body: (String) async throws -> Void) async throws {
        try await gate.passing {
            let keeper = try engine()
            let schema = "test_\(UUID().uuidString.lowercased())"
            try await keeper.write { try $0.run("CREATE SCHEMA \(name: schema)") }
            let result: Result<Void, any Error>
            do { result = .success(try await body(schema)) } catch { result = .failure(error) }
            try await keeper.write { try $0.run("DROP SCHEMA \(name: schema) CASCADE") }
            try await keeper.close()
            try result.get()
        }
    }
}

/// Lets a number of tasks in at once; the others wait in line.
actor Gate {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ places: Int) { free = places }

    nonisolated func passing(_ body: () async throws -> Void) async throws {
        await enter()
        let result: Result<Void, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        await leave()
        try result.get()
    }

    private func enter() async {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
