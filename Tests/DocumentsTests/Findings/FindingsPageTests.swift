import Foundation
import Testing
import Wording

@testable import Documents

@Suite struct FindingsPageTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func pageListsEveryRuleWithItsSeverityAndSource() throws {
        let page = try String(contentsOf: Self.root.appending(path: "docs/findings.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { row in
            row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        }
        #expect(
            rows.map { $0.prefix(3).joined(separator: " | ") }
                == FindingRules.all.map { "\($0.name) | \($0.severity.rawValue) | \($0.source?.rawValue ?? "")" })
        for row in rows { #expect(row.count == 4 && !(row.last ?? "").isEmpty, "\(row) says nothing") }
    }

    @Test func everyRuleHasItsWordsInEveryLanguage() throws {
        let vietnamese = try DocumentTexts.catalogue(.vi).texts
        let english = try DocumentTexts.catalogue(.en).texts
        #expect(Set(vietnamese.keys) == Set(english.keys))
        for rule in FindingRules.all {
            let keys = vietnamese.keys.filter { $0 == "finding.\(rule.name)" || $0.hasPrefix("finding.\(rule.name).") }
            #expect(!keys.isEmpty, "\(rule.name) has no words")
        }
        for (key, text) in vietnamese {
            #expect(placeholders(text) == placeholders(english[key] ?? ""), "\(key) names other values in English")
        }
    }

    @Test func namesAreUnique() {
        #expect(Set(FindingRules.all.map(\.name)).count == FindingRules.all.count)
    }

    private func placeholders(_ text: String) -> Set<String> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
                $0.split(separator: "}").first.map(String.init)
            })
    }
}
