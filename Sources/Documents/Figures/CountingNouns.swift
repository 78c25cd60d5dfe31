import Vietnamese

/// The nouns that follow a number in reports (`đoàn`, `lượt khách`, `triệu đồng`), from `Data/counting-nouns.txt`.
struct CountingNouns: Sendable {
    enum Kind: String, Sendable { case count, money, measure, share, none }

    struct Noun: Sendable {
        /// As it is given out.
        let name: String
        let kind: Kind
        let words: [Spelling]
    }

    /// One word of a noun, ready for both kinds of text.
    struct Spelling: Sendable {
        let spelt: String
        let folded: String
        let shape: SyllableShape
        /// A comma follows it inside the noun: `quốc gia, vùng lãnh thổ`.
        let comma: Bool
    }

    /// A noun found in a text.
    struct Match: Sendable {
        let noun: Noun
        /// The index after its last word.
        let end: Int
    }

    static let all = CountingNouns(String(decoding: PackageResources.counting_nouns_txt, as: UTF8.self))

    /// By the first word as spelt, and by its first sound for texts without accents; the longest first.
    private let bySpelling: [String: [Noun]]
    private let byOnset: [String: [Noun]]

    init(_ table: String) {
        var kind = Kind.none
        var nouns: [Noun] = []
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("["), let next = Kind(rawValue: String(line.dropFirst().dropLast())) {
                kind = next
                continue
            }
            let halves = line.split(separator: ">").map { $0.split(separator: " ") }
            guard let written = halves.first else { continue }
            let words = written.map { word in
                let bare = String(word.last == "," ? word.dropLast() : word)
                return Spelling(
                    spelt: bare.spelt, folded: bare.folded, shape: SyllableShape(canonical: bare),
                    comma: word.last == ",")
            }
            nouns.append(Noun(name: (halves.last ?? written).joined(separator: " "), kind: kind, words: words))
        }
        // What is not counted goes first, so that "02 cap" without accents is "cấp" and not "cặp".
        nouns.sort { ($0.words.count, $0.kind == .none ? 1 : 0) > ($1.words.count, $1.kind == .none ? 1 : 0) }
        bySpelling = Dictionary(grouping: nouns) { $0.words[0].spelt }
        byOnset = Dictionary(grouping: nouns) { $0.words[0].shape.onset }
    }

    /// The longest noun that stands at `index`.
    func match(_ words: FigureWords, at index: Int) -> Match? {
        guard index < words.count else { return nil }
        guard words.accentsMissing else {
            return bySpelling[words.spelt(index)]?.lazy.compactMap { noun in
                fits(noun, words, index) { $0.spelt == words.spelt($1) }
                    ? Match(noun: noun, end: index + noun.words.count) : nil
            }.first
        }
        let window = index..<min(index + 7, words.count)
        let folded = window.map(words.folded)
        let shapes = folded.map { SyllableShape(recognised: $0) }
        let isFunctionWord = folded.map(FigureContext.noNouns.holds)
        let nouns = byOnset[shapes[0].onset] ?? []
        let exact = nouns.first { fits($0, words, index) { $0.folded == folded[$1 - index] } }
        let length = exact?.words.count ?? 0
        let near = nouns.first { noun in
            noun.words.count > length
                && fits(noun, words, index) { spelling, at in
                    if spelling.folded == folded[at - index] { return true }
                    // "tai" is "tại" before it is a misread "tàu".
                    if isFunctionWord[at - index] { return false }
                    let isAlone = noun.words.count == 1
                    return (spelling.folded.utf8.count > 2 || !isAlone)
                        && spelling.shape.matches(shapes[at - index], alone: isAlone)
                }
        }
        return (near ?? exact).map { Match(noun: $0, end: index + $0.words.count) }
    }

    private func fits(
        _ noun: Noun, _ words: FigureWords, _ index: Int, _ same: (Spelling, Int) -> Bool
    ) -> Bool {
        guard index + noun.words.count <= words.count else { return false }
        for (offset, spelling) in noun.words.enumerated() {
            let word = words[index + offset]
            guard same(spelling, index + offset) else { return false }
            let isLast = offset == noun.words.count - 1
            guard isLast || word.mark == (spelling.comma ? .comma : .none), offset == 0 || !word.opens else {
                return false
            }
        }
        return true
    }
}

extension String {
    /// A word as it is compared: lower case, the tone mark where the product writes it.
    var spelt: String { lowercased().toneNormalised }
}
