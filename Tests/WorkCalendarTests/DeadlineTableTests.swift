import Testing

@testable import WorkCalendar

/// Each row of the table carries its own examples, read as a cell of a plan of 02/7/2026 for the years 2026 to 2030.
struct DeadlineTableTests {
    static let context = DeadlineContext(documentDate: Day(year: 2026, month: 7, day: 2), period: 2026...2030)

    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let expected: String
        let rule: DeadlineRule
        var testDescription: String { text }
    }

    static let examples = DeadlineRule.all.flatMap { rule in
        rule.examples.compactMap { example -> Example? in
            let parts = example.split(separator: " = ")
            return parts.count == 2 ? Example(text: String(parts[0]), expected: String(parts[1]), rule: rule) : nil
        }
    }

    @Test(arguments: examples) func readsItsExamplesAsACell(_ example: Example) {
        let read = DeadlineReader.cell(example.text, context: Self.context)
        #expect(
            [read.kind.rawValue, read.due?.description].compactMap(\.self).joined(separator: " ") == example.expected)
        #expect(read.raw == example.text)
    }
}
