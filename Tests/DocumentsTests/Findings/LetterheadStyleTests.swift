import Paper
import Testing
import Wording
import WorkCalendar

@testable import Documents

@Suite struct LetterheadStyleTests {
    @Test func sizesAndWeightOfTheDecreeAreRight() {
        #expect(keys(national: Style(bold: true, size: 13), motto: Style(bold: true, size: 14)).isEmpty)
        #expect(keys(national: Style(bold: true, size: 12), motto: Style(bold: true, size: 13)).isEmpty)
    }

    @Test func whatTheFormatDoesNotTellIsNotJudged() {
        #expect(keys(national: Style(), motto: Style()).isEmpty)
    }

    @Test func otherSizesAndWeightsAreNoted() {
        #expect(
            keys(national: Style(bold: false, size: 11), motto: Style(bold: false, size: 16)) == [
                "finding.letterhead-style.national-size", "finding.letterhead-style.national-bold",
                "finding.letterhead-style.motto-size", "finding.letterhead-style.motto-bold",
            ])
    }

    private func keys(national: Style, motto: Style) -> [String] {
        var transcript = Transcript(format: .docx)
        for (text, style) in [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", national), ("Độc lập - Tự do - Hạnh phúc", motto),
        ] {
            let place = transcript.append(line: text)
            transcript.blocks.append(.paragraph(Paragraph(text, style: style, at: place)))
        }
        guard let today = Day(year: 2026, month: 1, day: 5) else { return [] }
        return FindingRules.findings(in: OfficialDocument(header: DocumentHeader()), transcript, today: today)
            .map(\.message.key)
    }
}
