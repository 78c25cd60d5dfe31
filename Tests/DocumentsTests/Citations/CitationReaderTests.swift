import Paper
import Testing
import WorkCalendar

@testable import Documents

/// Documents named in a text.
@Suite struct CitationReaderTests {
    static func read(_ texts: String..., own: String? = nil, ownDate: Day? = nil) -> [Citation] {
        var header = DocumentHeader()
        header.number = own
        header.date = ownDate
        let blocks = texts.enumerated().map { Block.paragraph(Paragraph($1, at: Place(line: $0 + 1))) }
        return CitationReader.read(blocks, header: header)
    }

    @Test func readsTypeDateAndIssuer() throws {
        let citations = Self.read(
            "Căn cứ Quyết định số 418/QĐ-TTg ngày 07/5/2025 của Thủ tướng Chính phủ phê duyệt Chương trình phát triển;")
        let citation = try #require(citations.first)
        #expect(citations.count == 1)
        #expect(citation.number == "418/QĐ-TTg")
        #expect(citation.type == .decision)
        #expect(citation.date == Day(year: 2025, month: 5, day: 7))
        #expect(citation.issuer == "Thủ tướng Chính phủ")
    }

    @Test(arguments: [
        (
            "Nghị quyết số 72-NQ/TU ngày 09 tháng 6 năm 2025 của Ban Thường vụ Tỉnh ủy về chuyển đổi số", "2025-06-09",
            "Ban Thường vụ Tỉnh ủy"
        ),
        (
            "Công văn số 815/SVHTTDL-QLDL, ngày 12/3/2026 của Sở Văn hóa, Thể thao và Du lịch về việc góp ý",
            "2026-03-12", "Sở Văn hóa, Thể thao và Du lịch"
        ),
        (
            "Kế hoạch số 90/KH-UBND của Ủy ban nhân dân tỉnh Lào Cai ngày 02/02/2026 triển khai", "2026-02-02",
            "Ủy ban nhân dân tỉnh Lào Cai"
        ),
        (
            "Thông báo số 33/TB-VP (ngày 01/4/2026) của Văn phòng Đoàn ĐBQH và HĐND tỉnh về kết luận", "2026-04-01",
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh"
        ),
        ("Quyết định 77-QĐ/TU 18/9/2025 của Thành ủy Hải Phòng ban hành Quy chế", "2025-09-18", "Thành ủy Hải Phòng"),
        (
            "Hướng dẫn số 05/HD-SNV ngày 3/4/2026 của Sở Nội vụ (sau đây gọi tắt là Hướng dẫn)", "2026-04-03",
            "Sở Nội vụ"
        ),
        (
            "Công văn số 77/SLĐ-VL ngày 1/2/2024 của Sở Lao động - Thương binh và Xã hội hướng dẫn", "2024-02-01",
            "Sở Lao động - Thương binh và Xã hội"
        ),
        (
            "Báo cáo số 44/BC-SGD ngày 20/5/2026 của Sở Giáo dục và Đào tạo tỉnh trình cấp trên", "2026-05-20",
            "Sở Giáo dục và Đào tạo tỉnh"
        ),
    ])
    func readsHowACitationIsWritten(text: String, date: String, issuer: String) throws {
        let citation = try #require(Self.read(text).first)
        #expect(citation.date?.description == date)
        #expect(citation.issuer == issuer)
    }

    @Test func givesSeveralDocumentsTheOneIssuerBehindThem() {
        let citations = Self.read(
            "Thực hiện Nghị quyết 18-NQ/TW, Chỉ thị số 40-CT/TW và Kết luận số 62-KL/TW của Bộ Chính trị về biên chế;")
        #expect(citations.map(\.number) == ["18-NQ/TW", "40-CT/TW", "62-KL/TW"])
        #expect(citations.map(\.type) == [.resolution, .directive, .other])
        #expect(citations.map(\.issuer) == ["Bộ Chính trị", "Bộ Chính trị", "Bộ Chính trị"])
    }

