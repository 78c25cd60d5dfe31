import Testing
import Wording

@testable import Web

@Suite("The words of the web pages")
struct WebTextsTests {
    @Test func `Every sentence stands in each language`() throws {
        let vietnamese = try WebTexts.catalogue(.vi), english = try WebTexts.catalogue(.en)
        #expect(Set(vietnamese.texts.keys) == Set(english.texts.keys))
    }
}
