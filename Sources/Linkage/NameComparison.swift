import Foundation

extension Comparer {
    /// One way to read the left name with one way to read the right one.
    func compareNames(_ a: PersonIndex.Reading, _ b: PersonIndex.Reading, _ comparison: inout Comparison) {
        let isPlain = a.isPlain || b.isPlain
        if a.given != 0, b.given != 0 {
            let (outcome, coincidence) = compare(a.given, b.given, .given, isPlain: isPlain)
            comparison.set(.given, outcome, coincidence)
        }
        compareFamilies(a, b, isPlain: isPlain, &comparison)
        compareMiddles(a, b, isPlain: isPlain, &comparison)
    }

    /// Of two family names on a side (`Nguyen-Schmidt`) the one that agrees.
    private func compareFamilies(
        _ a: PersonIndex.Reading, _ b: PersonIndex.Reading, isPlain: Bool, _ comparison: inout Comparison
    ) {
        var best = -Float.infinity
        for left in 0..<2 where a.families[left] != 0 {
            for right in 0..<2 where b.families[right] != 0 {
                let (outcome, coincidence) = compare(a.families[left], b.families[right], .family, isPlain: isPlain)
                let weight = weights.weight(.family, outcome.rawValue, coincidence)
                if weight > best {
                    best = weight
                    comparison.set(.family, outcome, coincidence)
                }
            }
        }
    }

    /// The words of the shorter side looked for in the longer: `Thu` of `Thị Thu`.
    private func compareMiddles(
        _ a: PersonIndex.Reading, _ b: PersonIndex.Reading, isPlain: Bool, _ comparison: inout Comparison
    ) {
        guard a.middles[0] != 0, b.middles[0] != 0 else { return }
        let isLeftShorter = Self.count(a.middles) <= Self.count(b.middles)
        let (shorter, longer) = isLeftShorter ? (a.middles, b.middles) : (b.middles, a.middles)
        var words = 0
        var found = 0
        var initials = 0
        var slips = 0
        var coincidence: Float = 0
        for at in 0..<4 where shorter[at] != 0 {
            words += 1
            var agreed: (Outcome, Float)?
            for other in 0..<4 where longer[other] != 0 {
                let outcome = compare(shorter[at], longer[other], .middle, isPlain: isPlain)
                switch outcome.0 {
                case .same, .samePlain: agreed = outcome
                case .sameInitial where agreed == nil: agreed = outcome
                case .slip where agreed == nil, .slipPlain where agreed == nil: agreed = outcome
                default: continue
                }
            }
            if word(shorter[at]).isInitial || agreed?.0 == .sameInitial { initials += 1 }
            if agreed?.0 == .slip || agreed?.0 == .slipPlain { slips += 1 }
            if let agreed {
                found += 1
                coincidence += agreed.1
            }
        }
        if initials > 0 {
            comparison.set(.middle, found == words ? .sameInitials : .differentInitials)
        } else if found == words {
            let isWhole = words == Self.count(longer)
            // The one word of the shorter may be any of the longer.
            comparison.set(
                .middle, slips > 0 ? .slipOfWord : isWhole ? .sameWords : .fewerWords,
                isWhole ? coincidence : min(-0.5, coincidence + 1))
        } else {
            comparison.set(.middle, found > slips ? .someWords : .differentWords)
        }
    }

    private static func count(_ words: SIMD4<Int32>) -> Int { (0..<4).count { words[$0] != 0 } }

    private func compare(_ a: Int32, _ b: Int32, _ role: WordTable.Role, isPlain: Bool) -> (Outcome, Float) {
        let left = word(a)
        let right = word(b)
        if left.isInitial || right.isInitial {
            return (left.initial == right.initial ? .sameInitial : .differentInitial, 0)
        }
        if left.folded == right.folded {
            if isPlain { return (.samePlain, frequencies.folded(right.folded, role)) }
            return a == b ? (.same, frequencies.whole(b, role)) : (.otherAccents, 0)
        }
        if isNear(left.folded, right.folded) {
            return (isPlain ? .slipPlain : .slip, slipCoincidence(left.folded, right.folded, role))
        }
        if left.isForeign != right.isForeign { return (isPlain ? .foreignPlain : .foreign, 0) }
        return (isPlain ? .differentPlain : .different, 0)
    }

    /// Of a rare word near a common one a slip is likely; two common words near each other (`Lan`, `Loan`) are two names.
    /// A slip makes one of some fifty spellings of a word.
    private func slipCoincidence(_ a: Int32, _ b: Int32, _ role: WordTable.Role) -> Float {
        let rarer = min(frequencies.folded(a, role), frequencies.folded(b, role))
        return min(-1, rarer + 1 + log2(Float(50)))
    }

    private func isNear(_ a: Int32, _ b: Int32) -> Bool {
        // The right side is of the index always.
        a < 0 ? stranger?.near[Int(-a) - 1].contains(b) ?? false : index.words.near[Int(a)].contains(b)
    }

    private func word(_ number: Int32) -> WordTable.Word {
        if number >= 0 { return index.words.words[Int(number)] }
        return stranger?.words[Int(-number) - 1] ?? index.words.words[0]
    }
}
