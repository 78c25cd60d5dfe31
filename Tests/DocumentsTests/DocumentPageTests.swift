import Paper
import Terminal
import Testing
import Wording
import WorkCalendar

@testable import Documents

@Suite struct DocumentPageTests {
    private let texts: Catalogue

    init() throws { texts = try DocumentTexts.catalogue(.vi) }

    private func page(_ document: OfficialDocument, repairs: [Repair] = [], width: Int = 80, colour: Bool = false)
        -> String
    {
        DocumentPage.whole(document, repairs: repairs, texts: texts, width: width, isColourful: colour)
    }

    @Test func thePageTellsWhoDoesWhatByWhen() {
        #expect(
            page(Self.plan) == """
                Kế hoạch 15/KH-UBND
                Thông tin đối ngoại năm 2026

                Cơ quan ban hành  Ủy ban nhân dân tỉnh Lam Giang
                Ngày ban hành     05/3/2026

                Nhiệm vụ theo phụ lục (1)
                TT  Nhiệm vụ           Chủ trì      Phối hợp       Thời hạn
                ───────────────────────────────────────────────────────────────────────
                I. Tuyên truyền
                 1  Xuất bản bản tin.  Sở Ngoại vụ  Báo Lam Giang  Hằng quý (31/3/2026)
                                                    Sở Nội vụ
                ───────────────────────────────────────────────────────────────────────

                Nhiệm vụ trong văn bản (1)
                2. Sở Tài chính
                  - Bố trí kinh phí.
                    Thời hạn: trước ngày 30/6/2026

                Chế độ báo cáo (1)
                  - các sở → UBND tỉnh (qua Sở Ngoại vụ): hằng quý

                Không có điểm nào cần xem lại.

                """)
    }

    @Test(arguments: [20, 34, 60, 79, 132])
    func noLineIsWiderThanTheTerminal(width: Int) {
        let lines = page(Self.plan, width: width).split(separator: "\n")
        #expect(lines.allSatisfy { $0.displayWidth <= max(20, width) })
    }

    @Test func findingsComeTheGravestFirst() throws {
        var document = Self.plan
        document.findings = [
            Finding(rule: "a-note", severity: .note, message: Message("n"), at: []),
            Finding(
                rule: "an-error", severity: .error, message: Message("e"),
                at: [Place(page: 3, line: 60), Place(line: 4)]),
        ]
        let text = DocumentPage.findings(document, texts: texts, width: 80, isColourful: false)
        #expect(
            text == """
                Văn bản  Kế hoạch 15/KH-UBND

                Điểm cần xem lại (2)
                ✗ e
                  trang 3, dòng 60; dòng 4 [an-error]
                · n
                  [a-note]

                """)
    }

    @Test func pagesReadFromPicturesAreCountedNotListed() {
        let repairs: [Repair] = [
            .recognised(page: 1, confidence: 0.9), .recognised(page: 2, confidence: 0.8), .accentsLost(page: 1),
            .accentsLost(page: 2), .undecodable(count: 2),
        ]
        let text = page(Self.plan, repairs: repairs)
        #expect(text.contains("! Lớp chữ của 2 trang mất dấu"))
        #expect(text.contains("! 2 trang được nhận dạng từ ảnh (độ tin cậy trung bình 85%)"))
        #expect(text.contains("! 2 byte không phải là chữ"))
    }

    @Test func coloursAreOnlyWhereAsked() {
        #expect(page(Self.plan, colour: true).contains("\u{1B}["))
        #expect(!page(Self.plan).contains("\u{1B}"))
    }

    @Test(arguments: [
        (365, "365"), (12_500, "12.500"), (1_234_567, "1.234.567"), (3.2, "3,2"), (1234.5, "1.234,5"),
        (-1500, "-1.500"),
        (0, "0"),
    ])
    func numbersAreWrittenAsOfficesDo(value: Double, expected: String) {
        #expect(DocumentPage.written(value) == expected)
    }

    private static var plan: OfficialDocument {
        var header = DocumentHeader()
        header.type = .plan
        header.issuer = "Ủy ban nhân dân tỉnh Lam Giang"
        header.number = "15/KH-UBND"
        header.date = Day(year: 2026, month: 3, day: 5)
        header.title = "Thông tin đối ngoại năm 2026"
        var document = OfficialDocument(header: header)
        var row = Assignment(
            part: .annex, group: "I. Tuyên truyền", text: "Xuất bản bản tin.", place: Place(page: 3, line: 60))
        row.lead = ["Sở Ngoại vụ"]
        row.coordinate = ["Báo Lam Giang", "Sở Nội vụ"]
        row.deadline = Deadline(raw: "Hằng quý", kind: .quarterly, due: Day(year: 2026, month: 3, day: 31))
        var duty = Assignment(part: .body, group: "2. Sở Tài chính", text: "Bố trí kinh phí.", place: Place(line: 40))
        duty.lead = ["Sở Tài chính"]
        duty.deadline = Deadline(raw: "trước ngày 30/6/2026", kind: .date, due: Day(year: 2026, month: 6, day: 30))
        document.assignments = [row, duty]
        document.reporting = [
            ReportingDuty(
                who: ["các sở"], to: "UBND tỉnh", via: "Sở Ngoại vụ",
                deadline: Deadline(raw: "hằng quý", kind: .quarterly), place: Place(line: 44))
        ]
        return document
    }
}
