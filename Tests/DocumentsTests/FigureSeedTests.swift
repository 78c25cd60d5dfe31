import Foundation
import Paper
import Testing

@testable import Documents

/// Measures the reading of figures on a real annual report, read from its scan without accents, against its ground truth.
@Suite struct FigureSeedTests {
    static let shared: URL = {
        if let path = ProcessInfo.processInfo.environment["NHIPCAU_SHARED"] { return URL(filePath: path) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.deletingLastPathComponent().appending(path: "shared")
    }()

    static func seed(_ prefix: String) -> String? {
        let folder = shared.appending(path: "seeds")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard let name = names.first(where: { $0.hasPrefix(prefix) && $0.hasSuffix(".txt") }) else { return nil }
        return try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    struct Gold: Decodable {
        struct Figure: Decodable {
            struct Quote: Decodable { let line: Int }
            let value: Double
            let unit: String?
            let approximate: Bool
            let quote: Quote
        }
        let figures: [Figure]
    }

    @Test(.enabled(if: seed("001") != nil)) func findsTheFiguresOfAScannedReport() throws {
        let text = try #require(Self.seed("001"))
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: Self.shared.appending(path: "gold/001.json"))
        ).figures
        let transcript = TextReader.read(text)
        #expect(transcript.repairs.contains(.accentsMissing))
        let read = FigureReader.read(transcript, type: .report)
        var left = read
        var missed: [Gold.Figure] = []
        var sameUnit = 0
        var sameApproximation = 0
        for figure in gold {
            let candidates = left.indices.filter {
                left[$0].value == figure.value && abs(left[$0].place.line - figure.quote.line) <= 2
            }
            guard let best = candidates.first(where: { left[$0].unit == figure.unit }) ?? candidates.first else {
                missed.append(figure)
                continue
            }
            if left[best].unit == figure.unit { sameUnit += 1 }
            if left[best].isApproximate == figure.approximate { sameApproximation += 1 }
            left.remove(at: best)
        }
        let found = Double(gold.count - missed.count)
        #expect(found / Double(gold.count) >= 0.95, "missed \(missed)")
        #expect(found / Double(read.count) >= 0.95, "false alarms \(left)")
        #expect(Double(sameUnit) >= found * 0.95)
        #expect(Double(sameApproximation) >= found * 0.95)
    }
}
