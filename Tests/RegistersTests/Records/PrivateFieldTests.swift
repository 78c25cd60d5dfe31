import Office
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Registers

@Suite("What is private of a record", .onEachEngine(Examples.migrations))
struct PrivateFieldTests {
    private static let secrets = ["Khăm Xay Uđôm", "0912345678", "912 345 678"]
    private let unit = OrganisationID(rawValue: 1)

    private func record(_ book: RecordBook, _ db: Transaction) throws -> RecordID {
        try book.create(
            RecordDraft([
                "name": .text("Đoàn Lào"), "arrival": .date(.day(Examples.act.day)),
                "leader": .text("Khăm Xay Uđôm"), "telephone": .text("+84 912 345 678"),
            ]), unit: unit, within: .everything, by: Examples.act, db)
    }

    @Test func `No table, journal, search index or export has it in clear`() async throws {
        try await TestStore.current.write { db throws in
            let book = try Examples.open(db)
            let id = try record(book, db)
            try book.change(
                id, RecordDraft(["telephone": .text("0912345678")]), version: 1, within: .everything, by: Examples.act,
                db)
            try book.change(
                id, RecordDraft(["leader": nil]), version: 2, within: .everything, by: Examples.act, db)
            try book.undo(id, version: 3, within: .everything, by: Examples.act, db)
            var everything = ""
            for table in try Table.all(db) {
                try table.rows(db) { row in
                    for value in row {
                        switch value {
                        case .text(let text): everything += text + "\n"
                        case .bytes(let bytes): everything += String(decoding: bytes, as: UTF8.self) + "\n"
                        default: break
                        }
                    }
                }
            }
            var export: [UInt8] = []
            try Export.write(db) { export += $0 }
            everything += String(decoding: export, as: UTF8.self)
            #expect(everything.contains("Đoàn Lào"))
            for secret in Self.secrets { #expect(!everything.contains(secret)) }
        }
    }

    @Test func `Who reads it says what for, and the look is written down`() async throws {
        try await TestStore.current.write { db throws in
            let book = try Examples.open(db)
            let id = try record(book, db)
            let act = Act(
                .holder(
                    account: Named(id: 3, name: "Lan"), position: Named(id: 4, name: "Chuyên viên"),
                    unit: Named(id: 1, name: "Sở")),
                at: Examples.act.at)
            #expect(throws: Refusal("record.purpose")) {
                try book.reveal(id, ["leader"], for: " ", within: .everything, by: act, db)
            }
            let seen = try book.reveal(id, ["leader", "name"], for: "mời họp", within: .everything, by: act, db)
            #expect(seen == ["leader": .text("Khăm Xay Uđôm")])
            let look = try #require(try RecordBook.looks(of: id, db).first)
            #expect(look.actor == act.actor && look.purpose == "mời họp" && look.fields == ["leader"])
            #expect(try RecordBook.looks(of: id, db).count == 1)
            #expect(throws: Refusal("record.not-there")) {
                try book.reveal(id, ["leader"], for: "mời họp", within: .units([]), by: act, db)
            }
        }
    }

    @Test func `Equal values are found without being opened, however they are written`() async throws {
        try await TestStore.current.write { db throws in
            let book = try Examples.open(db)
            let id = try record(book, db)
            #expect(try book.find("telephone", equal: "0912.345.678", within: .everything, db) == [id])
            #expect(try book.find("leader", equal: "kham xay udom", within: .everything, db) == [id])
            #expect(try book.find("leader", equal: "Khăm Xay", within: .everything, db) == [])
            #expect(try book.find("telephone", equal: "0912345678", within: .units([]), db) == [])
        }
    }

    @Test func `Names are found by their words, without accents and in any order, by who may read them`() async throws {
        try await TestStore.current.write { db throws in
            let book = try Examples.open(db)
            let id = try record(book, db)
            func found(_ text: String, _ book: RecordBook) throws -> Int {
                var query = RecordQuery()
                query.text = text
                query = book.findingNames(query)
                var list = RecordList()
                list.query = query
                let count = try book.count(query, within: .everything, db)
                #expect(try book.list(list, within: .everything, db).records.count == count)
                return count
            }
            #expect(try found("kham xay udom", book) == 1)
            #expect(try found("Uđôm Khăm", book) == 1)
            #expect(try found("Khăm Lào", book) == 0)
            #expect(try found("doan lao", book) == 1)
            let query = {
                var query = RecordQuery(); query.text = "udom"; return query
            }()
            #expect(try book.count(query, within: .everything, db) == 0)
            #expect(try found("udom", RecordBook(book.definition, keys: nil)) == 0)

            try book.change(
                id, RecordDraft(["leader": .text("Bun Mi")]), version: 1, within: .everything, by: Examples.act, db)
            #expect(try found("udom", book) == 0 && found("bun", book) == 1)
            try book.remove(id, reason: nil, version: 2, within: .everything, by: Examples.act, db)
            #expect(try db.value("SELECT COUNT(*) FROM register_visits__names", Int.self) == 0)
            try book.restore(id, version: 3, within: .everything, by: Examples.act, db)
            #expect(try found("bun", book) == 1)
        }
    }

    @Test func `A value moved to another record does not open there`() async throws {
        try await TestStore.current.write { db throws in
            let book = try Examples.open(db)
            let first = try record(book, db), second = try record(book, db)
            try db.run(
                """
                UPDATE register_visits SET leader = (SELECT leader FROM register_visits WHERE id = \(first))
                WHERE id = \(second)
                """)
            #expect(throws: Refusal("keys.damaged")) {
                try book.reveal(second, ["leader"], for: "x", within: .everything, by: Examples.act, db)
            }
        }
    }

    @Test func `A new key seals from then on, and what was sealed before still opens`() async throws {
        try await TestStore.current.write { db throws in
            let book = try Examples.open(db)
            let old = try record(book, db)
            let text = Examples.keyFile + "2 AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=\n"
            let newer = RecordBook(book.definition, keys: try KeyRing(text))
            let new = try record(newer, db)
            #expect(try newer.find("telephone", equal: "0912345678", within: .everything, db) == [old, new])
            #expect(
                try newer.reveal(old, ["leader"], for: "x", within: .everything, by: Examples.act, db)["leader"]
                    == .text("Khăm Xay Uđôm"))
            #expect(throws: Refusal("keys.missing", ["number": "2"])) {
                try book.reveal(new, ["leader"], for: "x", within: .everything, by: Examples.act, db)
            }
        }
    }

    @Test func `Without keys nothing private is recorded, and all else is`() async throws {
        try await TestStore.current.write { db throws in
            let book = RecordBook(try Examples.open(db).definition, keys: nil)
            #expect(throws: Refusal("keys.none")) { try record(book, db) }
            let plain = RecordDraft(["name": .text("Đoàn"), "arrival": .date(.day(Examples.act.day))])
            try book.create(plain, unit: unit, within: .everything, by: Examples.act, db)
        }
    }
}
