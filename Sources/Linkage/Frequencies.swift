import Foundation

/// How likely it is that two different people agree in a value because many have it: `Nguyễn` says little, `Khuất` much.
/// Logarithms (base 2), learnt from an index; ``NameShares`` counts as 200 people more.
struct Frequencies: Sendable {
    private let wholeWords: [[Float]]
    private let foldedWords: [[Float]]
    private let values: [Float]
    /// Of a value that never occurred.
    private let rarest: Float

    init(_ index: PersonIndex, _ blinding: Blinding) {
        let strength: Float = 200
        let logShares = { (count: WordTable.Count, priors: [Int32: Float]) in
            count.borne.indices.map { word in
                // The one who is compared does not count.
                let others = max(0.5, count.borne[word] - 1)
                return log2((others + strength * (priors[Int32(word)] ?? 0)) / (count.total + strength))
            }
        }
        let tables = [NameShares.givens, NameShares.families, NameShares.middles]
        var whole: [[Float]] = []
        var folded: [[Float]] = []
        for (role, table) in zip(WordTable.Role.allCases, tables) {
            var wholePriors: [Int32: Float] = [:]
            var foldedPriors: [Int32: Float] = [:]
            for (name, share) in table {
                let token = PersonTokens.Word(NameWord(name), blinding)
                if let number = index.words.number(token) { wholePriors[number] = Float(share) }
                if let number = index.words.foldedNumber(token) { foldedPriors[number, default: 0] += Float(share) }
            }
            whole.append(logShares(index.words.whole[role.rawValue], wholePriors))
            folded.append(logShares(index.words.folded[role.rawValue], foldedPriors))
        }
        wholeWords = whole
        foldedWords = folded
        values = index.values.logShares
        rarest = log2(0.5 / (Float(index.count) + strength))
    }

    func whole(_ word: Int32, _ role: WordTable.Role) -> Float {
        let table = wholeWords[role.rawValue]
        return table.indices.contains(Int(word)) ? table[Int(word)] : rarest
    }

    func folded(_ word: Int32, _ role: WordTable.Role) -> Float {
        let table = foldedWords[role.rawValue]
        return table.indices.contains(Int(word)) ? table[Int(word)] : rarest
    }

    func value(_ value: Int32) -> Float { values.indices.contains(Int(value)) ? values[Int(value)] : rarest }
}
