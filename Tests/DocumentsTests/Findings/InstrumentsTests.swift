import Paper
import Testing
import WorkCalendar

@testable import Documents

@Suite struct InstrumentsTests {
    @Test func embeddedFileIsReadAndWhole() throws {
        let instruments = Instruments.known.all
        #expect(instruments.count > 30)
        #expect(Set(instruments.map(\.number)).count == instruments.count)
        for instrument in instruments {
            #expect(!instrument.name.isEmpty && !instrument.source.isEmpty, "\(instrument.number)")
            #expect((instrument.replacedBy == nil) == (instrument.replacedFrom == nil), "\(instrument.number)")
            if let effective = instrument.effective, let date = instrument.date { #expect(date <= effective) }
            // A chain of successors ends at one that is not known to be replaced.
            if let successor = instrument.replacedBy { #expect(Instruments.known[successor] != nil, "\(successor)") }
            // A number that begins anew each year says nothing without its date.
            if instrument.number.statedYear == nil { #expect(instrument.date != nil, "\(instrument.number)") }
        }
    }

    @Test(arguments: ["76/2010/QĐ-TTg", "76/2010/qđ-ttg", "76/2010/QĐ - TTg"])
    func isFoundHoweverTheNumberIsTyped(_ number: String) {
        #expect(Instruments.known[number]?.replacedBy == "06/2020/QĐ-TTg")
    }

    @Test func numberWithoutYearIsFoundByItsDateOnly() {
        #expect(resolution(of: 2016) != nil)
        #expect(resolution(of: 2024) == nil)
        #expect(resolution(of: nil) == nil)
    }

    @Test func documentsOfTheirTimeMayCiteWhatWasReplacedLater() {
        #expect(rules(date: Day(year: 2019, month: 5, day: 6)).isEmpty)
        #expect(rules(date: Day(year: 2020, month: 4, day: 14)).isEmpty)
        #expect(rules(date: Day(year: 2020, month: 4, day: 15)) == ["instrument-not-in-force"])
    }

    @Test func documentsMayNameWhatTheyRepeal() {
        let line = "Quyết định này thay thế Quyết định số 76/2010/QĐ-TTg ngày 30/11/2010."
        #expect(rules(date: Day(year: 2021, month: 1, day: 4), line: line).isEmpty)
    }

    private func resolution(of year: Int?) -> Instrument? {
        let date = year.flatMap { Day(year: $0, month: 4, day: 5) }
        return Instruments.known.instrument(
            of: Citation(number: "27/NQ-CP", type: .resolution, date: date, issuer: nil, place: Place(line: 1)))
    }

    private func rules(date: Day?, line: String = "Theo Quyết định số 76/2010/QĐ-TTg.") -> [String] {
        var document = OfficialDocument(header: DocumentHeader())
        document.header.date = date
        document.citations = [SamplePlan.cited("76/2010/QĐ-TTg", .decision, 2010, 11, 30, "Thủ tướng", line: 1)]
        guard let today = Day(year: 2026, month: 1, day: 5) else { return [] }
        return FindingRules.findings(in: document, TextReader.read(line), today: today).map(\.rule)
    }
}