    @Test func takesTheIssuerThatStandsBefore() {
        #expect(
            Self.read("Theo đề nghị của Sở Công Thương tại Tờ trình số 221/TTr-SCT ngày 06/5/2026.").first?.issuer
                == "Sở Công Thương")
        #expect(
            Self.read("Ngày 06/5/2026, Thủ tướng Chính phủ ban hành Công điện số 55/CĐ-TTg về phòng cháy.").first?
                .issuer
                == "Thủ tướng Chính phủ")
    }

    @Test func knowsWhoAloneIssuesUnderASymbol() {
        let issuers = Self.read(
            "theo Nghị định 30/2020/NĐ-CP, Luật số 72/2025/QH15, Chỉ thị 09/CT-TTg và Thông tư 01/2026/TT-BNV")
        #expect(issuers.map(\.issuer) == ["Chính phủ", "Quốc hội", "Thủ tướng Chính phủ", nil])
    }

    @Test func namesADocumentOnceWithAllItsMentions() throws {
        let citations = Self.read(
            "Thực hiện Chỉ thị số 21/CT-TTg về hàng Việt;",
            "Nội dung của chỉ thị số 21/CT-TTg ngày 03/4/2026 của Thủ tướng Chính phủ đã được phổ biến; Quyết định số 8/QĐ-UBND",
            "Chỉ thị 21/CT-TTG và Quyết định số 08/QĐ-UBND")
        #expect(citations.map(\.number) == ["21/CT-TTg", "8/QĐ-UBND"])
        let directive = try #require(citations.first)
        #expect(directive.date == Day(year: 2026, month: 4, day: 3))
        #expect(directive.issuer == "Thủ tướng Chính phủ")
        #expect(directive.mentions.map(\.place.line) == [1, 2, 3])
    }

    @Test func leavesOutTheDocumentItself() {
        let own = "(Kèm theo Kế hoạch số 57/KH-UBND ngày 08/7/2026 của Ủy ban nhân dân tỉnh)"
        let date = Day(year: 2026, month: 7, day: 8)
        #expect(Self.read(own, own: "57/KH-UBND", ownDate: date).isEmpty)
        // Another body's plan of the same number is another document.
        #expect(
            Self.read("Kế hoạch số 57/KH-UBND ngày 02/01/2025 của UBND huyện", own: "57/KH-UBND", ownDate: date).count
                == 1)
    }

    @Test func findsNumbersInTablesAndFootnotes() {
        let table = Table(rows: [
            Row(
                cells: [
                    Cell(column: 0, paragraphs: [Paragraph("1", at: Place(line: 1))]),
                    Cell(
                        column: 1,
                        paragraphs: [
                            Paragraph("Quyết định số 31/QĐ-", at: Place(line: 1)),
                            Paragraph("UBND", at: Place(line: 2)),
                        ]),
                ], place: Place(line: 1))
        ])
        let note = Footnote(label: "1", paragraphs: [Paragraph("Kế hoạch số 4/KH-BCĐ", at: Place(line: 9))])
        let citations = CitationReader.read([.table(table), .footnote(note)], header: DocumentHeader())
        #expect(citations.map(\.number) == ["31/QĐ-UBND", "4/KH-BCĐ"])
    }

    @Test func mendsANumberBrokenOverAPage() {
        let note = Block.footnote(Footnote(label: "2", paragraphs: [Paragraph("Gồm 3 xã", at: Place(line: 3))]))
        let blocks: [Block] = [
            .paragraph(Paragraph("Quán triệt Nghị quyết số 10-", at: Place(page: 1, line: 1))), note,
            .paragraph(Paragraph("NQ/TW ngày 10/02/2022 của Bộ Chính trị", at: Place(page: 2, line: 4))),
        ]
        let citations = CitationReader.read(blocks, header: DocumentHeader())
        #expect(citations.map(\.number) == ["10-NQ/TW"])
        #expect(citations.first?.issuer == "Bộ Chính trị")
        #expect(citations.first?.place == Place(page: 1, line: 1))
    }

    @Test func completesNumbersThatShareASymbol() {
        let citations = Self.read("các Quyết định số 12, 13 và 14/QĐ-UBND ngày 05/01/2026 của UBND tỉnh")
        #expect(citations.map(\.number) == ["12/QĐ-UBND", "13/QĐ-UBND", "14/QĐ-UBND"])
        #expect(citations.allSatisfy { $0.issuer == "UBND tỉnh" && $0.type == .decision })
    }

    @Test func readsTextThatLostItsAccents() {
        let citations = Self.read(
            "theo Quyét dinh s6 812/QD-UBND ngay 19/6/2025 cua Uy ban nhan dan thanh pho va Nghi dinh sé 77/2025/ND-CP cta Chinh phu"
        )
        #expect(citations.map(\.number) == ["812/QĐ-UBND", "77/2025/NĐ-CP"])
        #expect(citations.map(\.type) == [.decision, .other])
        #expect(citations.map(\.issuer) == ["Ủy ban nhân dân thành phố", "Chính phủ"])
        #expect(citations.first?.date == Day(year: 2025, month: 6, day: 19))
    }

    @Test(arguments: [
        "Đạt 130/204 chỉ tiêu, tỷ lệ 63,7%", "từ ngày 01/01 đến 31/12/2026", "Mẫu số 02/BC-TK",
        "Luật Đất đai, Luật Ngân sách nhà nước",
        "giai đoạn 2026 - 2030 của UBND tỉnh", "Biểu số 1-TH/UBND", "trang 15-20; tỷ lệ 1/2000 TP-HCM",
    ])
    func findsNothingWhereNothingIsCited(text: String) {
        #expect(Self.read(text).isEmpty)
    }

    @Test(arguments: [
        ("Công văn số 5973/UBND-KT", DocumentType.officialLetter), ("5973/UBND-KT", .officialLetter),
        ("Văn bản số 12/SYT-NV", .officialLetter),
        ("Quy chế số 08-QC/TU", .regulation), ("12-QĐi/TW", .regulation),
        ("Chương trình hành động số 20-CTr/TU", .programme),
        ("Biên bản số 3/BB-HĐ", .minutes), ("Giấy mời số 45/GM-UBND", .invitation), ("Thông báo 7/TB-UBND", .notice),
        ("Nghị quyết số 101/2025/QH15", .resolution), ("Luật số 64/2025/QH15", .other),
        ("Tờ trình số 1/TTr-STC", .other),
    ])
    func tellsTheTypeByTheWordBeforeOrBySymbol(text: String, type: DocumentType) {
        #expect(Self.read(text).map(\.type) == [type])
    }
}
