import Foundation
import Paper
import TestSupport
import Testing

@testable import Documents

/// Measures the reading of figures on a real annual report, read from its scan without accents, against its ground truth.
@Suite struct FigureSeedTests {
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

    @Test(.enabled(if: SharedMaterial.isThere)) func findsTheFiguresOfAScannedReport() throws {
        let text = try #require(SharedMaterial.text("001"))
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: URL(filePath: SharedMaterial.gold("001")))
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
