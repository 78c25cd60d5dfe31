import Foundation

/// What each outcome says, after Fellegi and Sunter (1969): the chance of it for the same person over the chance of it for
/// two different ones, as a number of bits. The bits of the parts add up.
struct Weights: Sendable {
    /// Logarithms (base 2) of the chance of each outcome for the same person, and for two; by ``slot(_:_:)``.
    private(set) var same = [Float](repeating: 0, count: 8 << 6)
    private(set) var two = [Float](repeating: 0, count: 8 << 6)

    /// What is assumed before data is seen.
    static let assumed: Weights = {
        var weights = Weights()
        for part in ComparedPart.allCases {
            for row in Outcome.groups(of: part).joined() {
                weights.same[slot(part, row.outcome.rawValue)] = log2(Float(row.same))
                weights.two[slot(part, row.outcome.rawValue)] = log2(Float(row.two))
            }
        }
        return weights
    }()

    static func slot(_ part: ComparedPart, _ outcome: UInt8) -> Int { part.rawValue << 6 | Int(outcome) }

    /// What an outcome says, in bits: above 0 for one person, below 0 for two.
    func weight(_ part: ComparedPart, _ outcome: UInt8, _ coincidence: Float) -> Float {
        guard outcome != Comparison.missing else { return 0 }
        let slot = Self.slot(part, outcome)
        return same[slot] - (coincidence != 0 ? coincidence : two[slot])
    }

    /// What some of the parts say together.
    func weight(_ comparison: Comparison, of parts: Range<Int>) -> Float {
        var sum: Float = 0
        for part in parts where comparison.outcomes[part] != Comparison.missing {
            let slot = part << 6 | Int(comparison.outcomes[part])
            let coincidence = comparison.coincidence[part]
            sum += same[slot] - (coincidence != 0 ? coincidence : two[slot])
        }
        return sum
    }

    /// What all parts say together.
    func weight(_ comparison: Comparison) -> Float { weight(comparison, of: 0..<8) + comparison.reading }

    /// Puts chances in place of those for the same person, or for two; by slot. Within each group they are made to sum
    /// to 1 with what was assumed weighing as much as `strength` pairs, and none moves further than eight times from it.
    mutating func learn(_ counts: [Float], forSame: Bool, strength: Float) {
        for part in ComparedPart.allCases {
            for group in Outcome.groups(of: part) {
                let slots = group.map { Self.slot(part, $0.outcome.rawValue) }
                let total = slots.reduce(strength) { $0 + counts[$1] }
                for (slot, row) in zip(slots, group) {
                    let assumed = Float(forSame ? row.same : row.two)
                    let chance = (counts[slot] + strength * assumed) / total
                    let bounded = log2(min(max(chance, assumed / 8), min(1, assumed * 8)))
                    if forSame { same[slot] = bounded } else { two[slot] = bounded }
                }
            }
        }
    }
}
