import Paper
import Testing
import Wording
import WorkCalendar

@testable import Documents

/// A correct plan, one fault in it, and the one finding that the fault must give.
struct Fault: CustomTestStringConvertible, Sendable {
    let finding: String
    let severity: Finding.Severity
    let spoil: @Sendable (inout SamplePlan) -> Void
    var testDescription: String { finding }

    init(_ finding: String, _ severity: Finding.Severity, _ spoil: @escaping @Sendable (inout SamplePlan) -> Void) {
        self.finding = finding
        self.severity = severity
        self.spoil = spoil
    }

    /// Writes one thing in place of another.
    init(_ finding: String, _ severity: Finding.Severity, _ old: String, _ new: String) {
        self.init(finding, severity) { $0.replace(old, new) }
    }
}

@Suite struct FindingRuleTests {
    @Test func correctPlanGivesNoFinding() {
        #expect(SamplePlan().findings == [])
    }

    @Test(arguments: CorrectDocument.all)
    func correctDocumentsOfOtherTypesGiveNone(_ correct: CorrectDocument) throws {
        var header = DocumentHeader()
        header.type = correct.type
        header.symbol = correct.symbol
        header.signer = correct.signer
        let today = try #require(Day(year: 2026, month: 3, day: 20))
        let findings = FindingRules.findings(
            in: OfficialDocument(header: header), TextReader.read(correct.text), today: today)
        #expect(findings == [])
    }

    @Test(arguments: CorrectDocument.all)
    func correctDocumentsGiveNoneWhenReadWhole(_ correct: CorrectDocument) throws {
        let today = try #require(Day(year: 2025, month: 10, day: 21))
        let document = try DocumentReader.read(TextReader.read(correct.text), today: today)
        #expect(document.header.type == correct.type)
        #expect(document.header.signer?.name != nil)
        #expect(document.findings == [])
    }

    @Test func correctPlanGivesNoneWhenReadWhole() throws {
        let plan = SamplePlan()
        let document = try DocumentReader.read(TextReader.read(plan.text), today: #require(plan.today))
        #expect(document.assignments.filter { $0.part == .annex }.count == 3)
        #expect(document.citations.count == 2)
        #expect(document.findings == [])
    }

    @Test(arguments: CorrectDocument.all)
    func partsAreFoundInEveryLayout(_ correct: CorrectDocument) {
        let parts = DocumentParts(TextReader.read(correct.text).reviewLines)
        #expect(parts.nationalTitle != nil && parts.motto != nil && parts.number != nil && parts.date != nil)
        #expect(parts.recipients.count >= 2)
    }

    @Test(arguments: Fault.form + Fault.content)
    func aFaultGivesItsFindingAndNoOther(_ fault: Fault) throws {
        var plan = SamplePlan()
        fault.spoil(&plan)
        let findings = plan.findings
        #expect(findings.map(\.message.key) == ["finding.\(fault.finding)"])
        let finding = try #require(findings.first)
        #expect(finding.severity == fault.severity)
        #expect(!finding.at.isEmpty)
        for language in Catalogue.Language.allCases {
            let text = try DocumentTexts.catalogue(language).text(finding.message)
            #expect(text != finding.message.key && !text.contains("{"))
        }
    }

    @Test func everyRuleHasAFault() {
        let tested = Set((Fault.form + Fault.content).map { $0.finding.split(separator: ".")[0] })
        // Those of reports and of styled text have tests of their own.
        #expect(
            FindingRules.all.map(\.name).filter { !tested.contains(Substring($0)) }
                == ["contradicting-figures", "parts-and-total", "footnote-disagrees", "letterhead-style"])
    }

    @Test func rulesOfFormSayNothingOfTextReadFromPixels() {
        var plan = SamplePlan()
        plan.replace("Độc lập - Tự do", "Độc lập-Tự do")
        plan.replace("Số: 05/KH", "Số: 05 /KH")
        plan.repairs = [.recognised(page: 1, confidence: 0.9)]
        #expect(plan.findings == [])
    }

    @Test func rulesOfFormSayNothingOfPartyDocuments() {
        var plan = SamplePlan()
        plan.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM")
        plan.replace("Số: 05/KH-UBND\n", "Số: 5 -KH/TU\n")
        plan.replace("./.", ".")
        #expect(plan.findings == [])
    }
}
