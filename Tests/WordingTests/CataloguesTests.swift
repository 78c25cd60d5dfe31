import Foundation
import Testing

@testable import Wording

/// The catalogues of all rooms, found in the checkout.
@Suite struct CataloguesTests {
    static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    static let rooms: [String] = {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: sources.path())) ?? []
        return folders.filter { room in
            FileManager.default.fileExists(atPath: sources.appending(path: "\(room)/Texts/vi.yaml").path())
        }.sorted()
    }()

    @Test func roomsThatSpeakAreFound() {
        #expect(Self.rooms.contains("Nhipcau") && Self.rooms.contains("Documents"))
    }

    @Test(arguments: rooms)
    func everyTextStandsInBothLanguages(room: String) throws {
        let (vietnamese, english) = try catalogues(of: room)
        #expect(Set(vietnamese.texts.keys).symmetricDifference(english.texts.keys).sorted() == [])
    }

    @Test(arguments: rooms)
    func bothLanguagesNameTheSameValues(room: String) throws {
        let (vietnamese, english) = try catalogues(of: room)
        for (key, text) in vietnamese.texts {
            #expect(values(text) == english.texts[key].map(values), "\(room): \(key)")
        }
    }

    @Test(arguments: rooms)
    func noTextIsEmptyOrSaidTwice(room: String) throws {
        for language in Catalogue.Language.allCases {
            let file = try String(contentsOf: Self.file(room, language), encoding: .utf8)
            let lines = file.split(separator: "\n").filter { $0.first?.isLetter == true }
            let keys = lines.map { $0.prefix { $0 != ":" } }
            #expect(Set(keys).count == keys.count)
            #expect(try Catalogue(yaml: Array(file.utf8)).texts.allSatisfy { !$0.value.isEmpty })
        }
    }

    private func catalogues(of room: String) throws -> (Catalogue, Catalogue) {
        func read(_ language: Catalogue.Language) throws -> Catalogue {
            try Catalogue(yaml: Array(Data(contentsOf: Self.file(room, language))))
        }
        return (try read(.vi), try read(.en))
    }

    private static func file(_ room: String, _ language: Catalogue.Language) -> URL {
        sources.appending(path: "\(room)/Texts/\(language.rawValue).yaml")
    }

    /// The names in braces.
    private func values(_ text: String) -> Set<Substring> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
                $0.split(separator: "}").first
            })
    }
}
