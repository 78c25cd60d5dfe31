import Figures
import Foundation
import Markup
import Office
import Registers
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

@testable import Nhipcau

/// Erasing what a record says of a person, on request or when its time has passed.
@Suite("Erasure", .onEachEngine(Schema.migrations, isShared: true)) struct ErasureTests {
    private static let path = "/so/people-abroad"

    /// All that the tables say, but for looks and definitions.
    private func tables(_ store: Store) async throws -> String {
        try await store.read { db in
            var all = ""
            for table in try Table.all(db) where table.name != "definition_versions" {
                try table.rows(db) { row in
                    for case .text(let text) in row { all += "\(table.name): \(text)\n" }
                }
            }
            return all
        }
    }

    /// As anybody would check a receipt.
    private static func sha256sum(_ text: String) throws -> String {
        let sum = Process(), input = Pipe(), output = Pipe()
        sum.executableURL = URL(filePath: "/usr/bin/sha256sum")
        (sum.standardInput, sum.standardOutput) = (input, output)
        try sum.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let line = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        return String(line.prefix(64))
    }

    @Test func `What tells who somebody is goes everywhere, figures stay, and there is a receipt that can be checked`()
        async throws
    {
        let office = try await PrivateOffice()
        let person = try await office.person("Khuẩng Thị Lan", 1981, "lan@khuang.vn", of: office.own)
        let coordinator = try await office.browser(.coordinator), record = "\(Self.path)/\(person.rawValue)"
        #expect(try await coordinator.post("\(record)/mo", ["muc-dich": "contact"]).status == 303)
        // It was changed and removed before, with words about it; another is like it.
        let changed = try await coordinator.post(
            "\(record)/sua",
            [
                "phien-ban": "1", "f.country": "Nhật Bản", "f.city": "\(PrivateOffice.open) Hai",
                "f.recorded": "1/2/2026",
            ])
        #expect(changed.status == 303)
        _ = try await coordinator.post("\(record)/xoa", ["phien-ban": "2", "ly-do": "\(PrivateOffice.open) nhờ"])
        _ = try await coordinator.post("\(record)/hoan-tac", ["phien-ban": "3"])
        _ = try await office.person("Lan Khuang", 1981, "lan@khuang.vn", of: office.own)
        #expect(try await coordinator.post("\(Self.path)/trung").status == 303)
        try await office.work()
        let before = try await coordinator.get("/so-lieu/people-abroad.count").text.firstMatch(of: /<strong>([^<]*)/)?.1

        let path = "\(record)/xoa-du-lieu"
        let asked: KeyValuePairs = ["phien-ban": "4", "van-ban": "Đơn số 12 ngày 01/11/2026", "ngay": "1/11/2026"]
        let unsure = try await coordinator.post(path, asked)
        #expect(unsure.status == 422 && unsure.text.contains("value=\"Đơn số 12 ngày 01/11/2026\""))
        #expect(try await coordinator.post(path, ["phien-ban": "4", "ngay": "1/11/2026", "biet": "1"]).status == 422)
        let done = try await coordinator.post(
            path,
            ["phien-ban": "4", "van-ban": "Đơn số 12 ngày 01/11/2026", "ngay": "1/11/2026", "biet": "1"])
        #expect(done.status == 303 && done.location == "\(record)/bien-nhan", "\(done.text)")

        let all = try await tables(office.store)
        #expect(!all.contains("\(PrivateOffice.open) Hai") && !all.contains("\(PrivateOffice.open) nhờ"))
        let left = try await office.store.read { db in
            try db.first(
                """
                SELECT COUNT(name), COUNT(email), COUNT(email_blind), COUNT(city), COUNT(country) FROM register_people_abroad
                WHERE id = \(person)
                """
            ) { fields in try (0..<5).map { _ in try fields.next(Int.self) } }
        }
        #expect(left == [0, 0, 0, 0, 1])
        let now = try await coordinator.get("/so-lieu/people-abroad.count").text.firstMatch(of: /<strong>([^<]*)/)?.1
        #expect(now == before)
        let looks = try await office.browser(.auditor).get("/nhat-ky/luot-xem?ma=\(person.rawValue)").text
        #expect(looks.contains("Mở cả bản ghi"))

        // The receipt, by hand.
        let receipt = try await coordinator.get("\(record)/bien-nhan").text
        #expect(receipt.contains("XDL-2026-1") && receipt.contains("Thư điện tử"))
        let found = try await office.store.read { try Erasure.of(person, $0) }
        let (erasure, isIntact) = try #require(found)
        #expect(isIntact && receipt.contains(erasure.hash))
        #expect(erasure.fields == ["name", "birth-year", "city", "email"])
        #expect(try Self.sha256sum(erasure.text) == erasure.hash)

        // Nothing more can be done with it, and nothing undone.
        #expect(try await coordinator.get(record).text.contains("Dữ liệu cá nhân đã được xóa"))
        #expect(try await coordinator.post("\(record)/hoan-tac", ["phien-ban": "5"]).status == 422)
        #expect(
            try await coordinator.post(
                "\(record)/sua", ["phien-ban": "5", "f.name": "Ai đó", "f.country": "Lào", "f.recorded": "1/2/2026"]
            ).status == 422)
        #expect(try await !coordinator.get("\(Self.path)/trung").text.contains("#\(person.rawValue)<"))
    }

    @Test func `A backup from before that is brought back loses the same again`() async throws {
        let office = try await PrivateOffice()
        let person = try await office.person("Khuẩng Thị Lan", 1981, "lan@khuang.vn", of: office.own)
        let desk = try TestFolder()
        defer { desk.clear() }
        let backup = desk.path("before.sqlite"), list = desk.path("erased.json")
        let engine = try TestStore.another()
        _ = try await DatabasePlace.file(backup).make { target in
            try await Backup.restore(from: engine, into: target, Schema.migrations)
        }
        try await engine.close()
        let asked = try #require(Day(year: 2026, month: 11, day: 1))
        let act = Act(.system("test"), at: office.serving.site.now())
        let receipt = try await office.store.write { [definitions = office.definitions] db in
            let definition = try #require(definitions.all.first { $0.key.text == "people-abroad" })
            return try RecordBook(definition, keys: nil).erase(
                person, because: .request, paper: "Đơn 1", asked: asked, version: 1, within: .everything,
                by: act, definitions, db
            ).receipt
        }
        var json = JSONWriter()
        json.object { json in json.array("erasures") { json in json.element { receipt.write(to: &$0) } } }
        try Data(json.bytes).write(to: URL(filePath: list))

        for applied in [1, 0] {
            let outcome = try await Command.run("erasures", "--apply", list, "--database", backup, "--json")
            #expect(outcome.status == 0 && outcome.output.contains("\"applied\": \(applied)"), "\(outcome)")
        }
        let listed = try await Command.run("erasures", "--database", backup)
        #expect(listed.output.contains(receipt.hash))
        // A list that somebody changed is none.
        let changed = String(decoding: json.bytes, as: UTF8.self).replacing("Đơn 1", with: "Đơn 2")
        try Data(changed.utf8).write(to: URL(filePath: list))
        #expect(try await Command.run("erasures", "--apply", list, "--database", backup).status != 0)
    }

    @Test func `Past its time a record is listed, and goes or stays as somebody decides`() async throws {
        let office = try await PrivateOffice()
        let ids = try await [
            office.person("Khuẩng Một", 1951, "1@khuang.vn", of: office.own, contact: "2011-03-02"),
            office.person("Khuẩng Hai", 1962, "2@khuang.vn", of: office.own, contact: "2012-03-02"),
            office.person("Khuẩng Ba", 1973, "3@khuang.vn", of: office.own),
        ]
        let coordinator = try await office.browser(.coordinator), path = "\(Self.path)/het-han-luu"
        func isListed(_ id: RecordID) async throws -> Bool {
            try await coordinator.get(path).text.contains("\(Self.path)/\(id.rawValue)\"")
        }
        #expect(try await isListed(ids[0]))
        #expect(try await isListed(ids[1]))
        #expect(try await !isListed(ids[2]))
        #expect(try await coordinator.post(path, ["la": "xoa", "ghi-chu": "QĐ 1"]).status == 422)
        #expect(
            try await coordinator.post(path, ["la": "xoa", "ghi-chu": "QĐ 1", "ma": "\(ids[0].rawValue)"]).status == 422
        )
        let erased = try await coordinator.post(
            path, ["la": "xoa", "ghi-chu": "QĐ 1", "biet": "1", "ma": "\(ids[0].rawValue)"])
        #expect(erased.status == 303)
        let kept = try await coordinator.post(
            path, ["la": "giu", "ghi-chu": "QĐ 2", "den": "1/1/2090", "ma": "\(ids[1].rawValue)"])
        #expect(kept.status == 303)
        #expect(try await !isListed(ids[0]))
        #expect(try await !isListed(ids[1]))
        let receipt = try await coordinator.get("\(Self.path)/\(ids[0].rawValue)/bien-nhan").text
        #expect(receipt.contains("Hết thời hạn lưu giữ"))
    }

    @Test func `Who works with a register sees small numbers, others that they are small`() async throws {
        let office = try await PrivateOffice()
        for number in 0..<3 {
            _ = try await office.person("Khuẩng \(number)", 1951 + number, "\(number)@khuang.vn", of: office.own)
        }
        let path = "/so-lieu/people-abroad.count?ky=2026"
        #expect(try await office.browser(.officer).get(path).text.contains("<strong>3 người</strong>"))
        let told = try await office.browser(.clerk).get(path).text
        #expect(told.contains("<strong>dưới 5</strong>") && !told.contains("3 người"))
        #expect(try await office.browser(.clerk).get("/so-lieu?ky=2026").text.contains("dưới 5"))
        let list = try await office.store.read { [definitions = office.definitions] db in
            let finder = try FigureFinder(Figures(of: definitions), db)
            let window = try #require(Window(asked: "2026"))
            return try FigureList(FigureQuestion(window, within: .everything), finder, isPublic: true, db)
        }
        #expect(!list.rows.isEmpty)
        for row in list.rows { #expect(row.declared.figure.isPublic) }
    }
}
