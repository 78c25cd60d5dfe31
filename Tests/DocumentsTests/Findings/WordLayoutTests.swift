import Paper
import Testing
import Wording
import WorkCalendar

@testable import Documents

/// Head and foot as word processors keep them: tables without borders, two cells side by side.
@Suite struct WordLayoutTests {
    @Test func correctTablesGiveNoFinding() {
        #expect(findings() == [])
    }

    @Test(
        arguments: [
            ("Độc lập - Tự do", "Độc lập – Tự do", "motto@4"), ("Số: 21/", "Số: 21 /", "number-shape@5"),
            ("ngày 04", "ngày 4", "date-form@6"), ("VT, TH.", "VT, L.T.Na.", "file-copy@12"),
            ("Sở Tài chính;", "Sở Tài chính", "recipients-ending@11"),
        ])
    func faultsInCellsAreFoundWhereTheyStand(_ old: String, _ new: String, _ expected: String) {
        #expect(findings { $0.replacing(old, with: new) } == [expected])
    }

    @Test func wordsOfTheOtherColumnOnTheSameLineAreNoPartOfTheHead() throws {
        var transcript = Transcript(format: .text)
        for text in [
            "SỞ CÔNG THƯƠNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BAN GIÁM ĐỐC Độc lập - Tự do - Hạnh phúc",
            "Số: 21/KH-SCT An Hòa, ngày 04 tháng 5 năm 2026", "KẾ HOẠCH",
        ] {
            transcript.blocks.append(.paragraph(Paragraph(text, at: transcript.append(line: text))))
        }
        let parts = DocumentParts(transcript.reviewLines)
        #expect(parts.nationalTitle != nil && parts.motto != nil && parts.number != nil && parts.date != nil)
        let today = try #require(Day(year: 2026, month: 5, day: 5))
        let document = OfficialDocument(header: DocumentHeader())
        #expect(FindingRules.findings(in: document, transcript, today: today) == [])
    }

    @Test func sentenceThatBeginsAsTheHeadDoesIsNoHead() throws {
        let text =
            "Cộng hòa xã hội chủ nghĩa Việt Nam là một nước độc lập, có chủ quyền, thống nhất và toàn vẹn lãnh thổ."
        let today = try #require(Day(year: 2026, month: 5, day: 5))
        let document = OfficialDocument(header: DocumentHeader())
        #expect(FindingRules.findings(in: document, TextReader.read(text), today: today) == [])
    }

    private func findings(_ spoil: (String) -> String = { $0 }) -> [String] {
        var transcript = Transcript(format: .docx)
        func paragraphs(_ texts: [String]) -> [Paragraph] {
            texts.map { text in
                let text = spoil(text)
                return Paragraph(text, at: transcript.append(line: text))
            }
        }
        func table(_ cells: [[[String]]]) -> Block {
            .table(
                Table(
                    rows: cells.map { row in
                        let cells = row.enumerated().map { Cell(column: $0, paragraphs: paragraphs($1)) }
                        return Row(cells: cells, place: cells[0].paragraphs.first?.place ?? Place(line: 1))
                    }))
        }
        transcript.blocks.append(
            table([
                [
                    ["ỦY BAN NHÂN DÂN", "TỈNH AN HÒA"],
                    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
                ],
                [["Số: 21/KH-UBND"], ["An Hòa, ngày 04 tháng 5 năm 2026"]],
            ]))
        for text in ["KẾ HOẠCH", "Trồng rừng ven biển", "Các xã thực hiện Kế hoạch này./."] {
            transcript.blocks += paragraphs([text]).map { .paragraph($0) }
        }
        transcript.blocks.append(
            table([
                [
                    ["Nơi nhận:", "- Sở Tài chính;", "- Lưu: VT, TH."],
                    ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Bùi Thị Xuyến"],
                ]
            ]))
        guard let today = Day(year: 2026, month: 5, day: 5) else { return [] }
        return FindingRules.findings(in: OfficialDocument(header: DocumentHeader()), transcript, today: today).map {
            "\($0.rule)@\($0.at.first?.line ?? 0)"
        }
    }
}
