import Foundation
import Paper
import TestSupport
import Testing
import WebTestSupport
import WorkCalendar

@testable import Registers

/// The plan of delegations of an invented commune, as it comes in the form of the table.
@Suite("Importing tables in the form of an office", .onEachEngine(RegisterOffice.migrations))
struct FormImportTests {
    private static let head = [
        "TT", "Tên đoàn", "Trưởng đoàn", "Nước đi", "Đối tác làm việc", "Nội dung hoạt động", "Số người", "Số ngày",
        "Thời gian thực hiện", "Kinh phí", "Ghi chú",
    ]

    /// Rows of one cell are groups, or numbers that wait for a record.
    private static let rows: [[String]] = [
        [""] + (1...10).map(String.init),
        ["I. Đoàn cấp Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng (Không có)"], ["1"],
        ["II. Đoàn sử dụng ngân sách Đảng/ Ngân sách Nhà nước"],
        [
            "1", "Đoàn lãnh đạo xã", "Phó Chủ tịch UBND xã", "Lào, Thái Lan", "Huyện bạn", "Trao đổi kinh nghiệm", "5",
            "4",
            "Quý III", "120 triệu đồng", "",
        ],
        [
            "2", "Đoàn cán bộ xã", "Trưởng phòng", "Trung Quốc", "Hội chợ biên giới", "Xúc tiến thương mại", "3", "2",
            "Tháng 9/2026", "15.000.000", "Đi đường bộ",
        ],
        ["III. Đoàn sử dụng nguồn kinh phí khác"],
        [
            "1", "Đoàn hợp tác xã", "Giám đốc", "Nhật Bản", "Đối tác", "Học nghề", "2", "10", "Tháng 13", "5.000 USD",
            "",
        ],
        ["2"],
    ]

