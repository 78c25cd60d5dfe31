import Storage
import TestSupport
import Testing

@Suite(.onEachEngine([], isShared: true))
struct MigrationTests {
    private let first = Migration(
        "a.1",
        ["CREATE TABLE a (id \(column: .identity), name \(column: .text))", "INSERT INTO a (name) VALUES ('một')"])
    private let second = Migration("a.2", ["UPDATE a SET name = name || ' hai'"])
    private let wrong = Migration("a.3", ["INSERT INTO a (name) VALUES ('ba')", "INSERT INTO nowhere VALUES (1)"])

    private func tables() async throws -> [String] {
        try await TestStore.current.read { db in try db.all(db.dialect.tables) { try $0.next() } }
    }

    private func names() async throws -> [String] {
        try await TestStore.current.read { db in try db.all("SELECT name FROM a ORDER BY id") { try $0.next() } }
    }

    @Test func runsWhatIsMissingInOrder() async throws {
        let engine = try TestStore.current.engine
        #expect(try await Migration.apply([first], to: engine) == ["a.1"])
        #expect(try await Migration.apply([first, second], to: engine) == ["a.2"])
        #expect(try await Migration.apply([first, second], to: engine) == [])
        #expect(try await names() == ["một hai"])
        _ = try await Store(engine, migrations: [first, second])
    }

    @Test func programsThatStartTogetherMigrateOnce() async throws {
        let engines = try (0..<4).map { _ in try TestStore.another() }
        let migrations = [first, second]
        let done = try await withThrowingTaskGroup { group in
            for engine in engines { group.addTask { try await Migration.apply(migrations, to: engine) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(done.filter { !$0.isEmpty } == [["a.1", "a.2"]])
        #expect(try await names() == ["một hai"])
        for engine in engines { try await engine.close() }
    }

    @Test func aStepThatFailsLeavesAllAsItWas() async throws {
        let engine = try TestStore.current.engine
        let error = await #expect(throws: StorageError.self) {
            try await Migration.apply([first, second, wrong], to: engine)
        }
        #expect(error?.kind == .fault)
        #expect(try await tables() == ["migrations"])
        #expect(try await Migration.apply([first, second], to: engine) == ["a.1", "a.2"])
    }

    @Test func aDatabaseOfANewerProgramIsRefusedAndNotTouched() async throws {
        let engine = try TestStore.current.engine
        _ = try await Migration.apply([first, second], to: engine)
        let later = Migration("b.1", ["CREATE TABLE b (a \(column: .integer))"])
        for attempt in [[first], [first, later]] {
            let error = await #expect(throws: StorageError.self) { try await Migration.apply(attempt, to: engine) }
            #expect(error == StorageError(.newer, "a.2"))
            let opening = await #expect(throws: StorageError.self) { try await Store(engine, migrations: attempt) }
            #expect(opening == StorageError(.newer, "a.2"))
        }
        #expect(try await tables() == ["a", "migrations"])
    }

    @Test func anOlderOrAForeignDatabaseIsTold() async throws {
        let engine = try TestStore.current.engine
        _ = try await Migration.apply([first], to: engine)
        let older = await #expect(throws: StorageError.self) { try await Store(engine, migrations: [first, second]) }
        #expect(older == StorageError(.older, "a.2"))
        try await engine.write { try $0.run("DROP TABLE migrations") }
        let foreign = await #expect(throws: StorageError.self) { try await Migration.apply([first], to: engine) }
        #expect(foreign == StorageError(.foreign, "a"))
        try await engine.write { try $0.run("DROP TABLE a") }
        let empty = await #expect(throws: StorageError.self) { try await Store(engine, migrations: [first]) }
        #expect(empty?.kind == .empty)
    }

    @Test func anotherProgramsListOfMigrationsIsNotOurs() async throws {
        let engine = try TestStore.current.engine
        try await engine.write { db in
            try db.run("DROP TABLE migrations")
            try db.run("CREATE TABLE migrations (version \(column: .integer))")
        }
        let error = await #expect(throws: StorageError.self) { try await Migration.apply([first], to: engine) }
        #expect(error == StorageError(.foreign, "migrations"))
    }

    @Test func aStepFillsWhatItsStatementsMade() async throws {
        let engine = try TestStore.current.engine
        let texts = Migration(
            "a.2",
            (0..<1200).map { "INSERT INTO a (name) VALUES (\($0 % 2 == 0 ? "Ổi \($0)" : "Ăn \($0)"))" })
        let keys = Migration(
            "a.3", ["ALTER TABLE a ADD COLUMN name_key \(column: .text)"],
            filling: { try SortKey.fill("a", "name_key", from: "name", $0) })
        #expect(try await Migration.apply([first, texts, keys], to: engine) == ["a.1", "a.2", "a.3"])
        let sorted = try await TestStore.current.read { db in
            try db.all("SELECT name FROM a ORDER BY name_key") { try $0.next(String.self) }
        }
        #expect(sorted.count == 1201 && sorted.first == "Ăn 1" && sorted[1] == "Ăn 3" && sorted.last == "Ổi 1198")
        #expect(sorted[600] == "một")
    }
}
