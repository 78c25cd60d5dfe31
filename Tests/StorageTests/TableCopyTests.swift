import Storage
import StorageSQLite
import TestSupport
import Testing

/// Copying a whole database, in all directions between the engines.
@Suite struct TableCopyTests {
    /// Rows that refer to later ones and to tables later by name; every type; a key of several columns; a row of the schema's own.
    private static let steps =
        Search.migrations + [
            Migration(
                "shop.1",
                [
                    "CREATE TABLE units (id \(column: .identity), parent \(column: .integer) REFERENCES units (id))",
                    """
                    CREATE TABLE goods (
                        unit \(column: .integer) NOT NULL REFERENCES units (id), name \(column: .text) NOT NULL,
                        price \(column: .real), picture \(column: .bytes), PRIMARY KEY (unit, name))
                    """,
                    "CREATE TABLE mark (id \(column: .integer) PRIMARY KEY, word \(column: .text) NOT NULL)",
                    "INSERT INTO mark (id, word) VALUES (1, 'mới')",
                ]),
            Migration("shop.2", ["ALTER TABLE units ADD COLUMN name \(column: .text)"]),
        ]

    private static func withEmpty(_ engine: TestEngine, _ body: (any Engine) async throws -> Void) async throws {
        try await engine.withEmptyDatabase { open in
            let engine = try open()
            let result: Result<Void, any Error>
            do { result = .success(try await body(engine)) } catch { result = .failure(error) }
            try await engine.close()
            try result.get()
        }
    }

    private static func fill(_ engine: any Engine) async throws {
        _ = try await Migration.apply(steps, to: engine)
        try await engine.write { db in
            for _ in 1...3 { _ = try db.insert("INSERT INTO units (name) VALUES (NULL)") }
            try db.run("UPDATE units SET parent = 3, name = 'Sở' WHERE id = 1")
            let names = ["đ", "a", "Z", "ă", "", "a\"b\n", "日本"]
            try db.insert(
                "INSERT INTO goods (unit, name, price, picture)",
                rows: names.map { [.integer(2), .text($0), .real(0.1), .bytes([0, 255, 128])] }
                    + (0..<3000).map { [.integer(1), .text("hàng \($0)"), .real(Double($0)), .null] })
            try db.run("UPDATE mark SET word = 'cũ'")
            try Search.put(SearchEntry(kind: "unit", subject: 1, title: "Sở Ngoại vụ", body: "Hải Phòng"), db)
        }
    }

    private static func content(_ engine: any Engine) async throws -> [String: [[Value]]] {
        try await engine.read { db in
            var content: [String: [[Value]]] = [:]
            for table in try Table.all(db) {
                var rows: [[Value]] = []
                try table.rows(db) { rows.append($0) }
                content[table.name] = rows
            }
            return content
        }
    }

    @discardableResult
    private static func copy(
        _ source: any Engine, _ target: any Engine, finish: @escaping @Sendable () throws -> Void = {}
    ) async throws -> TableCopy.Summary {
        try await TableCopy.copy(from: source, into: target, steps) { db in
            try db.value("SELECT COUNT(*) FROM goods", Int.self)
        } finish: { _ in
            try finish()
        }.summary
    }

    @Test(arguments: TestEngine.allCases, TestEngine.allCases)
    func aCopyIsLikeItsSource(from: TestEngine, into: TestEngine) async throws {
        try await Self.withEmpty(from) { source in
            try await Self.withEmpty(into) { target in
                try await Self.fill(source)
                let summary = try await Self.copy(source, target)
                #expect(summary.rows == 3 + 7 + 3000 + 1 + 1 && summary.tables == 4)
                #expect(try await Self.content(target) == Self.content(source))
                _ = try await Store(target, migrations: Self.steps)
                try await target.write { db throws in
                    #expect(try Search.find("hai phong so", db).map(\.subject) == [1])
                    #expect(try db.insert("INSERT INTO units (name) VALUES ('mới')") == 4, "keys go on")
                }
                // References are watched again.
                let error = await #expect(throws: StorageError.self) {
                    try await target.write { db in
                        try db.run("INSERT INTO goods (unit, name) VALUES (99, 'x')")
                        try db.run("INSERT INTO units (id) VALUES (99)")
                    }
                }
                #expect(error?.kind == .constraint)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func rowsComeInTheOrderOfTheirKeyHoweverManyTheyAre(engine: TestEngine) async throws {
        try await Self.withEmpty(engine) { engine in
            try await Self.fill(engine)
            let goods = try await Self.content(engine)["goods"] ?? []
            let keys = goods.map { row in "\(row[0]) \(row[1])" }
            #expect(goods.count == 3007 && Set(keys).count == 3007)
            let names = goods.suffix(7).map { $0[1] }
            #expect(names == ["", "Z", "a", "a\"b\n", "ă", "đ", "日本"].map { .text($0) }, "byte by byte")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func whatFailsLeavesTheTargetEmpty(engine: TestEngine) async throws {
        struct Stop: Error {}
        let source = try SQLiteEngine.inMemory()
        try await Self.fill(source)
        try await Self.withEmpty(engine) { target in
            await #expect(throws: Stop.self) { try await Self.copy(source, target) { throw Stop() } }
            #expect(try await target.read { try Table.names($0) } == [])
            try await Self.copy(source, target)
            let again = await #expect(throws: StorageError.self) { try await Self.copy(source, target) }
            #expect(again?.kind == .exists)
        }
    }

    @Test func aSourceThatCannotBeReadIsToldApart() async throws {
        let source = try SQLiteEngine.inMemory()
        let target = try SQLiteEngine.inMemory()
        let failure = await #expect(throws: TableCopy.SourceFailure.self) { try await Self.copy(source, target) }
        #expect((failure?.error as? StorageError)?.kind == .empty)
        try await Self.fill(source)
        _ = try await Migration.apply(Self.steps + [Migration("shop.3", [])], to: source)
        let newer = await #expect(throws: TableCopy.SourceFailure.self) { try await Self.copy(source, target) }
        #expect((newer?.error as? StorageError)?.kind == .newer)
    }
}
