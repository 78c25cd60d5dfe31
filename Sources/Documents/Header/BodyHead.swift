import Vietnamese

/// The words that names of bodies begin with, folded: where a new name begins in a letterhead.
enum BodyHead {
    private struct Phrase {
        let words: [String]
        let folded: [String]

        init(_ text: some StringProtocol) {
            words = text.split(separator: " ").map { String($0).lowercased().toneNormalised }
            folded = words.map(\.folded)
        }
    }

    /// Phrases by their first folded word, the longest first.
    private static let heads = table(
        String(decoding: PackageResources.body_heads_txt, as: UTF8.self).split(separator: "\n").filter {
            !$0.hasPrefix("#")
        })

    /// Units of territory as they follow a body's name.
    private static let units = table([
        "thành phố", "đặc khu", "thị xã", "thị trấn", "tỉnh", "xã", "phường", "quận", "huyện", "tp", "thủ đô",
    ])

    private static func table(_ phrases: [Substring]) -> [String: [Phrase]] {
        Dictionary(grouping: phrases.map { Phrase($0) }) { $0.folded[0] }
            .mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// Number of tokens of the head that stands at `index`; 0 where none does.
    static func length(_ tokens: Tokens, at index: Int) -> Int {
        guard index < tokens.list.count, tokens.list[index].kind == .word else { return 0 }
        // A stray letter before the abbreviation: `DUBND`.
        if tokens.list[index].folded.utf8.count == 5, tokens.list[index].folded.hasSuffix("ubnd") { return 1 }
        return match(heads, tokens, index)
    }

    /// Number of tokens of the word for a territorial unit at `index`; 0 where there is none.
    static func unitLength(_ tokens: Tokens, at index: Int) -> Int { match(units, tokens, index) }

    /// Words written with accents must have the right ones (`Sở`, not `Số`); text that lost its accents has none.
    private static func match(_ table: [String: [Phrase]], _ tokens: Tokens, _ index: Int) -> Int {
        let list = tokens.list
        guard index < list.count, let phrases = table[list[index].folded] else { return 0 }
        return phrases.first { phrase in
            index + phrase.words.count <= list.count
                && phrase.words.indices.allSatisfy { list[index + $0].folded == phrase.folded[$0] }
                && phrase.words.indices.allSatisfy { offset in
                    let written = tokens[(index + offset)..<(index + offset + 1)]
                    return written.utf8.allSatisfy { $0 < 0x80 } && phrase.words.count > 1
                        || written.lowercased().toneNormalised == phrase.words[offset]
                        || VietnameseText.accentShare(tokens.text) < 0.1
                }
        }?.words.count ?? 0
    }
}
