import Documents
import Foundation
import Testing
import WorkCalendar

@testable import Paper

/// One plan in every format that an office sends it in, judged by what is read from it in the end: a letterhead in two
/// columns, footnotes, a task table of fourteen rows with groups in merged cells and a row broken over a page.
@Suite(.enabled(if: isInstalled("soffice", "pdftotext"))) struct EveryFormatTests {
    private func read(_ transcript: Transcript) throws -> OfficialDocument {
        try DocumentReader.read(transcript, today: #require(Day(year: 2026, month: 6, day: 1)))
    }

    /// The plan as LibreOffice saves it in a format.
    private func read(savedAs format: String) async throws -> OfficialDocument {
        let file = try await Printing.shared.plan(savedAs: format)
        return try read(await Transcriber.transcribe(path: file.path))
    }

    @Test(arguments: ["docx", "odt", "html", "pdf"])
    func givesTheSameAssignments(_ format: String) async throws {
        let document = try await read(savedAs: format)
        let rows = document.assignments.filter { $0.part == .annex }
        let expected = SamplePlan.rows.filter { $0.count > 2 }
        #expect(rows.map(\.text) == expected.map { $0[1] })
        #expect(rows.map { $0.lead.joined(separator: "; ") } == expected.map { $0[2] })
        #expect(rows.map { $0.coordinate.joined(separator: "; ") } == expected.map { $0[3] })
        #expect(rows.map(\.deliverable) == expected.map { $0[4] })
        #expect(rows.map(\.deadline.raw) == expected.map { $0[5] })
        #expect(rows.first?.group == "I Công tác tuyên truyền, quảng bá")
        #expect(rows.last?.group == "III Phát triển nguồn nhân lực")
        let duties = document.assignments.filter { $0.part == .body }
        #expect(duties.map(\.lead) == [["Sở Du lịch"], ["Sở Tài chính"]])
        #expect(document.reporting.map(\.to) == ["Ủy ban nhân dân thành phố"])
        #expect(document.header.number == "118/KH-UBND")
        #expect(document.header.issuer == "Ủy ban nhân dân thành phố Hoa Lư")
        #expect(document.header.date?.description == "2026-05-14")
        #expect(document.header.signer?.name == "Trần Minh Khôi")
        #expect(document.header.recipients.count == 5)
        #expect(document.citations.map(\.number).contains("15-NQ/TU"))
    }

    @Test(.enabled(if: isInstalled("tesseract", "pdftoppm"))) func survivesAScan() async throws {
        let document = try read(await Printing.shared.transcriptOfScan())
        let expected = SamplePlan.rows.filter { $0.count > 2 }
        let rows = document.assignments.filter { $0.part == .annex }
        let likeness = expected.map { row in rows.map { similarity($0.text, row[1]) }.max() ?? 0 }
        let found = Double(likeness.count { $0 >= 0.75 })
        #expect(2 * found / Double(expected.count + rows.count) >= 0.95, "\(rows.map(\.text))")
        #expect(likeness.reduce(0, +) / Double(likeness.count) >= 0.97, "\(likeness)")
        let leads = zip(rows, expected).count { similarity($0.lead.joined(separator: "; "), $1[2]) >= 0.9 }
        #expect(leads >= 13)
        let dues = zip(rows, expected).count { $0.deadline.raw == $1[5] }
        #expect(dues >= 13)
        #expect(document.assignments.count { $0.part == .body } == 2)
        #expect(document.header.number == "118/KH-UBND")
    }
}
