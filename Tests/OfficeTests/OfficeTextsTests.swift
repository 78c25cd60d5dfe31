import Testing
import Wording

@testable import Office

struct OfficeTextsTests {
    @Test func everySentenceStandsInBothLanguagesWithTheSameValues() throws {
        let vietnamese = try OfficeTexts.catalogue(.vi)
        let english = try OfficeTexts.catalogue(.en)
        #expect(Set(vietnamese.texts.keys) == Set(english.texts.keys))
        for (key, text) in vietnamese.texts {
            #expect(values(in: text) == values(in: english.texts[key] ?? ""), "\(key)")
        }
    }

    @Test func aBreakOfTheJournalHasItsSentence() throws {
        let catalogue = try OfficeTexts.catalogue(.en)
        for kind in Journal.Break.Kind.allCases {
            let text = catalogue.text(Journal.Break(kind: kind, entry: 4).message)
            #expect(text.contains("entry 4"))
        }
    }

    private func values(in text: String) -> Set<Substring> {
        Set(text.matches(of: /\{[a-z]+\}/).map(\.output))
    }
}
