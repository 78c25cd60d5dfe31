import Crypto
import Foundation
import GRDB
import Storage
import StoragePostgres
import StorageSQLite
import TestSupport
import Testing

@testable import Nhipcau

/// Databases of every earlier version come up to this one, and what was released never changes.
@Suite struct UpgradeTests {
    private let desk: TestFolder

    init() throws { desk = try TestFolder() }

    /// The steps in the order in which they came, each with a hash of its statements on both engines: a line "id hash" each. A step
    /// is only ever added at the end.
    private static let released: [(id: String, hash: String)] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/released-migrations.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let words = line.split(separator: " ").map(String.init)
            return (words[0], words.last ?? "")
        }
    }()

    private static func hash(_ migration: Storage.Migration) throws -> String {
        let dialects = [
            try SQLiteEngine.inMemory().dialect, try PostgresEngine(address: "postgres://nowhere/none").dialect,
        ]
        let statements = try dialects.flatMap { dialect in
            try migration.statements(dialect).map { statement in
                let (sql, values) = try statement.statement(dialect)
                return "\(sql) \(values)"
            }
        }
        let sum = SHA256.hash(data: Data(statements.joined(separator: "\n").utf8))
        return sum.prefix(8).map { String(format: "%02x", $0) }.joined()
    }

    @Test func aReleasedStepNeverChanges() throws {
        for step in Self.released {
            let migration = try #require(
                Schema.migrations.first { $0.id == step.id },
                "\(step.id) was released and is gone: databases that have gone it would be refused")
            let now = try Self.hash(migration)
            #expect(
                now == step.hash,
                """
                \(step.id) is not as it was released. Put it back and write a new step after it; only where no database outside of \
                development has gone it, put this into Fixtures/released-migrations.txt: \(step.id) \(now)
                """)
        }
        for migration in Schema.migrations where !Self.released.contains(where: { $0.id == migration.id }) {
            let line = "\(migration.id) \(try Self.hash(migration))"
            Issue.record("a new step: add to Fixtures/released-migrations.txt: \(line)")
        }
    }

    @Test func everyStepIsInTheListOnce() {
        #expect(Set(Schema.migrations.map(\.id)).count == Schema.migrations.count)
    }

    /// How many of the released steps an earlier version had.
    static let versions = 1..<max(released.count, 2)

    private func steps(_ count: Int) -> [Storage.Migration] {
        Self.released.prefix(count).compactMap { step in Schema.migrations.first { $0.id == step.id } }
    }

    /// Everything that SQLite keeps of the schema.
    private func schema(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name || ': ' || COALESCE(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1
                    """)
        }
    }

    @Test(arguments: versions)
    func anEarlierFileComesUpWithItsRows(version: Int) async throws {
        let path = desk.path("old.sqlite")
        let engine = try SQLiteEngine(path: path, .creating)
        _ = try await Migration.apply(steps(version), to: engine)
        try await engine.close()
        let counts = try fillEveryTable(path)
        let outcome = try await Command.run("migrate", "--json", "--database", path)
        #expect(outcome.status == 0, "\(outcome.complaint)")
        let fresh = try SQLiteEngine(path: desk.path("new.sqlite"), .creating)
        _ = try await Migration.apply(Schema.migrations, to: fresh)
        try await fresh.close()
        #expect(try schema(path) == schema(desk.path("new.sqlite")))
        try await DatabaseQueue(path: path).read { db in
            for (table, count) in counts {
                let now = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \"\(table)\"") ?? 0
                #expect(now >= count, "rows of \(table)")
            }
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
        }
        // The copy that was taken before is of the earlier version, with its rows.
        let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let copy = try SQLiteEngine.reading(path: try #require(answer?["backup"] as? String))
        #expect(try await copy.read { try Migration.applied($0).sorted() } == steps(version).map(\.id).sorted())
        try await copy.close()
        #expect(try await Command.run("migrate", "--database", path).output == "Cơ sở dữ liệu đã đúng phiên bản này.\n")
    }

    /// One row in every table that has none, whatever its columns: every key is 1 and every reference points to it.
    private func fillEveryTable(_ path: String) throws -> [String: Int] {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        return try DatabaseQueue(path: path, configuration: configuration).write { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                    AND name NOT LIKE 'search_words%' AND name <> 'migrations'
                    -- what describes other tables
                    AND name NOT IN ('shapes', 'shape_columns', 'shape_indices')
                    """)
            for table in tables where try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \"\(table)\"") == 0 {
                let columns = try db.columns(in: table)
                do { try insertRow(into: table, columns.filter { $0.isNotNull || $0.primaryKeyIndex > 0 }, db) } catch {
                    // A rule of the table asks for more.
                    try insertRow(into: table, columns, db)
                }
            }
            return try tables.reduce(into: [:]) { counts, table in
                counts[table] = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \"\(table)\"")
            }
        }
    }

    private func insertRow(into table: String, _ columns: [ColumnInfo], _ db: Database) throws {
        let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let values = columns.map { column in
            switch column.type {
            case "TEXT": "'2026-01-01'"
            case "BLOB": "zeroblob(32)"
            default: "1"
            }
        }
        try db.execute(sql: "INSERT INTO \"\(table)\" (\(names)) VALUES (\(values.joined(separator: ", ")))")
    }

    @Test func earlierServersComeUp() async throws {
        var fresh: [String] = []
        try await TestEngine.postgres.withPlace(desk) { new in
            let engine = try new.open()
            _ = try await Migration.apply(Schema.migrations, to: engine)
            fresh = try await tables(engine)
            try await engine.close()
        }
        for version in Self.versions {
            try await TestEngine.postgres.withPlace(desk) { old in
                let engine = try old.open()
                _ = try await Migration.apply(steps(version), to: engine)
                let outcome = try await Command.run("migrate", "--database", old.name)
                #expect(outcome.status == 0, "\(outcome.complaint)")
                #expect(try await tables(engine) == fresh, "from the first \(version) steps")
                try await engine.close()
            }
        }
    }

    private func tables(_ engine: any Engine) async throws -> [String] {
        try await engine.read { db in
            let columns = try db.all(
                """
                SELECT CONCAT_WS(' ', table_name, column_name, data_type, is_nullable, column_default, is_identity)
                FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position
                """
            ) { try $0.next(String.self) }
            let indexes = try db.all(
                """
                SELECT REPLACE(indexdef, current_schema(), '') FROM pg_catalog.pg_indexes
                WHERE schemaname = current_schema() ORDER BY indexname
                """
            ) { try $0.next(String.self) }
            return columns + indexes
        }
    }
}
