import Foundation
import Synchronization
import Testing
import Vietnamese

@testable import Paper

@Suite(
    .enabled(
        if: isInstalled("soffice", "pdftotext", "pdftoppm", "pdfimages", "tesseract"),
        "needs LibreOffice, poppler-utils and tesseract-ocr-vie"))
struct ScannedPDFTests {
    @Test func readsEveryPageOfAScanFromItsPicture() async throws {
        let transcript = try await Printing.shared.transcriptOfScan()
        #expect(transcript.pages == 4)
        let pages = transcript.repairs.compactMap { repair -> Int? in
            if case .recognised(let page, let confidence) = repair, confidence > 0.85 { page } else { nil }
        }
        #expect(pages == [1, 2, 3, 4])
        #expect(transcript.paragraphs.allSatisfy { $0.confidence < 1 && $0.confidence > 0 })
    }

    @Test func keepsTheColumnsOfHeaderAndSignatureApart() async throws {
        let texts = try await Printing.shared.transcriptOfScan().paragraphs.map(\.text)
        #expect(texts.prefix(3) == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HOA LƯ", "Số: 118/KH-UBND"])
        #expect(texts.contains("Hoa Lư, ngày 14 tháng 5 năm 2026"))
        let recipients = try #require(texts.firstIndex { similarity($0, "Nơi nhận:") > 0.7 })
        let signature = try #require(texts.firstIndex { similarity($0, "TM. ỦY BAN NHÂN DÂN") > 0.8 })
        #expect(signature - recipients == 6)
        #expect(texts.contains { similarity($0, SamplePlan.broken) > 0.95 })
    }

    @Test func findsTheNotesAtTheFoot() async throws {
        let notes = try await Printing.shared.transcriptOfScan().footnotes
        #expect(notes.map(\.label) == ["1", "2"])
        let marks = try await Printing.shared.transcriptOfScan().paragraphs.flatMap(\.notes).map(\.label)
        #expect(marks.contains("1"))
        #expect(
            similarity(notes.last?.paragraphs.first?.text ?? "", "Số liệu theo Báo cáo số 87/BC-SDL của Sở Du lịch.")
                > 0.9)
    }

    @Test func rebuildsTheTableFromItsRules() async throws {
        let tables = try await Printing.shared.transcriptOfScan().tables
        var rows = tables.flatMap(\.rows).map { $0.cells.map { $0.text.replacing("\n", with: " ") } }
        #expect(tables.count == 1)
        #expect(rows.removeFirst() == SamplePlan.head)
        let torn = try #require(rows.firstIndex { $0[1].hasPrefix("Lắp đặt mạng") })
        let rest = rows.remove(at: torn + 1)
        rows[torn] = zip(rows[torn], rest).map { $1.isEmpty ? $0 : "\($0) \($1)" }
        #expect(rows.map(\.count) == SamplePlan.rows.map(\.count))
        let found = rows.map { $0.joined(separator: " | ") }
        let expected = SamplePlan.rows.map { $0.joined(separator: " | ") }
        let alike = zip(found, expected).map(similarity)
        #expect(alike.reduce(0, +) / Double(alike.count) > 0.97)
        #expect(alike.allSatisfy { $0 > 0.85 }, "\(zip(found, alike).filter { $0.1 <= 0.85 })")
    }

    @Test func rereadsAPageWhoseTextLayerLostItsAccents() async throws {
        let plan = try await Printing.shared.plan()
        let file = PDFFile(path: plan.path, limits: Limits())
        let page = try #require(try await file.words().dropFirst().first)
        let picture = try #require(try await file.pictures(of: 2...2, resolution: 200).first)
        var words = page.words
        for index in words.indices { words[index].text = words[index].text.folded }
        let sheet = PictureDocument.Sheet(picture: picture, resolution: 200, words: words)
        let path = try await Printing.shared.scratch().appending(path: "accentless.pdf")
        try Data(PictureDocument(sheets: [sheet, sheet]).pdf).write(to: path)
        let steps = Mutex<[ReadingProgress]>([])
        let transcript = try await PDFReader.read(path: path.path) { step in steps.withLock { $0.append(step) } }
        #expect(transcript.repairs.contains(.accentsLost(page: 1)))
        #expect(transcript.repairs.contains(.accentsLost(page: 2)))
        #expect(
            transcript.paragraphs.contains {
                $0.text == "Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./."
            })
        #expect(steps.withLock { $0.map(\.done) } == [0, 1, 2])
        #expect(steps.withLock { $0.allSatisfy { $0.total == 2 && $0.stage == .recognising } })
    }
}
