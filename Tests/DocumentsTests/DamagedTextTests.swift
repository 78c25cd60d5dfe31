import Foundation
import Paper
import TestSupport
import Testing
import WorkCalendar

@testable import Documents

/// Documents cut up at random: reading them may find little, but never fails, and every quote stands where it says.
@Suite struct DamagedTextTests {
    private static let fixtures: [String] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    }()

    private static func damaged(_ text: String, _ random: inout SeededNumbers) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...12, using: &random) where scalars.count > 40 {
            let start = Int.random(in: 0..<scalars.count - 30, using: &random)
            let piece = start..<start + Int.random(in: 1...30, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: scalars.removeSubrange(piece)
            case 1: scalars.insert(contentsOf: scalars[piece], at: Int.random(in: 0..<scalars.count, using: &random))
            case 2:
                scalars.replaceSubrange(
                    piece,
                    with: piece.map { _ in ";:,.()-/|\t\n“1Iđ̣".unicodeScalars.randomElement(using: &random) ?? " " })
            case 3: scalars.replaceSubrange(piece, with: scalars[piece].reversed())
            default: scalars.insert("\n", at: start)
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    @Test func areReadWithoutFailing() throws {
        #expect(Self.fixtures.count >= 6)
        let today = try #require(Day(year: 2026, month: 3, day: 1))
        var random = SeededNumbers(2026)
        for round in 0..<mutationCount(usual: 600) {
            let text = Self.damaged(Self.fixtures[round % Self.fixtures.count], &random)
            let transcript = TextReader.read(text)
            guard let document = try? DocumentReader.read(transcript, today: today) else { continue }
            let places =
                document.assignments.map(\.place) + document.reporting.map(\.place) + document.citations.map(\.place)
            #expect(places.allSatisfy { (1...max(1, transcript.lines.count)).contains($0.line) })
        }
    }
}
