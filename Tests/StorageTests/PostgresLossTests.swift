import Foundation
import Storage
import StoragePostgres
import Synchronization
import TestSupport
import Testing

private let schema =
    Series.migrations + [
        Migration(
            "test.writes",
            ["CREATE TABLE writes (number \(column: .integer) PRIMARY KEY, token \(column: .integer) NOT NULL)"])
    ]

/// What was acknowledged stands, once, whatever becomes of connections and servers.
@Suite struct PostgresLossTests {
    /// Writes tokens, one transaction each, and remembers what was said of them.
    private final class Writers: Sendable {
        struct Account {
            var acknowledged: [Int: Int] = [:]
            var unknown: Set<Int> = []
        }
        let store: Store
        let account = Mutex(Account())
        let runs = Atomic<Int>(0)

        init(_ store: Store) { self.store = store }

        /// How many writes were acknowledged.
        var count: Int { account.withLock { $0.acknowledged.count } }

        func write(_ token: Int) async throws {
            do {
                let number = try await store.write { [self] db in
                    runs.add(1, ordering: .relaxed)
                    let number = try Series.next("writes", db)
                    try db.run("INSERT INTO writes (number, token) VALUES (\(number), \(token))")
                    return number
                }
                account.withLock { $0.acknowledged[token] = number }
            } catch let error as StorageError where error.kind == .unknownOutcome {
                account.withLock { _ = $0.unknown.insert(token) }
            }
        }

        /// Several at once, while something happens to the server again and again.
        func write(_ tokens: Range<Int>, while trouble: @escaping @Sendable () async throws -> Void) async throws {
            try await withThrowingTaskGroup { group in
                let troubles = Task { while !Task.isCancelled { try await trouble() } }
                for worker in 0..<4 {
                    group.addTask {
                        for token in tokens where token % 4 == worker { try await self.write(token) }
                    }
                }
                try await group.waitForAll()
                troubles.cancel()
                do { try await troubles.value } catch is CancellationError {}
            }
        }

        func expectAllKept(sourceLocation: SourceLocation = #_sourceLocation) async throws {
            let rows = try await store.read { db in
                try db.all("SELECT number, token FROM writes ORDER BY number") { fields in
                    (number: try fields.next(Int.self), token: try fields.next(Int.self))
                }
            }
            #expect(rows.map(\.number) == Array(1...rows.count), "gapless", sourceLocation: sourceLocation)
            let account = account.withLock { $0 }
            let kept = Dictionary(grouping: rows, by: \.token)
            for (token, number) in account.acknowledged {
                #expect(kept[token]?.map(\.number) == [number], sourceLocation: sourceLocation)
            }
            let others = Set(kept.keys).subtracting(account.acknowledged.keys)
            #expect(others.isSubset(of: account.unknown), sourceLocation: sourceLocation)
        }
    }

    @Test func everyWriteStandsOnceThoughConnectionsAreEndedAtAnyMoment() async throws {
        try await TestServer.withSchema { name in
            let store = try await Store.migrating(try TestServer.engine(name, name: name), schema)
            let writers = Writers(store)
            let keeper = try TestServer.engine()
            let ended = Atomic<Int>(0)
            try await writers.write(0..<600) {
                let next = writers.runs.load(ordering: .relaxed) + .random(in: 0...8)
                while writers.runs.load(ordering: .relaxed) < next { try await Task.sleep(for: .microseconds(200)) }
                let count = try await keeper.read { db in
                    try db.value(
                        "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = \(name)",
                        Int.self)
                }
                ended.add(count ?? 0, ordering: .relaxed)
                // Readers too ask as if nothing were.
                _ = try await store.read { try $0.value("SELECT COUNT(*) FROM writes", Int.self) }
            }
            #expect(ended.load(ordering: .relaxed) > 10)
            #expect(writers.runs.load(ordering: .relaxed) > 600, "no write was ever cut")
            #expect(writers.account.withLock { $0.unknown.isEmpty && $0.acknowledged.count == 600 })
            try await writers.expectAllKept()
            try await keeper.close()
            try await store.close()
        }
    }

