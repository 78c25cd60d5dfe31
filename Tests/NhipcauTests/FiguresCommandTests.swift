import Foundation
import TestSupport
import Testing

/// `nhipcau figures` on the demonstration province.
@Suite struct FiguresCommandTests {
    private struct Answer: Decodable {
        struct Window: Decodable, Equatable {
            let from: String
            let to: String
        }
        struct Figure: Decodable {
            let name: String
            let label: String
            let value: Double?
            let unit: String?
            let rows: Int
        }
        let window: Window
        let figures: [Figure]
    }

    private func figures(_ window: String, _ folder: TestFolder) async throws -> Answer {
        let database = folder.path("demo.sqlite")
        if !FileManager.default.fileExists(atPath: database) {
            #expect(try await Command.run("demo", "--database", database).status == 0)
        }
        let outcome = try await Command.run("figures", "--window", window, "--json", "--database", database)
        #expect(outcome.status == 0, "\(outcome.complaint)")
        return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    }

    @Test(.enabled(if: SharedMaterial.isThere))
    func `The year 2025 of the demonstration has the figures that were promised`() async throws {
        let answer = try await figures("2025", try TestFolder())
        #expect(answer.window == Answer.Window(from: "2025-01-01", to: "2025-12-31"))
        let found = Dictionary(uniqueKeysWithValues: answer.figures.map { ($0.name, $0) })
        let data = try Data(contentsOf: SharedMaterial.folder.appending(path: "contracts/figures-2025.json"))
        for (name, value) in try JSONDecoder().decode([String: Double].self, from: data) {
            #expect(found[name]?.value == value, "\(name)")
            #expect(found[name].map { !$0.label.isEmpty && $0.rows > 0 } ?? false, "\(name)")
        }
    }

    @Test func `Any days are a window; what is none is told`() async throws {
        let folder = try TestFolder()
        let year = try await figures("2025-01-01..2025-12-31", folder)
        #expect(year.figures.first { $0.name == "delegations-in.count" }?.value == 365)
        let outcome = try await Command.run(
            "figures", "--window", "năm ngoái", "--database", folder.path("demo.sqlite"))
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.complaint.contains("“năm ngoái” không phải là một kỳ"))
    }
}
