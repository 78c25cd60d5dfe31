import Foundation
import Paper
import Testing
import WorkCalendar

@testable import Documents

/// Rules of form on five real documents: what is wrong in them and nothing else.
@Suite struct SeedFindingsTests {
    @Test(
        .enabled(if: FigureSeedTests.seed("000") != nil),
        arguments: [
            ("000", ["number-shape@3", "file-copy@115", "annex-heading@127"]),
            ("001", []),
            ("002", []),
            ("003", ["motto@50"]),
            ("004", ["motto@14", "letter-not-vietnamese@250"]),
        ])
    func givesExactlyTheFaultsOfForm(_ seed: String, _ expected: [String]) throws {
        let text = try #require(FigureSeedTests.seed(seed))
        let today = try #require(Day(year: 2026, month: 7, day: 3))
        let findings = FindingRules.findings(
            in: OfficialDocument(header: DocumentHeader()), TextReader.read(text), today: today)
        #expect(findings.map { "\($0.rule)@\($0.at.first?.line ?? 0)" } == expected)
    }
}
