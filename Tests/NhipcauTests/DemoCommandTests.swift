import Foundation
import TestSupport
import Testing

@testable import Nhipcau

/// `nhipcau demo`: the demonstration province.
@Suite struct DemoCommandTests {
    private let desk: TestFolder

    init() throws { desk = try TestFolder() }

    private func export(_ place: String) async throws -> Data {
        let file = desk.path("\(UUID().uuidString).json")
        #expect(try await Command.run("export", file, "--database", place).status == 0)
        return try Data(contentsOf: URL(filePath: file))
    }

    @Test func isTheSameOnEveryRunAndOnEitherEngine() async throws {
        var exports: [Data] = []
        for engine in [TestEngine.sqlite, .sqlite, .postgres] {
            try await engine.withPlace(desk) { place in
                #expect(try await Command.run("demo", "--database", place.name).status == 0)
                #expect(try await Command.run("verify", "--database", place.name).status == 0)
                exports.append(try await export(place.name))
            }
        }
        #expect(exports[0] == exports[1])
        #expect(exports[0] == exports[2])
    }

    @Test func saysOfEverythingThatItIsInvented() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            _ = try await Command.run("demo", "--database", place.name)
            let page = try await Command.run("due", "--as-of", "20/11/2026", "--database", place.name)
            #expect(page.output.hasPrefix("Dữ liệu minh họa"))
            let json = try await Command.run("due", "--as-of", "20/11/2026", "--json", "--database", place.name)
            #expect(json.complaint.hasPrefix("Dữ liệu minh họa"))
            let text = String(decoding: try await export(place.name), as: UTF8.self)
            #expect(text.contains("demonstration_mark") && text.contains("(minh họa)"))
        }
    }

    @Test func hasWorkInEveryStateForDepartmentsAndCommunes() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            _ = try await Command.run("demo", "--database", place.name)
            for unit in ["so cong thuong", "Phường Hồng Bàng"] {
                let due = try await Command.run(
                    "due", "--as-of", "2026-11-20", "--unit", unit, "--json", "--database", place.name)
                let answer = try JSONSerialization.jsonObject(with: Data(due.output.utf8)) as? [String: Any]
                let counts = try #require(answer?["counts"] as? [String: Int])
                #expect((counts["doneInTime"] ?? 0) > 0, "\(unit): \(counts)")
                #expect(counts.values.reduce(0, +) >= 5, "\(unit): \(counts)")
            }
        }
    }

    @Test func leavesAnOfficeAsItIs() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            _ = try await Command.run("init", "--province", "01", "--database", place.name)
            let before = try await export(place.name)
            let again = try await Command.run("demo", "--database", place.name)
            #expect(again.status == 2 && again.complaint.split(separator: "\n").count == 1)
            #expect(try await export(place.name) == before)
        }
    }
}
