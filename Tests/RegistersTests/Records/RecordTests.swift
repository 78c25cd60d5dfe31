import Office
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Registers

@Suite("Records of a register", .onEachEngine(Examples.migrations))
struct RecordTests {
    private let unit = OrganisationID(rawValue: 1)
    private let other = OrganisationID(rawValue: 2)

    private func day(_ iso: String) throws -> PartialDate { try #require(PartialDate(iso: iso)) }

    private func draft(_ name: String = "Đoàn Lào", on arrival: String = "2026-07-02") throws -> RecordDraft {
        RecordDraft([
            "name": .text(name), "arrival": .date(try day(arrival)), "countries": .keys(["LA", "KH"]),
            "people": .number(12), "leader": .text("Khăm Xay"), "telephone": .text("+84 912 345 678"),
            "cost": .money(Money(hundredths: 150_000, currency: "USD")),
        ])
    }

    private func book(_ db: Transaction) throws -> RecordBook { try Examples.open(db) }

    @Test func `A record says what was recorded, its defaults, and hides what is private`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            let id = try book.create(draft(), unit: unit, within: .everything, by: Examples.act, db)
            let record = try #require(try book.record(id, within: .units([unit]), db))
            #expect(record.content.values["name"] == .text("Đoàn Lào"))
            #expect(record.content.values["countries"] == .keys(["LA", "KH"]))
            #expect(record.content.values["level"] == .key("local"))
            #expect(record.content.values["cost"] == .money(Money(hundredths: 150_000, currency: "USD")))
            #expect(record.content.values["leader"] == nil && record.content.sealed == ["leader", "telephone"])
            #expect(record.state == "expected" && record.version == 1 && record.origin == .typed)
            #expect(try book.record(id, within: .units([other]), db) == nil)
        }
    }

    @Test func `Everything wrong with a draft is told at once, field by field`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            let draft = RecordDraft(
                [
                    "people": .number(0), "countries": .keys(["Lào"]), "symbol": .text("số 1"), "level": .key("top"),
                    "host": .unit(OrganisationID(rawValue: 99)), "partner": .record(RecordID(rawValue: 7)),
                ], lines: ["payments": [RecordDraft.Line(["amount": .money(Money(hundredths: 1, currency: "đồng"))])]])
            let error = try #require(throws: RecordProblems.self) {
                try book.create(draft, unit: unit, within: .everything, by: Examples.act, db)
            }
            let vietnamese = try RegisterTexts.catalogue(.vi)
            #expect(
                error.problems.map { $0.text(book.definition, vietnamese, .vi) } == [
                    "Tên đoàn: cần điền", "Cấp: hãy chọn trong danh sách", "Nước: hãy chọn nước trong danh sách",
                    "Ngày đến: cần điền", "Số người: phải từ 1 đến 10000",
                    "Cơ quan chủ trì: không có đơn vị này; hãy chọn trong danh sách đơn vị",
                    "Đối tác: không có bản ghi này; hãy chọn lại", #"Số công văn: viết chưa đúng mẫu \d+/[A-Z-]+"#,
                    "Các lần chi, dòng 1, Ngày chi: cần điền",
                    "Các lần chi, dòng 1, Số tiền: loại tiền là mã ba chữ in hoa, như VND, USD",
                ])
            #expect(try db.value("SELECT COUNT(*) FROM records", Int.self) == 0)
        }
    }

    @Test func `A change leaves what it does not name, and the history says what was before`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            let id = try book.create(draft(), unit: unit, within: .everything, by: Examples.act, db)
            let change = RecordDraft([
                "people": .number(15), "countries": .keys(["LA"]), "cost": nil, "leader": .text("Bun Nhăng"),
            ])
            #expect(try book.change(id, change, version: 1, within: .everything, by: Examples.act, db) == 2)
            let record = try #require(try book.record(id, within: .everything, db))
            #expect(record.content.values["people"] == .number(15) && record.content.values["cost"] == nil)
            #expect(record.content.values["name"] == .text("Đoàn Lào"))
            let entry = try #require(try Journal.entries(of: .record(id), db).first)
            #expect(entry.action == "record.change")
            #expect(entry.before == #"{"countries":"LA KH","people":"12","cost":"1500.00 USD","leader":"•••"}"#)
            #expect(entry.after == #"{"countries":"LA","people":"15","cost":null,"leader":"•••"}"#)
            // The same once more changes nothing.
            #expect(try book.change(id, change, version: 2, within: .everything, by: Examples.act, db) == 2)
        }
    }

    @Test func `Who was slower does not overwrite`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            let id = try book.create(draft(), unit: unit, within: .everything, by: Examples.act, db)
            try book.change(
                id, RecordDraft(["people": .number(15)]), version: 1, within: .everything, by: Examples.act, db)
            #expect(throws: Refusal("record.changed-since")) {
                try book.change(
                    id, RecordDraft(["people": .number(20)]), version: 1, within: .everything, by: Examples.act, db)
            }
        }
    }

    @Test func `Lines come and go with their record`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            var draft = try draft()
            let paid = try ["2026-07-03", "2026-07-04"].map { FieldValue.date(try day($0)) }
            draft.lines["payments"] = paid.map {
                RecordDraft.Line(["paid": $0, "amount": .money(Money(hundredths: 5_000_000, currency: "VND"))])
            }
            let id = try book.create(draft, unit: unit, within: .everything, by: Examples.act, db)
            let lines = try #require(try book.record(id, within: .everything, db)?.lines["payments"])
            #expect(lines.map(\.content.values["paid"]) == paid)
            let kept = RecordDraft.Line(id: lines[1].id, lines[1].content.values)
            try book.change(
                id, RecordDraft(lines: ["payments": [kept]]), version: 1, within: .everything, by: Examples.act, db)
            #expect(try book.record(id, within: .everything, db)?.lines["payments"] == [lines[1]])
            try book.undo(id, version: 2, within: .everything, by: Examples.act, db)
            #expect(try book.record(id, within: .everything, db)?.lines["payments"] == lines)
        }
    }

    @Test func `A step asks for its role and for what must be filled; undone, the record stands where it stood`()
        async throws
    {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            let id = try book.create(draft(), unit: unit, within: .everything, by: Examples.act, db)
            func receive(_ role: Role, _ version: Int) throws {
                try book.move(id, "receive", as: role, version: version, within: .everything, by: Examples.act, db)
            }
            #expect(throws: Refusal("record.move-closed")) { try receive(.leader, 1) }
            #expect(throws: RecordProblems.self) { try receive(.officer, 1) }
            let result = RecordDraft(["result": .text("Ký biên bản ghi nhớ")])
            try book.change(id, result, version: 1, within: .everything, by: Examples.act, db)
            try receive(.officer, 2)
            #expect(try book.record(id, within: .everything, db)?.state == "received")
            #expect(throws: Refusal("record.no-move")) { try receive(.officer, 3) }
            try book.undo(id, version: 3, within: .everything, by: Examples.act, db)
            #expect(try book.record(id, within: .everything, db)?.state == "expected")
            let steps = try db.all("SELECT move, to_state FROM record_moves ORDER BY id") {
                "\(try $0.next(String.self)) \(try $0.next(String.self))"
            }
            #expect(steps == ["receive received", "undo expected"])
        }
    }

    @Test func `What was done last can be undone, private fields too, and undone again`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            let id = try book.create(draft(), unit: unit, within: .everything, by: Examples.act, db)
            try book.change(
                id, RecordDraft(["leader": .text("Bun Nhăng"), "people": .number(3)]), version: 1, within: .everything,
                by: Examples.act, db)
            func leader() throws -> FieldValue? {
                try book.reveal(id, ["leader"], for: "kiểm tra", within: .everything, by: Examples.act, db)["leader"]
            }
            try book.undo(id, version: 2, within: .everything, by: Examples.act, db)
            #expect(try leader() == .text("Khăm Xay"))
            try book.undo(id, version: 3, within: .everything, by: Examples.act, db)
            #expect(try leader() == .text("Bun Nhăng"))
            #expect(try book.record(id, within: .everything, db)?.content.values["people"] == .number(3))
        }
    }

    @Test func `What was removed is found nowhere until it is restored`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            let id = try book.create(draft(), unit: unit, within: .everything, by: Examples.act, db)
            try book.remove(id, reason: "ghi trùng", version: 1, within: .everything, by: Examples.act, db)
            #expect(try book.list(RecordList(), within: .everything, db).records.isEmpty)
            #expect(try Search.find("doan lao", db).isEmpty)
            #expect(throws: Refusal("record.removed")) {
                try book.change(id, RecordDraft(), version: 2, within: .everything, by: Examples.act, db)
            }
            try book.restore(id, version: 2, within: .everything, by: Examples.act, db)
            #expect(try Search.find("doan lao", db).count == 1)
        }
    }

    @Test func `What must be there once is refused a second time, but for what was removed`() async throws {
        try await TestStore.current.write { db throws in
            _ = try book(db)
            let partners = RecordBook(try #require(try Definitions.current(db)["partners"]), keys: nil)
            func create() throws -> RecordID {
                try partners.create(
                    RecordDraft(["name": .text("Luông Pha-băng"), "country": .key("LA")]), unit: unit,
                    within: .everything, by: Examples.act, db)
            }
            let first = try create()
            let error = #expect(throws: RecordProblems.self) { try create() }
            #expect(error?.problems.map(\.message.key) == ["record.taken"])
            try partners.remove(first, reason: nil, version: 1, within: .everything, by: Examples.act, db)
            _ = try create()
            #expect(throws: RecordProblems.self) {
                try partners.restore(first, version: 2, within: .everything, by: Examples.act, db)
            }
        }
    }

    @Test func `A record is changed only by who may record for its unit`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            #expect(throws: Refusal("record.unit-outside")) {
                try book.create(draft(), unit: unit, within: .units([other]), by: Examples.act, db)
            }
            let id = try book.create(draft(), unit: unit, within: .everything, by: Examples.act, db)
            #expect(throws: Refusal("record.not-there")) {
                try book.change(id, RecordDraft(), version: 1, within: .units([other]), by: Examples.act, db)
            }
            #expect(throws: Refusal("record.unit-outside")) {
                let give = RecordDraft(["host": .unit(other)])
                try book.change(id, give, version: 1, within: .units([unit]), by: Examples.act, db)
            }
        }
    }
}
