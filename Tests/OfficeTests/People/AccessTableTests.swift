import Foundation
import Office
import Testing

/// docs/access.md and AccessPolicy.swift say the same.
struct AccessTableTests {
    private func table() throws -> [[String]] {
        var page = URL(filePath: #filePath)
        for _ in 0..<4 { page.deleteLastPathComponent() }
        let text = try String(contentsOf: page.appending(path: "docs/access.md"), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("| action |") }.prefix
        { $0.hasPrefix("|") }.map {
            line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    @Test func everyCellSaysWhatTheCodeDoes() throws {
        let table = try table()
        let roles = try #require(table.first).dropFirst().map { Role(rawValue: $0) }
        for row in table.dropFirst(2) {
            let action = try #require(Action(rawValue: row[0]), "\(row[0]) is no action")
            #expect(row.count == roles.count + 1)
            for (role, cell) in zip(roles, row.dropFirst()) {
                let role = try #require(role)
                #expect(AccessPolicy.reach(of: role, action)?.rawValue ?? "–" == cell, "\(role) \(action)")
            }
        }
    }

    @Test func noRoleAndNoActionIsMissing() throws {
        let table = try table()
        #expect(table.first?.dropFirst().map { String($0) } == Role.allCases.map(\.rawValue))
        #expect(table.dropFirst(2).map { $0[0] } == Action.allCases.map(\.rawValue))
    }
}
