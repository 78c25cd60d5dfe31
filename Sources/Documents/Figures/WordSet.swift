import Vietnamese

/// A closed set of single words, told by spelling or, in a text without accents, by shape.
struct WordSet: Sendable {
    let spelt: Set<String>
    private let folded: Set<String>
    private let shapes: [SyllableShape]
    private let isLoose: Bool

    /// - Parameters:
    ///   - words: with their accents, apart by spaces.
    ///   - isExact: in a text without accents only the very letters count, not what looks like them.
    ///   - isLoose: in a text without accents the vowels may even differ in number.
    ///   - also: further forms, without accents, in which a recogniser writes the words.
    init(_ words: String, isExact: Bool = false, isLoose: Bool = false, also: String = "") {
        let list = words.split(separator: " ").map(String.init)
        spelt = Set(list.map(\.spelt))
        folded = Set(list.map(\.folded)).union(also.split(separator: " ").map(String.init))
        self.isLoose = isLoose
        shapes = isExact ? [] : list.filter { $0.count > 2 }.map { SyllableShape(canonical: $0) }
    }

    /// Whether a folded word is one of the set, accents aside.
    func holds(_ word: String) -> Bool { folded.contains(word) }

    /// Whether a folded word may be one of the set.
    func resembles(_ word: String) -> Bool {
        if folded.contains(word) { return true }
        guard !shapes.isEmpty, word.utf8.count > 1 else { return false }
        let shape = SyllableShape(recognised: word)
        return shapes.contains { $0.matches(shape, alone: !isLoose) }
    }
}
