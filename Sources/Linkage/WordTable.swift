/// All words of names that occur, each with a number; which of them differ by a slip, and how often each is borne.
struct WordTable: Sendable {
    /// What a word is in a name.
    enum Role: Int, CaseIterable { case given, family, middle }

    /// A word with its accents.
    struct Word: Sendable {
        var folded: Int32
        var initial: UInt64
        var isInitial: Bool
        var isForeign: Bool
    }

    /// The words, from 1; 0 is none.
    private(set) var words = [Word(folded: 0, initial: 0, isInitial: false, isForeign: false)]
    /// For each folded word those that differ from it by a slip.
    private(set) var near: [[Int32]] = [[]]
    private var numbers: [UInt64: Int32] = [:]
    private var foldedNumbers: [UInt64: Int32] = [:]
    private var bySlip: [UInt64: [Int32]] = [:]
    /// How many bear a word in each role; a name that can be read in two ways counts half for each. A name without accents
    /// counts to the folded words only: what its words are is not known.
    private(set) var whole = [Count](repeating: Count(), count: Role.allCases.count)
    private(set) var folded = [Count](repeating: Count(), count: Role.allCases.count)

    /// How many bear each word, by its number, and how many words that are.
    struct Count: Sendable {
        var borne: [Float] = [0]
        var total: Float = 0
    }

    func number(_ token: PersonTokens.Word) -> Int32? { numbers[token.whole] }
    func foldedNumber(_ token: PersonTokens.Word) -> Int32? { foldedNumbers[token.folded] }

    /// The folded words that share a slip with the word, itself not among them.
    func neighbours(_ token: PersonTokens.Word) -> [Int32] {
        let own = foldedNumbers[token.folded]
        return Set(token.slips.lazy.compactMap { bySlip[$0] }.joined()).filter { $0 != own }.sorted()
    }

    mutating func enter(_ token: PersonTokens.Word) -> Int32 {
        if let number = numbers[token.whole] { return number }
        let number = Int32(words.count)
        numbers[token.whole] = number
        words.append(
            Word(
                folded: enterFolded(token), initial: token.initial, isInitial: token.isInitial,
                isForeign: token.isForeign))
        for role in whole.indices { whole[role].borne.append(0) }
        return number
    }

    private mutating func enterFolded(_ token: PersonTokens.Word) -> Int32 {
        if let number = foldedNumbers[token.folded] { return number }
        let number = Int32(near.count)
        let neighbours = neighbours(token)
        for neighbour in neighbours { near[Int(neighbour)].append(number) }
        near.append(neighbours)
        foldedNumbers[token.folded] = number
        for slip in Set(token.slips) { bySlip[slip, default: []].append(number) }
        for role in folded.indices { folded[role].borne.append(0) }
        return number
    }

    /// Counts a bearer of the word.
    mutating func count(_ word: Int32, as role: Role, isPlain: Bool, _ amount: Float) {
        if !isPlain {
            whole[role.rawValue].borne[Int(word)] += amount
            whole[role.rawValue].total += amount
        }
        folded[role.rawValue].borne[Int(words[Int(word)].folded)] += amount
        folded[role.rawValue].total += amount
    }
}
