import Vietnamese

/// A closed set of single words, told by spelling or, in a text without accents, by shape.
struct WordSet: Sendable {
    let spelt: Set<String>
    private let folded: Set<String>
    private let shapes: [SyllableShape]
    private let isLoose: Bool
    /// Whether a word that begins with the ASCII character may be of the set, spelt rightly and as recognised.
    private let opensSpelt: [Bool]
    private let opensRecognised: [Bool]

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
        opensSpelt = Self.openings(spelt.compactMap(\.utf8.first))
        opensRecognised = Self.openings(folded.compactMap(\.utf8.first).flatMap(Self.lookalikes))
    }

    /// Whether a word that begins with an ASCII letter or digit in lower case, or another character (``FigureWords/other``),
    /// may be of the set: most words of a text are told apart by that alone.
    func mayHold(wordOpening first: UInt8, accentsMissing: Bool) -> Bool {
        accentsMissing ? opensRecognised[Int(first)] : opensSpelt[Int(first)]
    }

    private static func openings(_ firsts: [UInt8]) -> [Bool] {
        var opens = [Bool](repeating: false, count: 256)
        opens[Int(FigureWords.other)] = true
        for first in firsts where first < FigureWords.other { opens[Int(first)] = true }
        return opens
    }

    /// A letter with what a recogniser may write for it.
    private static func lookalikes(_ letter: UInt8) -> [UInt8] {
        switch letter {
        case UInt8(ascii: "l"): [letter, UInt8(ascii: "1")]
        case UInt8(ascii: "o"): [letter, UInt8(ascii: "0"), UInt8(ascii: "6"), UInt8(ascii: "8")]
        case UInt8(ascii: "a"): [letter, UInt8(ascii: "3"), UInt8(ascii: "4")]
        // The slot of vowels that opens "ước" is written in any letters.
        case UInt8(ascii: "u"): [letter, UInt8(ascii: "w"), UInt8(ascii: "i"), UInt8(ascii: "y"), UInt8(ascii: "e")]
        case UInt8(ascii: "d"): [letter, UInt8(ascii: "p")]
        default: [letter]
        }
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
