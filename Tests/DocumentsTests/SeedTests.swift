import Foundation
import Paper
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Documents

/// The five real documents, read from their text and scored against their ground truth.
@Suite(.enabled(if: SharedMaterial.canScore)) struct SeedTests {
    private static let floors: [String: Double] = [
        "assignments": 0.98, "text whole": 0.97, "lead": 0.97, "coordinate": 0.93, "deliverable": 0.97,
        "deadline": 0.97,
        "citations": 0.97, "header": 0.97, "reporting": 0.8, "tables": 1,
    ]
    private static let floorsWithoutAccents: [String: Double] = [
        "header": 0.6, "figures recall": 0.85, "figures precision": 0.85,
    ]

    @Test(arguments: ["000", "001", "002", "003", "004"])
    func isReadAsWellAsPromised(_ number: String) throws {
        let transcript = TextReader.read(try #require(SharedMaterial.text(number)))
        let today = try #require(Day(year: 2026, month: 11, day: 21))
        let document = try DocumentReader.read(transcript, today: today)
        let scores = try SharedMaterial.score(number, json: document.json(DocumentTexts.catalogue(.vi)))
        #expect(!scores.isEmpty)
        let floors = number == "001" ? Self.floorsWithoutAccents : Self.floors
        for (field, score) in scores {
            if let floor = floors[field] { #expect(score >= floor, "\(field) of \(number)") }
        }
    }
}
