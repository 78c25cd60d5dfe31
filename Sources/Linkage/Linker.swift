import Foundation

/// Finds the same person twice: within an index, or one more person in it.
package struct Linker: Sendable {
    /// What is thought of a pair.
    package enum Verdict: Sendable, Comparable {
        /// Somebody should look: too much agrees for chance, too little to say more.
        case ask
        /// Probably the same person.
        case same
    }

    /// Two people of the index who may be one.
    package struct Pair: Sendable, Equatable {
        package let left: Int64
        package let right: Int64
        /// What speaks for one person, in bits, before how rare duplicates are is counted in.
        package let weight: Float
        /// The chance, 0 to 1, that both are one person.
        package let chance: Double
        package let verdict: Verdict
    }

    /// What one part of two people says, for somebody to see why.
    package struct Evidence: Sendable, Equatable {
        package let part: ComparedPart
        package let outcome: Outcome
        /// Above 0 for one person, below 0 for two.
        package let bits: Float

        /// All of its parts, as somebody kept them.
        package init(part: ComparedPart, outcome: Outcome, bits: Float) {
            self.part = part
            self.outcome = outcome
            self.bits = bits
        }
    }

    /// From this chance on a pair is worth a question.
    static let askFrom = 0.1

    package private(set) var index: PersonIndex
    let frequencies: Frequencies
    let weights: Weights
    /// The logarithm (base 2) of the odds that any two people are one, before anything of them is known.
    var logOdds: Float

    /// Learns from the people of `index` and of what is assumed of names; the more people, the more from them.
    ///
    /// - Parameter blinding: That of the tokens in the index.
    package init(_ index: PersonIndex, _ blinding: Blinding = .none) {
        self.index = index
        frequencies = Frequencies(index, blinding)
        // Before they are counted: one in ten has another entry.
        logOdds = log2(0.2 / Float(max(2, index.count)))
        weights = Training.weights(index, frequencies, logOdds: logOdds)
    }

    /// Enters a person; what was learnt stays as it is until another linker is made.
    package mutating func add(_ person: PersonTokens, record: Int64) { index.add(person, record: record) }

    /// Takes a person out.
    package mutating func remove(record: Int64) { index.remove(record: record) }

    /// Who of the index may be this person, the likeliest first: for a warning as one types.
    package func likely(_ person: PersonTokens) -> [Pair] {
        let stranger = index.stranger(person)
        let comparer = Comparer(index: index, weights: weights, frequencies: frequencies, stranger: stranger)
        return candidates(stranger).compactMap { place in
            let comparison = comparer.compareStranger(with: Int(place))
            let record = index.subjects[Int(place)].record
            return pair(0, record, weights.weight(comparison), sameFrom: sameFrom(comparison))
        }.sorted { ($1.weight, $0.right) < ($0.weight, $1.right) }
    }

    /// Why a person of the index may be this one.
    package func evidence(_ person: PersonTokens, record: Int64) -> [Evidence] {
        guard let place = index.place(of: record) else { return [] }
        let stranger = index.stranger(person)
        let comparer = Comparer(index: index, weights: weights, frequencies: frequencies, stranger: stranger)
        return evidence(comparer.compareStranger(with: place))
    }

    /// Why two people of the index may be one.
    package func evidence(_ left: Int64, _ right: Int64) -> [Evidence] {
        guard let left = index.place(of: left), let right = index.place(of: right) else { return [] }
        return evidence(Comparer(index: index, weights: weights, frequencies: frequencies).compare(left, right))
    }

    private func evidence(_ comparison: Comparison) -> [Evidence] {
        ComparedPart.allCases.compactMap { part in
            let outcome = comparison.outcomes[part.rawValue]
            guard let named = Outcome(rawValue: outcome) else { return nil }
            let bits = weights.weight(part, outcome, comparison.coincidence[part.rawValue])
            return Evidence(part: part, outcome: named, bits: bits)
        }
    }

    func pair(_ left: Int64, _ right: Int64, _ weight: Float, sameFrom: Double) -> Pair? {
        let chance = 1 / (1 + exp2(-Double(weight + logOdds)))
        guard chance >= Self.askFrom else { return nil }
        let verdict: Verdict = chance >= sameFrom ? .same : .ask
        return Pair(left: left, right: right, weight: weight, chance: chance, verdict: verdict)
    }

    /// From which chance on a pair is probably one person; above 1 where it is a question at most.
    func sameFrom(_ comparison: Comparison) -> Double {
        if Self.areOthers(comparison) { return 2 }
        // There are more people in the world than in the register: a name alone must be a rare one.
        return weights.weight(comparison, of: ComparedPart.birth.rawValue..<8) > 0 ? 0.6 : 0.95
    }

    /// Brothers and sisters share family name, commune, telephone and, being twins, the day of birth: only the given name
    /// tells them apart, and the number of a document.
    static func areOthers(_ comparison: Comparison) -> Bool {
        guard comparison.outcomes[ComparedPart.document.rawValue] != Outcome.sameDocument.rawValue else { return false }
        return switch Outcome(rawValue: comparison.outcomes[ComparedPart.given.rawValue]) {
        case .different, .differentPlain, .differentInitial, .otherAccents: true
        default: false
        }
    }

    /// Who bears the given name or has the contact; of those whose given name is near it or whose year of birth is, who
    /// shares one thing more. Whoever shares less cannot come to a question.
    private func candidates(_ stranger: Stranger) -> [Int32] {
        let subject = stranger.subject
        var found = subject.contacts.flatMap { index.byValue[$0] ?? [] }
        let names = Set(stranger.readings.map(\.given)).filter { $0 != 0 }.map { index.givens(near: $0, of: stranger) }
        for name in Set(names.map(\.same)) { found += index.byGiven[name] ?? [] }
        for name in Set(names.flatMap(\.near)) {
            found += (index.byGiven[name] ?? []).filter { place in
                let other = index.subjects[Int(place)]
                return subject.year > 0 && other.year == subject.year || subject.sharesCommune(with: other)
            }
        }
        for year in [subject.birth[0], subject.birth[1], subject.birth[2]] where year > 0 {
            found += (index.byValue[year] ?? []).filter { place in
                let other = index.subjects[Int(place)]
                return subject.monthDay > 0 && other.monthDay == subject.monthDay || subject.sharesCommune(with: other)
            }
        }
        return Set(found).sorted()
    }
}

extension PersonIndex {
    /// The folded number of a given name of a stranger, and of those a slip away from it.
    fileprivate func givens(near given: Int32, of stranger: Stranger) -> (same: Int32, near: [Int32]) {
        guard given < 0 else {
            let folded = words.words[Int(given)].folded
            return (folded, words.near[Int(folded)])
        }
        return (stranger.words[Int(-given) - 1].folded, stranger.near[Int(-given) - 1])
    }
}
