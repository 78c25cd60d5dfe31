import Foundation
import Office
import Paper
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import Wording
import WorkCalendar

@testable import Registers

@Suite("What goes out of registers", .onEachEngine(RegisterOffice.migrations), .timeLimit(.minutes(5)))
struct OutputTests {
    private func records(_ office: RegisterOffice) async throws {
        let officer = try await office.browser(.officer)
        for (name, day) in [
            ("Đoàn Lào", "02/7/2026"), ("Đoàn Nhật, Hàn; Trung", "12/8/2026"), ("Đoàn Pháp", "05/3/2025"),
        ] {
            let sent = try await officer.post(
                "/so/visits/moi",
                ["f.name": name, "f.level": "high", "f.arrival": day, "f.people": "12", "f.leader": "Ông Kín"])
            #expect(sent.status == 303)
        }
    }

    @Test func `A book has the head, the title, the year, numbered rows and their sum, and its end`() async throws {
        let office = try await RegisterOffice()
        try await records(office)
        let page = try await office.browser(.officer).get("/so/visits/in?nam=2026").text
        for text in [
            "UBND TỈNH THỬ", "SỞ DU LỊCH", "SỔ THEO DÕI ĐOÀN VÀO", "Năm 2026", "Đoàn Lào", "Tổng số: 2 đoàn.", ">24<",
            "NGƯỜI LẬP SỔ",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(!page.contains("Đoàn Pháp"))
        #expect(!page.contains("Ông Kín"))
    }

    @Test func `A calendar has whole days under names that stay, and what texts hold is escaped`() async throws {
        let office = try await RegisterOffice()
        try await records(office)
        let officer = try await office.browser(.officer)
        let (first, second) = (try await officer.get("/so/visits.ics"), try await officer.get("/so/visits.ics"))
        #expect(first.status == 200)
        let lines = first.text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.contains("DTSTART;VALUE=DATE:20260702"))
        #expect(lines.contains("DTEND;VALUE=DATE:20260703"))
        #expect(lines.contains(#"SUMMARY;LANGUAGE=vi:Ngày đến: Đoàn Nhật\, Hàn\; Trung"#))
        // A year back and no further.
        #expect(!first.text.contains("20250305"))
        #expect(!first.text.contains("Ông Kín"))
        let names = lines.filter { $0.hasPrefix("UID:") }
        #expect(Set(names).count == 2)
        #expect(names == second.text.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") })
        #expect(try await officer.get("/so/partners.ics").status == 404)
    }

    private static let layout = DefinitionFile(
        "layouts/table.yaml",
        """
        layout: table
        names: {vi: Bảng đoàn, en: Table}
        register: visits
        title: "Bảng tổng hợp đoàn năm {year}"
        annex: Kế hoạch
        numbering: after-first
        groups: {by: level, rows: [high, local], empty: (Không có)}
        columns:
          - {heading: TT, cell: number, width: 5}
          - {heading: Tên đoàn, cell: "{name}", width: 22}
          - heading: Thời gian
            columns:
              - {heading: Từ, cell: "{arrival}", width: 12}
              - {heading: Đến, cell: "{departure}", width: 12}
          - {heading: Số người, cell: "{people}", width: 8}
        """)

    /// The rows of a file's tables, each as the texts of its filled cells.
    private func rows(_ path: String) async throws -> [[String]] {
        try await Transcriber.transcribe(path: path).blocks.flatMap { block -> [[String]] in
            guard case .table(let table) = block else { return [] }
            return table.rows.map { row in row.cells.map(\.text).filter { !$0.isEmpty } }
        }
    }

