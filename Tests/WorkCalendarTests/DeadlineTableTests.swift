import Foundation
import Testing
import Vietnamese

@testable import WorkCalendar

/// Each row of the table carries its own examples, read in a plan of 02/7/2026 for the years 2026 to 2030.
struct DeadlineTableTests {
    static let context = DeadlineContext(documentDate: Day(year: 2026, month: 7, day: 2), period: 2026...2030)

    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let expected: String
        let rule: DeadlineRule
        var testDescription: String { text }
    }

    static let examples = DeadlineRule.all.flatMap { rule in
        rule.examples.map { example in
            let parts = example.split(separator: " = ").map(String.init)
            return Example(text: parts.first ?? "", expected: parts.last ?? "", rule: rule)
        }
    }

    @Test(arguments: examples) func readsItsExamples(_ example: Example) {
        let tokens = Tokens(example.text)
        let read =
            example.rule.place == .sentence
            ? DeadlineReader.strongest(in: tokens, context: Self.context, reporting: true)?.deadline ?? .none
            : DeadlineReader.cell(example.text, context: Self.context)
        #expect(
            [read.kind.rawValue, read.due?.description].compactMap(\.self).joined(separator: " ") == example.expected)
        // The row itself knows the words, so that no row stands there in vain.
        let pattern = DeadlinePattern(example.rule.wording, fragments: DeadlineFragments.all)
        #expect(tokens.list.indices.contains { pattern.longestMatch(tokens.list, at: $0) != nil })
    }

    @Test(arguments: DeadlineRule.all.map(\.wording)) func hasExamplesAndKnownFragments(_ wording: String) throws {
        let rule = try #require(DeadlineRule.all.first { $0.wording == wording })
        #expect(!rule.examples.isEmpty)
        for name in (DeadlineFragments.all.values + [wording]).flatMap(Self.names) where name.count > 1 {
            #expect(DeadlineFragments.all[name] != nil, "{\(name)}")
        }
    }

    static func names(in wording: String) -> [String] {
        wording.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first.map(String.init) }
    }

    static let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/deadlines.md")
        .standardized

    /// With NHIPCAU_WRITE_DOCS set, writes the rows anew.
    @Test func isThePageOfTheManual() throws {
        let marker = "<!-- rows -->\n"
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let head = try #require(text.split(separator: marker, maxSplits: 1).first)
        let rows = Self.examples.map { example -> String in
            let parts = example.expected.split(separator: " ")
            return "| \(example.text) | \(parts[0]) | \(parts.count > 1 ? parts[1] : "") |\n"
        }
        let expected = String(head) + marker + "| Wording | kind | due |\n|---|---|---|\n" + rows.joined()
        if ProcessInfo.processInfo.environment["NHIPCAU_WRITE_DOCS"] != nil {
            try expected.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(
            text == expected, "docs/deadlines.md is out of date: run with NHIPCAU_WRITE_DOCS=1 to write the rows anew")
    }
}