    private func workbook() throws -> [UInt8] {
        let path = "/tmp/nhipcau-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        var sheet = try SheetWriter(
            path, name: "Kế hoạch", titles: ["UBND xã Thử", "Bảng tổng hợp kế hoạch đoàn ra năm 2026"],
            columns: Self.head.map { SheetColumn($0) })
        for row in Self.rows { try sheet.write(row.map { $0.isEmpty ? .empty : .text($0) }) }
        try sheet.finish()
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    private func document() throws -> [UInt8] {
        func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
        func row(_ cells: [String]) -> String {
            let span = cells.count == 1 ? "<w:tcPr><w:gridSpan w:val=\"11\"/></w:tcPr>" : ""
            return "<w:tr>\(cells.map { "<w:tc>\(span)\(paragraph($0))</w:tc>" }.joined())</w:tr>"
        }
        let grid = "<w:tblGrid>\(String(repeating: "<w:gridCol w:w=\"900\"/>", count: 11))</w:tblGrid>"
        let rows = Self.rows.map { $0.count == 1 && $0[0].count == 1 ? $0 + Array(repeating: "", count: 10) : $0 }
        let table = "<w:tbl>\(grid)\(([Self.head] + rows).map(row).joined())</w:tbl>"
        let body = paragraph("Bảng tổng hợp kế hoạch đoàn ra năm 2026") + table + paragraph("Ghi chú:")
        let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        let parts = [
            (
                "_rels/.rels",
                #"<Relationships xmlns="\#(relations)"><Relationship Id="r" Type="\#(kind)" Target="word/document.xml"/></Relationships>"#
            ), ("word/document.xml", "<w:document xmlns:w=\"\(space)\"><w:body>\(body)</w:body></w:document>"),
        ]
        return try ZipFile.bytes(parts.map { (name: $0.0, text: Array($0.1.utf8)) })
    }

    @Test(arguments: ["kế hoạch.xlsx", "kế hoạch.docx"])
    func `The plan of delegations of a commune comes in from Excel and from Word`(name: String) async throws {
        let files = Definitions.shippedFiles.filter {
            ["delegations-out.yaml", "layouts/plan-of-delegations-out.yaml"].contains($0.path)
                || $0.path.hasPrefix("lists/")
        }
        let browser = try await RegisterOffice(files).browser(.officer)
        let bytes = try name.hasSuffix("docx") ? document() : workbook()
        let brought = try await browser.post(
            "/so/delegations-out/nhap", files: [(field: "tep", name: name, bytes: bytes)])
        let path = try #require(brought.location, "\(brought.text)")
        let page = try await browser.get(path).text
        let counts = page.matches(of: /<strong>([0-9]+)<\/strong> dòng/).compactMap { Int($0.1) }
        #expect(counts == [2, 0, 0, 1])
        #expect(page.contains("“Tháng 13” không phải") && page.contains("Thời gian thực hiện"))
        #expect(page.contains("theo mẫu") || page.contains("Bảng tổng hợp kế hoạch đoàn ra"))
        let digest = String(try #require(page.firstMatch(of: /name="xem-truoc" value="([0-9a-f]+)"/)).1)
        let taken = try await browser.post(path, ["xem-truoc": digest, "chi-dong-dung": "1"])
        #expect(taken.status == 303)
        let list = try await browser.get(
            "/so/delegations-out?cot=name&cot=planned-time&cot=planned-cost&cot=planned-people&cot=plan-group&cot=sender"
        ).text
        for text in [
            "Đoàn lãnh đạo xã", "Quý III/2026", "120.000.000 đồng", "háng 9/2026", "15.000.000 đồng",
            "II. Đoàn sử dụng ngân sách", "Sở Du lịch",
        ] {
            #expect(list.contains(text), "\(text)")
        }
        let again = try await browser.post(
            "/so/delegations-out/nhap", files: [(field: "tep", name: name, bytes: bytes)])
        let same = try await browser.get(try #require(again.location)).text
        #expect(same.matches(of: /<strong>([0-9]+)<\/strong> dòng/).compactMap { Int($0.1) } == [0, 0, 2, 1])
        // A form has no numbers of records: one that says something else under the same name is pointed out.
        let csv = "Tên đoàn,Nước đi,Số người\nĐoàn lãnh đạo xã,Lào,6\n"
        let other = try await browser.post(
            "/so/delegations-out/nhap", files: [(field: "tep", name: "a.csv", bytes: Array(csv.utf8))])
        #expect(try await browser.get(try #require(other.location)).text.contains("cùng tên với #"))
    }

    /// What each kind of field is filled with, as people type it.
    private func sample(_ field: FieldDefinition) -> [(String, String)] {
        let name = TypedRecord.name(field.key)
        switch field.kind {
        case .text, .longText, .person: return [(name, "Thử, \"\(field.names.vi.prefix(20))\"")]
        case .whole: return [(name, "\(max(field.bounds.least ?? 3, 2026 > field.bounds.most ?? 3000 ? 3 : 2026))")]
        case .decimal: return [(name, "1,5")]
        case .money: return [(name, "1.234.567,5"), ("\(name).currency", "USD")]
        case .day: return [(name, "02/7/2026")]
        case .partialDate: return [(name, "quý 3/2026")]
        case .period: return [(name, "02/7/2026"), ("\(name).to", "05/7/2026")]
        case .country: return [(name, "Lào")]
        case .countries: return [(name, "Lào, Trung Quốc")]
        case .unit: return [(name, "Sở Du lịch")]
        case .choice: return field.choices.last.map { [(name, $0.key.text)] } ?? []
        case .choices: return field.choices.prefix(3).map { (name, $0.key.text) }
        case .place: return [(name, "Phố Thử, phường Thử")]
        case .link: return [(name, "https://example.vn/a")]
        case .email: return [(name, "a@example.vn")]
        case .telephone: return [(name, "0912 345 678")]
        case .answer: return [(name, "yes"), ("\(name).on", "02/7/2026")]
        case .record, .file: return []
        }
    }

    @Test func `Every register's own export changes nothing when it comes back`() async throws {
        let browser = try await RegisterOffice(Definitions.shippedFiles).browser(.coordinator)
        var tried = 0
        for definition in try Definitions.shipped().all {
            let fields = definition.fields.filter { $0.pattern == nil }
            let items = fields.flatMap(sample)
            let saved = try await browser.post("/so/\(definition.key)/moi", pairs: items)
            // A register that refers to others, or asks for a shape that is not tried here.
            guard saved.status == 303 else { continue }
            tried += 1
            let columns = fields.filter { !$0.isPrivate && $0.kind != .file }.map { "cot=\($0.key)" }
            for format in ["xlsx", "csv"] {
                let export = try await browser.get(
                    "/so/\(definition.key).\(format)?\(columns.joined(separator: "&"))")
                let brought = try await browser.post(
                    "/so/\(definition.key)/nhap", files: [(field: "tep", name: "s.\(format)", bytes: export.bytes)])
                let page = try await browser.get(try #require(brought.location, "\(definition.key)")).text
                let counts = page.matches(of: /<strong>([0-9]+)<\/strong> dòng/).compactMap { Int($0.1) }
                let told = page.matches(of: /<td data-label="(?:Cột|Lý do|Thay đổi)">.*?<\/td>/).map { String($0.0) }
                #expect(counts == [0, 0, 1, 0], "\(definition.key) \(format): \(told)")
            }
        }
        #expect(tried >= 25)
    }
}
