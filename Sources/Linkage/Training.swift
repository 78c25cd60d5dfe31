import Foundation

/// Learns weights from the people themselves, without anybody saying which pairs are one person: by expectation and
/// maximisation over pairs of the blocks, each pass teaching of the parts that it did not choose its pairs by.
struct Training {
    /// So many pairs of a pass are looked at, at most.
    private static let largestSample = 100_000

    static func weights(_ index: PersonIndex, _ frequencies: Frequencies, logOdds: Float) -> Weights {
        guard index.subjects.count > 1 else { return .assumed }
        let comparer = Comparer(index: index, weights: .assumed, frequencies: frequencies)
        var weights = Weights.assumed
        weights.learn(strangers(index, comparer), forSame: false, strength: 200)
        // What a pass chose its pairs by tells whether they are one person, and teaches nothing of itself.
        let samples = Pass.allCases.filter(\.teaches).map { pass in
            (
                taught: ComparedPart.allCases.filter { !pass.chosenBy.contains($0) }.map(\.rawValue),
                comparisons: sample(Blocks(index, pass), comparer)
            )
        }
        for _ in 0..<15 {
            var counts = [Float](repeating: 0, count: 8 << 6)
            for (taught, comparisons) in samples {
                for comparison in comparisons {
                    let chance = 1 / (1 + exp2(-(weights.weight(comparison) + logOdds)))
                    for part in taught where comparison.outcomes[part] != Comparison.missing {
                        counts[part << 6 | Int(comparison.outcomes[part])] += chance
                    }
                }
            }
            weights.learn(counts, forSame: true, strength: 100)
        }
        return weights
    }

    /// How pairs drawn at random compare: nearly all of them are two people.
    private static func strangers(_ index: PersonIndex, _ comparer: Comparer) -> [Float] {
        var counts = [Float](repeating: 0, count: 8 << 6)
        var state: UInt64 = 20_261_121
        func draw() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(index.subjects.count))
        }
        for _ in 0..<min(100_000, index.subjects.count * 20) {
            let (left, right) = (draw(), draw())
            guard left != right else { continue }
            let outcomes = comparer.compare(left, right).outcomes
            for part in 0..<8 where outcomes[part] != Comparison.missing {
                counts[part << 6 | Int(outcomes[part])] += 1
            }
        }
        return counts
    }

    /// Pairs from all over the blocks.
    private static func sample(_ blocks: Blocks, _ comparer: Comparer) -> [Comparison] {
        let step = max(1, blocks.pairCount / largestSample)
        var number = 0
        var comparisons: [Comparison] = []
        for range in blocks.ranges {
            blocks.pairs(range) { left, right in
                number += 1
                if number % step == 0 { comparisons.append(comparer.compare(left, right)) }
            }
        }
        return comparisons
    }
}
