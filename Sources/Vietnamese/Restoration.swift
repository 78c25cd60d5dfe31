/// Puts the accents back into an administrative phrase that lost them, in typing or because a scan was recognised
/// without knowledge of Vietnamese: `SO NGOAI VU`, `ngdy 02 thang 12 nam 2025`, `hoi nhép qudc té`.
///
/// The phrase is cut into phrases of a lexicon (names of bodies and provinces, administrative words, countries) so that
/// the sum of the costs of misreading, see ``Confusion``, is least. Words that are in no phrase stay as they are and
/// lower the confidence. Meant for lines and headings; some microseconds a word.
package enum Restoration {
    /// The phrase as it was probably written, in the case in which it was read, with single spaces; `nil` when less than
    /// half of it is explained by the lexicon.
    ///
    /// The confidence, 0 to 1, says how well the reading fits and how much of it the lexicon covers; treat less than 0.8
    /// as a suggestion. Text that already has its accents comes back unchanged.
    package static func restore(_ phrase: String) -> (text: String, confidence: Double)? {
        let words = Word.all(in: phrase)
        guard words.contains(where: \.isText) else { return nil }
        let pieces = Lexicon.shared.cut(words)
        var covered: Float = 0
        var total: Float = 0
        var text: [String] = []
        var index = 0
        for piece in pieces {
            let read = words[index..<index + piece.count]
            index += piece.count
            text += piece.phrase.map { written($0, read) } ?? read.map(\.text)
            for word in read where word.isText { total += Float(word.readings.count) }
            let length = read.reduce(0) { $0 + ($1.isText ? Float($1.readings.count) : 0) }
            if piece.phrase != nil { covered += max(0, length - 1.5 * piece.cost) * certainty(piece) }
        }
        let confidence = Double(covered / max(total, 1))
        return confidence >= 0.5 ? (text.joined(separator: " "), confidence) : nil
    }

    private static func certainty(_ piece: Lexicon.Piece) -> Float {
        piece.isAmbiguous || piece.count == 1 && piece.cost > 0.05 ? 0.7 : 1
    }

    /// The words of a phrase in the case of what was read, with the punctuation around what was read.
    private static func written(_ phrase: Lexicon.Phrase, _ read: ArraySlice<Word>) -> [String] {
        let isShouted = read.allSatisfy { !$0.isText || $0.isShouted } && read.contains { $0.core.count > 1 }
        return zip(phrase.words, read).map { word, read in
            guard read.isText, word != "#" else { return read.text }
            let core =
                isShouted
                ? word.uppercased()
                : read.core.first?.isUppercase == true
                    ? word.capitalisedFirst : phrase.isName ? word : word.lowercased()
            return read.prefix + core + read.suffix
        }
    }
}

extension Restoration {
    /// A word as read, without the punctuation around it.
    struct Word {
        let prefix: String
        let core: String
        var suffix: String
        let readings: [Confusion.Reading]
        /// Whether it is a word to restore: neither a number, nor a sign, nor an abbreviation.
        let isText: Bool
        let isNumber: Bool

        var text: String { prefix + core + suffix }

        /// What a misreading may cost where no neighbour confirms it; little when the word could be right as it stands.
        var limitAlone: Float {
            let length = Float(readings.count)
            return Syllable.isPossible(core) ? 0.05 + 0.05 * length : 0.1 + 0.12 * length
        }
        var isShouted: Bool { core.contains(where: \.isUppercase) && !core.contains(where: \.isLowercase) }

        /// The words of a line; a mark that stands alone belongs to the word before it.
        static func all(in text: String) -> [Word] {
            var words: [Word] = []
            for part in text.split(whereSeparator: \.isWhitespace) {
                let word = Word(part)
                if word.core.isEmpty, !words.isEmpty {
                    words[words.count - 1].suffix += " " + word.text
                } else {
                    words.append(word)
                }
            }
            return words
        }

        private static let marks: Set<Character> = [
            ".", ",", ";", ":", "(", ")", "“", "”", "\"", "-", "–", "+", "[", "]", "/", "…", "?",
        ]

        init(_ text: Substring) {
            let head = text.prefix { Self.marks.contains($0) }
            let rest = text.dropFirst(head.count)
            let tail = rest.reversed().prefix { Self.marks.contains($0) }.count
            prefix = String(head)
            core = String(rest.dropLast(tail))
            suffix = String(rest.suffix(tail))
            readings = Confusion.readings(core)
            isNumber =
                core.first?.isNumber == true
                && (core.contains("/") || core.allSatisfy { $0.isNumber || Self.marks.contains($0) })
            let isRoman = !core.isEmpty && core.allSatisfy { "IVX".contains($0) }
            isText =
                !isNumber && !isRoman && core.contains(where: \.isLetter) && !core.contains { "/-".contains($0) }
                && Abbreviation.meanings(core).isEmpty
        }
    }
}
