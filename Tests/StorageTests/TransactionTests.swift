import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

private let schema = Migration(
    "test.units",
    [
        "CREATE TABLE units (id \(column: .identity), name \(column: .text) NOT NULL UNIQUE)",
        """
        CREATE TABLE posts (id \(column: .identity), unit \(column: .integer) NOT NULL REFERENCES units (id),
            rank \(column: .integer) NOT NULL CHECK (rank > 0))
        """,
    ])

private struct Refused: Error {}

@Suite(.onEachEngine([schema], isShared: true))
struct TransactionTests {
    private func names() async throws -> [String] {
        try await TestStore.current.read { db in
            try db.all("SELECT name FROM units ORDER BY name") { try $0.next() }
        }
    }

    @Test func whatThrowsIsUndone() async throws {
        let store = try TestStore.current
        await #expect(throws: Refused.self) {
            try await store.write { db in
                try db.run("INSERT INTO units (name) VALUES ('Sở Ngoại vụ')")
                try db.run("CREATE TABLE half (a \(column: .text))")
                throw Refused()
            }
        }
        #expect(try await names() == [])
        #expect(
            try await store.read { db in try db.all(db.dialect.tables) { try $0.next(String.self) } } == [
                "migrations", "posts", "units",
            ])
    }

    @Test(
        arguments: [
            "INSERT INTO units (name) VALUES ('A')", "INSERT INTO units (name) VALUES (NULL)",
            "INSERT INTO posts (unit, rank) VALUES (99, 1)", "INSERT INTO posts (unit, rank) VALUES (1, 0)",
            "DELETE FROM units",
        ] as [Query])
    func theRulesOfTheSchemaAreKept(_ statement: Query) async throws {
        let store = try TestStore.current
        try await store.write { db in
            try db.run("INSERT INTO units (id, name) VALUES (1, 'A')")
            try db.run("INSERT INTO posts (unit, rank) VALUES (1, 1)")
        }
        let error = await #expect(throws: StorageError.self) { try await store.write { try $0.run(statement) } }
        #expect(error?.kind == .constraint)
        #expect(try await names() == ["A"])
    }

    @Test func nothingFollowsAStatementThatFailed() async throws {
        let store = try TestStore.current
        try await store.write { try $0.run("INSERT INTO units (name) VALUES ('A')") }
        let error = await #expect(throws: StorageError.self) {
            try await store.write { db in
                try db.run("INSERT INTO units (name) VALUES ('B')")
                _ = try? db.run("INSERT INTO units (name) VALUES ('A')")
            }
        }
        #expect(error?.kind == .constraint)
        #expect(try await names() == ["A"])
    }

    @Test func readingChangesNothing() async throws {
        let store = try TestStore.current
        let error = await #expect(throws: StorageError.self) {
            try await store.read { _ = try $0.run("INSERT INTO units (name) VALUES ('A')") }
        }
        #expect(error?.kind == .readOnly)
        #expect(try await names() == [])
    }

    @Test func aReaderSeesOnePictureAndNeitherWaitsForTheOther() async throws {
        let store = try TestStore.current
        try await store.write { try $0.run("INSERT INTO units (name) VALUES ('A')") }
        let (hasWritten, mayGoOn) = (Signal(), Signal())
        let count: Query = "SELECT COUNT(*) FROM units"
        async let writing: Void = store.write { db in
            try db.run("INSERT INTO units (name) VALUES ('B')")
            hasWritten.send()
            // Until others have read meanwhile.
            try mayGoOn.wait()
        }
        try await waiting { try hasWritten.wait() }
        #expect(try await store.read { try $0.value(count, Int.self) } == 1)

        let (hasLooked, mayLookAgain) = (Signal(), Signal())
        async let reading = store.read { db in
            let before: Int? = try db.value(count)
            hasLooked.send()
            try mayLookAgain.wait()
            return (before, try db.value(count, Int.self))
        }
        try await waiting { try hasLooked.wait() }
        mayGoOn.send()
        try await writing
        #expect(try await store.read { try $0.value(count, Int.self) } == 2)
        mayLookAgain.send()
        #expect(try await reading == (1, 1))
    }

    @Test func whatAWriterHasReadIsStillSoWhenItWrites() async throws {
        let store = try TestStore.current
        let other = try TestStore.another()
        try await store.write { try $0.run("INSERT INTO units (id, name) VALUES (1, '0')") }
        try await withThrowingTaskGroup { group in
            for number in 0..<60 {
                let engine = number.isMultiple(of: 2) ? store.engine : other
                group.addTask {
                    try await engine.write { db in
                        let last =
                            try db.value("SELECT name FROM units WHERE id = 1", String.self).flatMap(Int.init) ?? 0
                        try db.run("UPDATE units SET name = \(String(last + 1)) WHERE id = 1")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await names() == ["60"])
        try await other.close()
    }

    @Test func afterItsEndNothingIsDone() async throws {
        let other = try TestStore.another()
        #expect(try await other.read { try $0.value("SELECT 1", Int.self) } == 1)
        try await other.close()
        await #expect(throws: StorageError.self) { try await other.read { try $0.value("SELECT 1", Int.self) } }
        await #expect(throws: StorageError.self) { try await other.write { try $0.run("DELETE FROM posts") } }
    }
}

/// One thread tells another that it may go on.
private final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func send() { semaphore.signal() }

    /// - Throws: where nobody sends within a minute.
    func wait() throws {
        guard semaphore.wait(timeout: .now() + 60) == .success else { throw Refused() }
    }
}
