import Foundation
import Paper
import TestSupport
import Testing
import WorkCalendar

@testable import Documents

/// Measures the header on real documents against their ground truth.
@Suite struct HeaderSeedTests {
    struct Gold: Decodable {
        struct Document: Decodable {
            struct Signer: Decodable { let name: String? }
            let type: String
            let issuer, parentIssuer, number, symbol, place, date, title: String?
            let signer: Signer?
            let recipients: [String]
        }
        struct Citation: Decodable {
            let number: String
            let type: String
            let date, issuer: String?
        }
        let document: Document
        let citations: [Citation]?
    }

    @Test(
        .enabled(if: SharedMaterial.isThere),
        arguments: [("000", 9), ("001", 7), ("002", 9), ("003", 9), ("004", 9)])
    func readsTheHeaderOfARealDocument(prefix: String, atLeast: Int) throws {
        let text = try #require(SharedMaterial.text(prefix))
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: URL(filePath: SharedMaterial.gold(prefix)))
        ).document
        let header = HeaderReader.read(DocumentZones.split(TextReader.read(text).blocks))
        let fields: [(String, Bool)] = [
            ("type", header.type.rawValue == gold.type), ("issuer", header.issuer == gold.issuer),
            ("number", header.number == gold.number), ("symbol", header.symbol == gold.symbol),
            ("place", header.place == gold.place), ("date", header.date?.description == gold.date),
            ("title", header.title == gold.title), ("signer", header.signer?.name == gold.signer?.name),
            ("recipients", Set(header.recipients) == Set(gold.recipients)),
        ]
        #expect(fields.count { $0.1 } >= atLeast, "wrong: \(fields.filter { !$0.1 }.map(\.0))")
        #expect(header.parentIssuer == gold.parentIssuer)
    }

    @Test(.enabled(if: SharedMaterial.isThere), arguments: ["000", "002", "003", "004"])
    func findsTheCitationsOfARealDocument(prefix: String) throws {
        let text = try #require(SharedMaterial.text(prefix))
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: URL(filePath: SharedMaterial.gold(prefix))))
        let blocks = TextReader.read(text).blocks
        let read = CitationReader.read(blocks, header: HeaderReader.read(DocumentZones.split(blocks)))
        let truth = try #require(gold.citations)
        #expect(read.map(\.number) == truth.map(\.number))
        #expect(read.map(\.type.rawValue) == truth.map(\.type))
        #expect(read.map { $0.date?.description } == truth.map(\.date))
        #expect(read.map { $0.issuer?.lowercased() } == truth.map { $0.issuer?.lowercased() })
    }
}
