import Foundation
import Paper
import TestSupport
import Testing
import WorkCalendar

@testable import Documents

/// Five real documents: what is wrong in them and nothing else.
@Suite struct SeedFindingsTests {
    @Test(
        .enabled(if: SharedMaterial.isThere),
        arguments: [
            (
                "000",
                [
                    "number-shape@3", "citation-conflict@9", "agency-in-text-not-in-annex@84", "file-copy@115",
                    "annex-heading@127", "repeated-group-heading@142", "duplicate-assignment@150",
                ]
            ),
            ("001", ["footnote-disagrees@108", "contradicting-figures@292"]),
            ("002", []),
            ("003", ["motto@50"]),
            (
                "004",
                [
                    "motto@14", "instrument-not-in-force@190", "instrument-not-in-force@234",
                    "letter-not-vietnamese@250",
                    "instrument-not-in-force@272",
                ]
            ),
        ])
    func givesExactlyTheFaultsOfRealDocuments(_ seed: String, _ expected: [String]) throws {
        let text = try #require(SharedMaterial.text(seed))
        let today = try #require(Day(year: 2026, month: 7, day: 20))
        let document = try DocumentReader.read(TextReader.read(text), today: today)
        #expect(document.findings.map { "\($0.rule)@\($0.at.first?.line ?? 0)" } == expected)
    }
}