    @Test(arguments: FormFormat.allCases) func `A form as a file has the table of its layout, as readers read it`(
        format: FormFormat
    ) async throws {
        let definitions = try Definitions(Examples.files + [Self.layout])
        let (visits, layout) = (
            try #require(definitions["visits"]), try #require(definitions.layouts(of: "visits").first)
        )
        let records = try await TestStore.current.write { db in
            let book = try Examples.open(db)
            for name in ["Đoàn công tác tỉnh", "Đoàn xã <Đông> & \"Tây\""] {
                var draft = RecordDraft(["name": .text(name), "level": .key("local"), "people": .number(12)])
                for (key, day) in [("arrival", "2026-07-02"), ("departure", "2026-07-05")] {
                    draft.values[Key(unchecked: key)] = Day(iso: day).map { .date(.day($0)) }
                }
                try book.create(
                    draft, unit: OrganisationID(rawValue: 1), within: .everything, by: Examples.act, db)
            }
            var list = RecordList()
            (list.order, list.isDescending) = (.number, false)
            return try book.list(list, within: .everything, db).records
        }
        let writing = ValueWriting(
            words: Words(.vi, try RegisterTexts.catalogue(.vi)), directory: Directory(versions: []),
            day: Examples.act.day, countries: CountryNames(try Countries.shipped()))
        let unit = OrganisationVersion(
            organisation: OrganisationID(rawValue: 1), name: "Xã Hà Bắc", level: .commune, kind: .commune)
        let form = OfficeForm(
            head: PaperHead(of: unit.organisation, on: Examples.act.day, Directory(versions: [unit])),
            title: "BẢNG TỔNG HỢP ĐOÀN NĂM 2026", lines: [],
            table: LayoutTable(layout, records, of: visits, writing),
            totals: layout.totals(records, visits, writing), count: "Tổng số: 2 đoàn.", day: Examples.act.day)
        #expect(form.head.lines == ["ỦY BAN NHÂN DÂN", "XÃ HÀ BẮC"] && form.head.place == "Hà Bắc")
        let path = "/tmp/nhipcau-\(UUID().uuidString).\(format.rawValue)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try form.write(format, to: path)
        let expected = [
            ["TT", "Tên đoàn", "Thời gian", "Số người"], ["Từ", "Đến"], ["1", "2", "3", "4"], ["Cấp cao (Không có)"],
            ["Địa phương"], ["1", "Đoàn công tác tỉnh", "02/7/2026", "05/7/2026", "12"],
            ["2", "Đoàn xã <Đông> & \"Tây\"", "02/7/2026", "05/7/2026", "12"], ["Cộng", "24"],
        ]
        let read = try await rows(path)
        #expect(read.contains { $0.contains { $0.contains("Độc lập - Tự do - Hạnh phúc") } })
        #expect(Array(read.suffix(expected.count)) == expected)
    }

    @Test(arguments: FormFormat.allCases) func `The plan of delegations goes out and comes in again with no change`(
        format: FormFormat
    ) async throws {
        let browser = try await RegisterOffice(Definitions.shippedFiles).browser(.officer)
        for (name, countries, time) in [
            ("Đoàn lãnh đạo", "Lào, Thái Lan", "quý 3/2026"), ("Đoàn cán bộ", "Trung Quốc", "tháng 9/2026"),
        ] {
            let saved = try await browser.post(
                "/so/delegations-out/moi",
                [
                    "f.plan-group": "state-budget", "f.name": name, "f.head": "Giám đốc", "f.countries": countries,
                    "f.partner": "Sở bạn", "f.content": "Xúc tiến du lịch", "f.planned-people": "5",
                    "f.planned-days": "4",
                    "f.planned-time": time, "f.planned-cost": "120 triệu", "f.planned-cost.currency": "VND",
                    "f.sender": "Sở Du lịch",
                ])
            #expect(saved.status == 303, "\(saved.text)")
        }
        let file = try await browser.get(
            "/so/delegations-out/bieu/plan-of-delegations-out.\(format.rawValue)?nam=2026")
        #expect(file.status == 200)
        let brought = try await browser.post(
            "/so/delegations-out/nhap", files: [(field: "tep", name: "a.\(format.rawValue)", bytes: file.bytes)])
        let page = try await browser.get(try #require(brought.location, "\(brought.text)")).text
        let counts = page.matches(of: /<strong>([0-9]+)<\/strong> dòng/).compactMap { Int($0.1) }
        #expect(counts == [0, 0, 2, 0], "\(page)")
    }
}
