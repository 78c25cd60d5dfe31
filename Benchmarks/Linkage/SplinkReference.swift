import Foundation
import InventedPeople

/// The run of Splink on the same people: a process of its own, given a table of what can be compared.
enum SplinkReference {
    static func figures(_ register: InventedRegister, python: String, folder: URL) throws -> Figures {
        let people = folder.appending(path: "people.csv")
        let pairs = folder.appending(path: "pairs.csv")
        let rows = [InventedEntry.columnNames] + register.entries.map(\.columns)
        try rows.map { $0.joined(separator: ",") }.joined(separator: "\n").write(
            to: people, atomically: true, encoding: .utf8)
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "splink_reference.py")
        let output = try LinkageBenchmark.output(python, script.path, people.path, pairs.path)
        let numbers = output.split(whereSeparator: \.isWhitespace).suffix(2).compactMap { Double($0) }
        guard numbers.count == 2 else { throw LinkageBenchmark.Failed(line: output) }
        var predictions: [(left: Int64, right: Int64, chance: Double)] = []
        for line in try String(contentsOf: pairs, encoding: .utf8).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",")
            guard cells.count == 3, let left = Int64(cells[0]), let right = Int64(cells[1]),
                let chance = Double(cells[2])
            else { continue }
            predictions.append((left, right, chance))
        }
        // Of all thresholds the one that is best for it.
        var best: (score: InventedRegister.Score, threshold: Double)?
        for threshold in [0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999] {
            let score = register.score(predictions.filter { $0.chance >= threshold }.map { ($0.left, $0.right) })
            if best.map({ harmonic($0.score) < harmonic(score) }) ?? true { best = (score, threshold) }
        }
        guard let best else { throw LinkageBenchmark.Failed(line: output) }
        var figures = Figures(seconds: numbers[0], megabytes: numbers[1] / 1024, best.score)
        figures.note = "; at its best threshold \(best.threshold)"
        return figures
    }

    private static func harmonic(_ score: InventedRegister.Score) -> Double {
        let sum = score.precision + score.recall
        return sum == 0 ? 0 : 2 * score.precision * score.recall / sum
    }
}