    @Test func aServerThatIsKilledLosesNothingThatItAcknowledged() async throws {
        try await PrivateServer.running { server in
            let store = try await Store.migrating(try PostgresEngine(address: server.address, readers: 2), schema)
            let writers = Writers(store)
            let crashes = Atomic<Int>(0)
            try await writers.write(0..<2_000) {
                let next = writers.count + .random(in: 100...400)
                while writers.count < next { try await Task.sleep(for: .milliseconds(1)) }
                try await server.crash()
                crashes.add(1, ordering: .relaxed)
                try await server.start()
            }
            #expect(crashes.load(ordering: .relaxed) >= 4)
            try await writers.expectAllKept()
            try await store.close()
        }
    }

    @Test func whatBecameOfAWriteIsFoundOutWhenItsAnswerIsLost() async throws {
        try await PrivateServer.running { server in
            let proxy = try CuttingProxy(to: server.folder)
            let store = try await Store.migrating(try PostgresEngine(address: proxy.address, readers: 1), schema)
            let writers = Writers(store)

            proxy.cut(.before)
            try await writers.write(1)
            #expect(writers.runs.load(ordering: .relaxed) == 2, "undone, and run again")

            proxy.cut(.after {})
            try await writers.write(2)
            #expect(writers.runs.load(ordering: .relaxed) == 3, "it stood already")
            #expect(writers.account.withLock { $0.acknowledged } == [1: 1, 2: 2])

            // After a crash numbers of transactions may come again: nobody can tell.
            proxy.cut(
                .after {
                    try Blocking.run {
                        try await server.crash()
                        try await server.start()
                    }
                })
            try await writers.write(3)
            #expect(writers.account.withLock { $0.unknown } == [3])

            // The same where one process of the server crashes and the others start anew under it.
            let keeper = try PostgresEngine(address: server.address, readers: 1)
            proxy.cut(
                .after {
                    try Blocking.run {
                        let process = try await keeper.read { try $0.value("SELECT pg_backend_pid()", Int.self) }
                        kill(pid_t(process ?? 0), SIGKILL)
                        _ = try await keeper.read { try $0.value("SELECT pg_backend_pid()", Int.self) }
                    }
                })
            try await writers.write(4)
            #expect(writers.account.withLock { $0.unknown } == [3, 4])

            try await writers.write(5)
            #expect(proxy.cuts == 4)
            try await writers.expectAllKept()
            try await keeper.close()
            try await store.close()
            proxy.clear()
        }
    }
}

/// A server that cannot be asked says why in one line, at once, and never with the password.
@Suite struct PostgresRefusalTests {
    private func refusal(_ address: String, schema: String? = nil) async throws -> StorageError {
        let error = try await #require(throws: StorageError.self) {
            let engine = try PostgresEngine(address: address, schema: schema)
            _ = try await engine.read { try $0.value("SELECT 1", Int.self) }
        }
        #expect(!error.detail.contains("mật khẩu") && !error.detail.contains("\n") && !error.detail.isEmpty)
        return error
    }

    @Test func nobodyAnswers() async throws {
        #expect(try await refusal("postgres://lan:m%E1%BA%ADt%20kh%E1%BA%A9u@127.0.0.1:1/nhipcau").kind == .unreachable)
        #expect(try await refusal("postgres://lan@/nhipcau?host=/khong/co").kind == .unreachable)
    }

    @Test(arguments: [
        "postgres://lan:mật khẩu@host:cổng/nhipcau", "postgres://lan@host/nhipcau?lạ=1", "postgres://[", "x",
    ])
    func theAddressIsNone(_ address: String) async throws {
        #expect(try await refusal(address).kind == .unreachable)
    }

    @Test func theServerRefuses() async throws {
        let unknown = try await refusal(TestServer.address(with: "dbname=khong-co"))
        #expect(unknown.kind == .unreachable && unknown.code == "3D000")
        #expect(try await refusal(TestServer.address(with: "user=khong-co")).kind == .denied)
        let nowhere = try await refusal(TestServer.address, schema: "khong \"co")
        #expect(nowhere.kind == .unreachable && nowhere.code == "3F000")
    }
}

/// Lets a thread that is no task's wait for one.
private enum Blocking {
    static func run(_ body: @escaping @Sendable () async throws -> Void) throws {
        let failure = Mutex<(any Error)?>(nil)
        let semaphore = DispatchSemaphore(value: 0)
        Task {
            do { try await body() } catch { failure.withLock { $0 = error } }
            semaphore.signal()
        }
        semaphore.wait()
        if let failure = failure.withLock({ $0 }) { throw failure }
    }
}
