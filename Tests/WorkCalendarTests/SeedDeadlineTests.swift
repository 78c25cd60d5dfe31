import Foundation
import TestSupport
import Testing
import Vietnamese

@testable import WorkCalendar

/// The deadlines of real documents, beside the checkout where they are kept.
struct SeedDeadlineTests {
    struct Gold: Decodable {
        struct Duty: Decodable {
            struct Deadline: Decodable {
                let raw: String?
                let kind: String
                let due: String?
                let from: Int?
                let to: Int?
            }
            let part: String
            let text: String
            let deadline: Deadline
        }
        let assignments: [Duty]
    }

    static let contexts = [
        "000": DeadlineContext(documentDate: Day(iso: "2026-07-02"), period: 2026...2030),
        "002": DeadlineContext(documentYear: 2021),
        "003": DeadlineContext(documentYear: 2024, period: 2024...2031),
        "004": DeadlineContext(documentYear: 2025, period: 2026...2026),
    ]

    @Test(.enabled(if: SharedMaterial.isThere), arguments: contexts.keys.sorted())
    func agreesWithThem(_ name: String) throws {
        let data = try Data(contentsOf: URL(filePath: SharedMaterial.gold(name)))
        let gold = try JSONDecoder().decode(Gold.self, from: data)
        let context = try #require(Self.contexts[name])
        for duty in gold.assignments {
            let read =
                duty.part == "annex"
                ? DeadlineReader.cell(duty.deadline.raw ?? "", context: context)
                : DeadlineReader.strongest(in: Tokens(duty.text), context: context)?.deadline ?? .none
            let text = Comment(rawValue: duty.text)
            #expect(read.kind.rawValue == duty.deadline.kind, text)
            #expect(read.due?.description == duty.deadline.due, text)
            #expect(read.raw == duty.deadline.raw, text)
            #expect(read.from == duty.deadline.from && read.to == duty.deadline.to, text)
        }
    }
}
