/// The abbreviations of administrative papers and what they stand for (`Data/abbreviations.tsv`).
package enum Abbreviation {
    /// Every meaning of an abbreviation, the likeliest first; none when it is not known.
    package static func meanings(_ short: String) -> [String] {
        table[short.nfc] ?? (isLoud(short) ? table[short.nfc.uppercased()] : nil) ?? []
    }

    /// What an abbreviation stands for: `UBND` is `Ủy ban nhân dân`; `nil` when it is not known or ambiguous (`TT`).
    package static func expand(_ short: String) -> String? {
        let meanings = meanings(short)
        return meanings.count == 1 ? meanings[0] : nil
    }

    /// A body's name with the abbreviation at its start written out: `UBND tỉnh` becomes `Ủy ban nhân dân tỉnh`,
    /// `HĐND, UBND TP Hải Phòng` `Hội đồng nhân dân, Ủy ban nhân dân thành phố Hải Phòng`.
    ///
    /// What is ambiguous stays (`TT Tỉnh ủy`), and so does everything that stands later in the name, unless `everywhere`.
    /// In a name all in capitals the meaning is in capitals too.
    package static func expandedBody(_ name: String, everywhere: Bool = false) -> String {
        let tokens = Tokens(name.nfc)
        let words = tokens.words
        let isShouted =
            !name.unicodeScalars.contains(where: \.properties.isLowercase)
            && words.contains { Syllable.isPossible($0) && $0.utf8.count > 1 }
        var result = ""
        var end = 0
        var index = 0
        var isStart = true
        while index < words.count {
            result += tokens.text[utf8: end..<tokens.list[index].range.lowerBound]
            let isPlace = places.contains(words[index])
            if isStart || everywhere || isPlace, let found = longest(tokens, at: index) {
                result += isShouted ? found.meaning.uppercased() : found.meaning
                index += found.count
                // `TP. Hải Phòng`, `TP.Hải Phòng`: the point goes with the abbreviation.
                if isPlace, index < words.count, words[index] == "." {
                    index += 1
                    if index < words.count { result += " " }
                }
            } else {
                result += words[index]
                isStart = isStart && connectives.contains(words[index])
                index += 1
            }
            end = tokens.list[index - 1].range.upperBound
        }
        return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let connectives: Set = [",", "-", "&", "và"]
    private static let places: Set = ["TP", "TX"]

    /// The longest known abbreviation of at most five tokens (`VH-XH`, `NN&PTNT`, `đ/c`) that starts at `index`.
    private static func longest(_ tokens: Tokens, at index: Int) -> (meaning: String, count: Int)? {
        var best: (String, Int)?
        for count in 1...5 where index + count <= tokens.list.count {
            if let meaning = expand(String(tokens[index..<index + count])) { best = (meaning, count) }
        }
        return best
    }

    /// At least two capitals, so that a word (`Bộ`, `ubnd` aside) is never taken for an abbreviation.
    private static func isLoud(_ text: String) -> Bool {
        text.unicodeScalars.filter(\.properties.isUppercase).count >= 2
    }

    /// Every abbreviation of the table.
    static var shortForms: some Sequence<String> { table.keys }

    private static let table: [String: [String]] = Dictionary(
        DataFile(PackageResources.abbreviations_tsv).rows.filter { $0.count > 1 }
            .map { ($0[0], $0[1].split(separator: ";").map(String.init)) },
        uniquingKeysWith: { first, _ in first })
}
