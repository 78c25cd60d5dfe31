import Foundation
import Testing

@testable import Paper

@Suite(.enabled(if: isInstalled("soffice", "pdftotext", "pdftoppm"), "needs LibreOffice and poppler-utils"))
struct PDFTextLayerTests {
    let transcript: Transcript

    init() async throws {
        transcript = try await PDFReader.read(path: try await Printing.shared.plan().path)
    }

    private var texts: [String] { transcript.paragraphs.map(\.text) }

    @Test func readsTheHeaderColumnByColumn() {
        #expect(
            texts.prefix(6) == [
                "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HOA LƯ", "Số: 118/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc", "Hoa Lư, ngày 14 tháng 5 năm 2026",
            ])
    }

    @Test func readsRecipientsBeforeTheSignature() throws {
        let start = try #require(texts.firstIndex(of: "Nơi nhận:"))
        #expect(
            texts[start..<start + 10] == [
                "Nơi nhận:", "- Ban Thường vụ Thành ủy (để báo cáo);", "- Chủ tịch, các Phó Chủ tịch UBND thành phố;",
                "- Các sở, ban, ngành thành phố;", "- UBND các xã, phường;", "- Lưu: VT, SDL (Hà).",
                "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Minh Khôi",
            ])
    }

    @Test func joinsTheLinesOfATitle() {
        #expect(
            texts.contains(
                "Triển khai Chương trình xúc tiến du lịch và bảo tồn di sản văn hóa trên địa bàn thành phố Hoa Lư giai đoạn 2026 - 2030"
            ))
        #expect(transcript.paragraphs.first { $0.text == "KẾ HOẠCH" }?.style.alignment == .centre)
    }

    @Test func joinsAParagraphOverThePageBreakAndDropsThePageNumber() throws {
        let paragraph = try #require(transcript.paragraphs.first { $0.text == SamplePlan.broken })
        #expect(paragraph.starts.map(\.place.page) == [1, 2, 2])
        let second = paragraph.starts[1]
        #expect(transcript.lines[second.place.line - 1].hasPrefix("hiện Kế hoạch; định kỳ"))
        #expect(
            String(decoding: paragraph.text.utf8.dropFirst(second.offset), as: UTF8.self).hasPrefix("hiện Kế hoạch"))
        #expect(!texts.contains("2"))
    }

    @Test func takesNotesOutOfTheSentence() throws {
        #expect(transcript.footnotes.map(\.label) == ["1", "2"])
        #expect(
            transcript.footnotes.last?.paragraphs.map(\.text) == ["Số liệu theo Báo cáo số 87/BC-SDL của Sở Du lịch."])
        let first = try #require(transcript.paragraphs.first { $0.text.hasPrefix("Thực hiện Nghị quyết") })
        let mark = try #require(first.notes.first)
        #expect(mark.label == "1")
        #expect(String(decoding: first.text.utf8.prefix(mark.offset), as: UTF8.self).hasSuffix("phát triển du lịch"))
        #expect(first.text.contains("phát triển du lịch thành ngành"))
        #expect(texts.contains { $0.contains("1,2 triệu lượt; diện tích không gian đi bộ đạt 45.000 m2 vào cuối kỳ.") })
    }

    @Test func rebuildsTheTableOfTasksOverTwoPages() throws {
        let table = try #require(transcript.tables.first)
        #expect(transcript.tables.count == 1)
        #expect(table.headerRows == 1)
        #expect(table.columns == 6)
        var rows = table.rows.map { $0.cells.map { $0.text } }
        #expect(rows.removeFirst() == SamplePlan.head)
        let torn = try #require(rows.firstIndex { $0.first == SamplePlan.tornRow })
        let rest = rows.remove(at: torn + 1)
        rows[torn] = zip(rows[torn], rest).map { $1.isEmpty ? $0 : "\($0) \($1)" }
        #expect(rows == SamplePlan.rows)
        #expect(table.rows.filter { $0.cells.count == 2 }.map { $0.cells[1].columnSpan } == [5, 5, 5])
        #expect(table.rows.map(\.place.page) == Array(repeating: 3, count: 12) + Array(repeating: 4, count: 7))
    }
}
