import Office
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Registers

@Suite("The tables of a register", .onEachEngine(Examples.migrations))
struct DefinitionTablesTests {
    private func columns(_ table: String, _ db: Transaction) throws -> [String] {
        try Table.all(db).first { $0.name == table }?.columns ?? []
    }

    private func changed(_ old: String, _ new: String) throws -> DefinitionFile {
        #expect(Examples.visits.1.contains(old))
        return DefinitionFile("visits.yaml", Examples.visits.1.replacing(old, with: new))
    }

    @Test func `A definition makes plain tables with real columns`() async throws {
        try await TestStore.current.write { db throws in
            try Definitions.install(Examples.files, by: Examples.act, db)
            let visits = try columns("register_visits", db)
            #expect(visits.starts(with: ["id", "unit", "recorded_by", "recorded_at", "state", "version", "origin"]))
            #expect(visits.contains("planned_first") && visits.contains("cost_currency"))
            #expect(visits.contains("telephone_blind") && !visits.contains("leader_sort"))
            #expect(try columns("register_visits__countries", db) == ["record", "value", "place"])
            #expect(
                try columns("register_visits_payments", db).starts(with: ["id", "record", "place", "paid", "amount"]))
        }
    }

    @Test func `What is the same is not taken in twice`() async throws {
        try await TestStore.current.write { db throws in
            #expect(try Definitions.install(Examples.files, by: Examples.act, db).count == 3)
            #expect(try Definitions.install(Examples.files, by: Examples.act, db) == [])
        }
    }

    @Test func `A new field is a new column, a field taken away is hidden, a renamed one keeps its values`()
        async throws
    {
        try await TestStore.current.write { db throws in
            try Definitions.install(Examples.files, by: Examples.act, db)
            try Examples.found(db)
            try db.run("INSERT INTO records (id, register) VALUES (1, 'visits')")
            try db.run(
                """
                INSERT INTO register_visits (id, unit, recorded_at, state, version, origin, people, result, symbol, symbol_sort)
                VALUES (1, 1, 'now', 'expected', 1, 'typed', 12, 'tốt', '1/A', '1')
                """)
            let text = try changed("{key: symbol, kind", "{key: letter, was: symbol, kind").text
                .replacing("requires: [result]", with: "requires: [people]")
                .replacing(
                    "key: result, kind: long-text, names: {vi: Kết quả, en: Result}",
                    with: "key: gifts, kind: whole, names: {vi: Quà, en: Gifts}")
            try Definitions.change([DefinitionFile("visits.yaml", text)], by: Examples.act, db)
            let visits = try columns("register_visits", db)
            #expect(visits.contains("gifts") && visits.contains("result") && !visits.contains("symbol"))
            #expect(try db.value("SELECT letter FROM register_visits", String.self) == "1/A")
            #expect(try db.value("SELECT letter_sort FROM register_visits", String.self) == "1")
            #expect(try db.value("SELECT gifts FROM register_visits", Int?.self) == .some(nil))

            // The former text undoes it.
            try Definitions.change([Examples.files[0]], by: Examples.act, db)
            #expect(try db.value("SELECT result FROM register_visits", String.self) == "tốt")
            #expect(try DefinitionVersion.history(of: "visits.yaml", db).map(\.number) == [3, 2, 1])
        }
    }

    @Test func `A field does not become another kind`() async throws {
        try await TestStore.current.write { db throws in
            try Definitions.install(Examples.files, by: Examples.act, db)
            let file = try changed("kind: long-text", "kind: text")
            let error = #expect(throws: FaultyDefinitions.self) { try Definitions.change([file], by: Examples.act, db) }
            #expect(error?.faults.map(\.message.key) == ["definition.kind-changed"])
        }
    }

    @Test func `A newer program leaves alone what an administrator changed`() async throws {
        try await TestStore.current.write { db throws in
            try Definitions.install(Examples.files, by: Examples.act, db)
            let edited = try changed("vi: Đoàn vào", "vi: Đoàn khách đến")
            try Definitions.change([edited], by: Examples.act, db)
            let shipped = try changed("vi: Đoàn vào", "vi: Đoàn quốc tế")
            #expect(try Definitions.install([shipped] + Examples.files.dropFirst(), by: Examples.act, db) == [])
            #expect(try Definitions.current(db)["visits"]?.names.vi == "Đoàn khách đến")
        }
    }

    @Test func `What a change does is told before`() throws {
        let old = try #require(Definitions(Examples.files)["visits"])
        let text = try changed("{key: symbol, kind", "{key: letter, was: symbol, kind").text
            .replacing("max: 10000", with: "max: 500").replacing("vi: Trưởng đoàn", with: "vi: Người dẫn đầu")
            .replacing("  - {key: departure, kind: day, names: {vi: Ngày đi, en: Departure}}\n", with: "")
            .replacing("from: departure", with: "from: arrival")
        let new = try #require(
            Definitions([DefinitionFile("visits.yaml", text)] + Examples.files.dropFirst())["visits"])
        #expect(
            DefinitionDifference(from: old, to: new).changes == [
                .altered(.field("people", of: nil)), .renamed("symbol", to: "letter"),
                .altered(.field("leader", of: nil)), .hidden(.field("departure", of: nil)),
                .altered(.behaviour("clocks")),
            ])
        #expect(DefinitionDifference(from: nil, to: new).changes == [.register])
        #expect(DefinitionDifference(from: new, to: new).changes == [])
    }

    @Test func `A copy of the database has the tables and their rows`() async throws {
        let store = try TestStore.current
        try await store.write { db throws in
            try Definitions.install(Examples.files, by: Examples.act, db)
            try Examples.found(db)
            try db.run("INSERT INTO records (id, register) VALUES (1, 'visits')")
            try db.run(
                """
                INSERT INTO register_visits (id, unit, recorded_at, state, version, origin, leader)
                VALUES (1, 1, 'now', 'expected', 1, 'typed', \([UInt8](1...3)))
                """)
            try db.run("INSERT INTO register_visits__countries (record, value, place) VALUES (1, 'LA', 0)")
        }
        for engine in TestEngine.allCases {
            try await engine.withEmptyDatabase { open in
                let target = try open()
                _ = try await TableCopy.copy(
                    from: store.engine, into: target, Examples.migrations, check: { _ in true }, finish: { _ in })
                try await target.read { db throws in
                    #expect(try db.value("SELECT value FROM register_visits__countries", String.self) == "LA")
                    #expect(try Shape.missing(db) == [])
                    #expect(try Shape.all(db).map(\.name).contains("register_visits_payments"))
                    #expect(try Definitions.current(db).all.count == 2)
                }
                try await target.close()
            }
        }
    }

    @Test func `An export leaves sealed columns out`() async throws {
        let text = try await TestStore.current.write { db throws in
            try Definitions.install(Examples.files, by: Examples.act, db)
            try Examples.found(db)
            try db.run("INSERT INTO records (id, register) VALUES (1, 'visits')")
            try db.run(
                """
                INSERT INTO register_visits (id, unit, recorded_at, state, version, origin, leader)
                VALUES (1, 1, 'now', 'expected', 1, 'typed', \([UInt8](1...3)))
                """)
            var bytes: [UInt8] = []
            try Export.write(db) { bytes += $0 }
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(text.contains("\"recorded_at\": \"now\"") || text.contains("\"recorded_at\":\"now\""))
        #expect(!text.contains("\"leader\":"))
    }
}
