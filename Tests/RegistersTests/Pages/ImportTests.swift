import Foundation
import Paper
import TestSupport
import Testing
import Vietnamese
import WebTestSupport
import WorkCalendar

@testable import Registers

@Suite("Importing files", .onEachEngine(RegisterOffice.migrations))
struct ImportTests {
    /// A workbook as people make it.
    private func workbook(_ columns: [SheetColumn], _ rows: [[SheetCell]]) throws -> [UInt8] {
        let path = "/tmp/nhipcau-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        var sheet = try SheetWriter(path, name: "Sổ", titles: ["Danh sách đoàn"], columns: columns)
        for row in rows { try sheet.write(row) }
        try sheet.finish()
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    private static let columns = [
        SheetColumn("TT", .whole), SheetColumn("Ten doan"), SheetColumn("Level"), SheetColumn("Nước"),
        SheetColumn("Ngày đến", .day), SheetColumn("Số người", .whole), SheetColumn("Kinh phí", .decimal),
        SheetColumn("Loại tiền"), SheetColumn("Số công văn"), SheetColumn("Trưởng đoàn"),
    ]

    /// A thousand delegations, in the order of the columns; twelve cannot be taken. The first stands in row 4 of the sheet.
    private func thousand() throws -> [[SheetCell]] {
        let day = try #require(Day(iso: "2025-01-01"))
        var rows = (1...1000).map { number -> [SheetCell] in
            [
                .whole(number), .text("Đoàn số \(number)"), .text(number % 2 == 0 ? "Cấp cao" : "dia phuong"),
                .text("Lào, Trung Quốc"), .day(day.adding(days: number % 300)), .whole(number % 50 + 1),
                .decimal(1_250_000.5), .text("VND"), .empty, .text("Bùi Kín Đáo \(number)"),
            ]
        }
        for row in [10, 20, 30] { rows[row][1] = .empty }
        for row in [40, 50] { rows[row][4] = .text("31/2/2026") }
        for row in [60, 70] { rows[row][3] = .text("Nước Không Có") }
        for row in [80, 90] { rows[row][5] = .whole(0) }
        rows[100][5] = .text("đông lắm")
        rows[110][2] = .text("Cấp trời")
        rows[120][8] = .text("không số")
        return rows
    }

    /// Brings a file, and gives where its preview stands.
    private func bring(_ bytes: [UInt8], _ name: String, to register: String = "visits", _ browser: TestBrowser)
        async throws -> String
    {
        let brought = try await browser.post(
            "/so/\(register)/nhap", files: [(field: "tep", name: name, bytes: bytes)])
        #expect(brought.status == 303, "\(brought.text.prefix(3000))")
        return try #require(brought.location)
    }

    /// Sends the form of a preview.
    private func take(_ path: String, isPartly: Bool = false, _ browser: TestBrowser) async throws -> TestBrowser.Page {
        let page = try await browser.get(path).text
        let digest = try #require(page.firstMatch(of: /name="xem-truoc" value="([0-9a-f]+)"/)).1
        return isPartly
            ? try await browser.post(path, ["xem-truoc": String(digest), "chi-dong-dung": "1"])
            : try await browser.post(path, ["xem-truoc": String(digest)])
    }

    /// How many rows of a preview will be added, changed, left, and cannot be taken.
    private func counts(_ page: String) -> [Int] {
        page.matches(of: /<strong>([0-9.]+)<\/strong> dòng/).compactMap { Int($0.1.replacing(".", with: "")) }
    }

    @Test
    func `Of a thousand rows twelve are told with row, column and reason; nothing is half done; the good ones come in`()
        async throws
    {
        let browser = try await RegisterOffice().browser(.officer)
        let path = try await bring(try workbook(Self.columns, try thousand()), "đoàn.xlsx", browser)
        let page = try await browser.get(path).text
        #expect(counts(page) == [988, 0, 0, 12])
        for (row, column, reason) in [
            (14, "Ten doan", "cần điền"), (44, "Ngày đến", "“31/2/2026” không phải ngày"),
            (64, "Nước", "Nước Không Có"), (84, "Số người", "phải từ 1 đến 10000"), (104, "Số người", "“đông lắm”"),
            (114, "Level", "có thể ghi: Cấp cao; Địa phương"), (124, "Số công văn", "viết chưa đúng mẫu"),
        ] {
            let line = page.firstMatch(of: try Regex("Dòng \(row)</th>.*?</tr>").dotMatchesNewlines())
            let text = line.map { String(page[$0.range]) } ?? ""
            #expect(text.contains(column) && text.contains(reason), "row \(row): \(text)")
        }
        #expect(!page.contains("Kín Đáo"), "what is private is not shown again")
        let refused = try await take(path, browser)
        #expect(refused.status == 422 && refused.text.contains("chưa ghi gì"))
        #expect(try await browser.get("/so/visits").text.contains("Sổ chưa có đoàn nào"))

        #expect(try await take(path, isPartly: true, browser).status == 303)
        #expect(try await browser.get(path).text.contains("Thêm 988, sửa 0 bản ghi"))
        #expect(try await browser.get("/so/visits").text.contains("988 đoàn"))
        // The same file again does nothing.
        let again = try await bring(try workbook(Self.columns, try thousand()), "đoàn.xlsx", browser)
        #expect(counts(try await browser.get(again).text) == [0, 0, 988, 12])
    }

    @Test(arguments: ["xlsx", "csv"])
    func `What was exported changes nothing when it comes back; what was corrected in it changes its record alone`(
        format: String
    ) async throws {
        let browser = try await RegisterOffice().browser(.officer)
        let partner = try await browser.post(
            "/so/partners/moi", ["f.name": "Tỉnh \"Khăm\", Muộn", "f.country": "lao", "f.since": "quý 3/2020"])
        #expect(partner.status == 303)
        for (name, level) in [("Đoàn =1+1, A", "high"), ("- Đoàn \"B\"", "local")] {
            let saved = try await browser.post(
                "/so/visits/moi",
                [
                    "f.name": name, "f.level": level, "f.countries": "Lào, trung quoc", "f.arrival": "02/7/2026",
                    "f.people": "1.204", "f.cost": "1.200,5 triệu", "f.cost.currency": "VND", "f.planned": "quý 3/2026",
                    "f.partner": "kham", "f.result": "Dòng một\nDòng hai", "f.host": "so du lich",
                ])
            #expect(saved.status == 303, "\(saved.text)")
        }
        let columns = [
            "name", "level", "countries", "arrival", "planned", "people", "cost", "host", "partner", "result",
        ]
        let query = columns.map { "cot=\($0)" }.joined(separator: "&")
        for (register, count) in [("visits", 2), ("partners", 1)] {
            let export = try await browser.get("/so/\(register).\(format)?\(register == "visits" ? query : "")")
            let path = try await bring(export.bytes, "s.\(format)", to: register, browser)
            #expect(counts(try await browser.get(path).text) == [0, 0, count, 0])
        }
        guard format == "csv" else { return }
        let corrected = try await browser.get("/so/visits.csv?\(query)").text.replacing("Đoàn =1+1, A", with: "Đoàn Á")
        let path = try await bring(Array(corrected.utf8), "sửa.csv", browser)
        let page = try await browser.get(path).text
        #expect(counts(page) == [0, 1, 1, 0])
        #expect(page.contains("<del>Đoàn =1+1, A</del> → <ins>Đoàn Á</ins>"))
        #expect(try await take(path, browser).status == 303)
        #expect(try await browser.get("/so/visits").text.contains("Đoàn Á"))
        let undone = try await browser.post("\(path)/hoan-tac")
        #expect(undone.status == 303)
        #expect(try await browser.get("/so/visits").text.contains("Đoàn =1+1, A"))
        #expect(try await browser.get(path).text.contains("đã hoàn tác"))
    }

    @Test func `What changed since the preview is shown again; what was changed after the import is not undone`()
        async throws
    {
        let browser = try await RegisterOffice().browser(.officer)
        let csv = "Tên;Nước;Từ\nTỉnh A;Lào;2020\nTỉnh B;Thái Lan;Quý III/2021\n"
        let path = try await bring(Array(csv.utf8), "đối tác.csv", to: "partners", browser)
        let seen = try await browser.get(path).text
        #expect(counts(seen) == [2, 0, 0, 0])
        let digest = String(try #require(seen.firstMatch(of: /name="xem-truoc" value="([0-9a-f]+)"/)).1)
        _ = try await browser.post("/so/partners/moi", ["f.name": "Tỉnh A", "f.country": "Thái Lan"])
        let changed = try await browser.post(path, ["xem-truoc": digest])
        #expect(changed.status == 422 && changed.text.contains("Sổ vừa đổi"))
        // Its name may be there once only: the row is about that record.
        #expect(counts(changed.text) == [1, 1, 0, 0])
        #expect(changed.text.contains("<del>Thái Lan</del> → <ins>Lào</ins>"))
        #expect(try await take(path, browser).status == 303)
        let list = try await browser.get("/so/partners").text
        let b = try #require(list.firstMatch(of: /\/so\/partners\/([0-9]+)"[^>]*>Tỉnh B/)).1
        let edited = try await browser.post(
            "/so/partners/\(b)/sua", ["phien-ban": "1", "f.name": "Tỉnh B mới", "f.country": "Thái Lan"])
        #expect(edited.status == 303)
        _ = try await browser.post("\(path)/hoan-tac")
        let after = try await browser.get("/so/partners").text
        #expect(after.contains("Tỉnh B mới") && after.contains("Tỉnh A") && after.contains("Thái Lan"))
        #expect(try await browser.post("\(path)/hoan-tac").status == 422)
    }

    @Test func `Past records come in where they stand, if the role may lead them there and what that asks is filled`()
        async throws
    {
        let office = try await RegisterOffice()
        let csv = "Tên đoàn,Ngày đến,Kết quả,Trạng thái\nĐoàn cũ,02/7/2025,Tốt,Đã đón\nĐoàn thiếu,03/7/2025,,Đã đón\n"
        let clerk = try await office.browser(.clerk)
        let refused = try await clerk.get(try await bring(Array(csv.utf8), "cũ.csv", clerk)).text
        #expect(counts(refused) == [0, 0, 0, 2])
        let browser = try await office.browser(.officer)
        let path = try await bring(Array(csv.utf8), "cũ.csv", browser)
        let page = try await browser.get(path).text
        #expect(counts(page) == [1, 0, 0, 1] && page.contains("cần điền trước khi chuyển trạng thái"))
        #expect(try await take(path, isPartly: true, browser).status == 303)
        let list = try await browser.get("/so/visits?trang-thai=received").text
        #expect(list.contains("Đoàn cũ"))
        #expect(try await browser.post("\(path)/hoan-tac").status == 303)
        #expect(try await browser.get("/so/visits").text.contains("Sổ chưa có đoàn nào"))
    }

    @Test func `Another's file, another unit's records and files that are none are refused in a line`() async throws {
        let office = try await RegisterOffice()
        let browser = try await office.browser(.officer)
        let saved = try await browser.post("/so/visits/moi", ["f.name": "Đoàn A", "f.arrival": "02/7/2026"])
        let number = try #require(saved.location?.split(separator: "/").last)
        let csv = "Mã số,Tên đoàn,Cơ quan chủ trì\n\(number),Đoàn của tôi,\n,Đoàn khác,Sở Du lịch\n"
        let stranger = try await office.browser(.stranger)
        let path = try await bring(Array(csv.utf8), "a.csv", stranger)
        let page = try await stranger.get(path).text
        #expect(counts(page) == [0, 0, 0, 2])
        #expect(page.contains("không thuộc đơn vị của bạn") && page.contains("không ghi cho đơn vị này được"))
        #expect(try await browser.get(path).status == 404)
        for bytes in [[0x50, 0x4B, 3, 4] + Array(repeating: 0xFF, count: 400), [0, 1, 2, 3], Array("ab\nc".utf8)] {
            let refused = try await browser.post(
                "/so/visits/nhap", files: [(field: "tep", name: "x.xlsx", bytes: bytes)])
            #expect(refused.status == 422 || refused.status == 303)
            guard let location = refused.location else { continue }
            #expect(try await browser.get(location).text.contains("Không tìm thấy bảng"))
        }
    }

    @Test func `The template's own headings are all understood`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        let template = try await browser.get("/so/visits/mau.xlsx")
        #expect(template.status == 200)
        let path = try await bring(template.bytes, "mẫu.xlsx", browser)
        let page = try await browser.get(path).text
        #expect(page.contains("Tệp chưa có dòng nào") && !page.contains("chưa nhận ra, đang bỏ qua"))
        for name in ["Tên đoàn", "Loại tiền", "Trưởng đoàn", "Trạng thái"] { #expect(page.contains(name), "\(name)") }
    }
}
