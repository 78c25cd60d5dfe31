/// A text cut into words, numbers and marks, each with its folded form: what every recogniser reads, so that a text is
/// folded and scanned once whatever the number of rules.
package struct Tokens: Sendable {
    /// A run of letters, a run of ASCII digits, or one sign.
    package struct Token: Sendable, Equatable {
        package enum Kind: Sendable { case word, number, mark }
        package let kind: Kind
        /// Lower case, no diacritics, đ as d.
        package let folded: String
        /// Where it stands, in UTF-8 offsets of the text.
        package let range: Range<Int>
        /// Whether the first letter is a capital.
        package let isCapitalised: Bool
    }

    package let text: String
    package let list: [Token]

    /// Cuts `text`; white space only separates.
    package init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        var list: [Token] = []
        list.reserveCapacity(text.utf8.count / 4)
        var kind = Token.Kind.mark
        var start = 0
        var folded = ""
        var capital = false
        var offset = 0
        func flush() {
            guard !folded.isEmpty else { return }
            list.append(Token(kind: kind, folded: folded, range: start..<offset, isCapitalised: capital))
            folded = ""
        }
        for scalar in text.unicodeScalars {
            let next: Token.Kind? =
                switch scalar.value {
                case 0x30...0x39: .number
                case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF: .word
                case 0...0x20, 0xA0, 0x2000...0x200F, 0x3000, 0xFEFF: nil
                default: scalar.properties.isAlphabetic ? .word : .mark
                }
            if next != kind || next == .mark {
                flush()
                start = offset
                capital = scalar.properties.isUppercase
            }
            if let next {
                kind = next
                if let base = scalar.folded { folded.unicodeScalars.append(base) }
            } else {
                kind = .mark
            }
            offset += UTF8.width(scalar)
        }
        flush()
        self.text = text
        self.list = list
    }

    /// The original text of the tokens in `range` of ``list``, with what stands between them.
    package subscript(range: Range<Int>) -> Substring {
        guard let first = list[range].first, let last = list[range].last else { return "" }
        return text[utf8: first.range.lowerBound..<last.range.upperBound]
    }
}

extension String {
    /// The part of the text between two UTF-8 offsets, which must be borders of scalars.
    package subscript(utf8 range: Range<Int>) -> Substring {
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)]
    }
}
