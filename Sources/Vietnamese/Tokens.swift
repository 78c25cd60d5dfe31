/// A text cut into words, numbers and marks, each with its folded form: what every recogniser reads, so that a text is
/// folded and scanned once whatever the number of rules.
package struct Tokens: Sendable {
    /// A run of letters, a run of ASCII digits, or one sign.
    package struct Token: Sendable, Equatable {
        /// What a token consists of.
        package enum Kind: Sendable { case word, number, mark }
        /// Letters, digits or a sign.
        package let kind: Kind
        /// Lower case, no diacritics, đ as d.
        package let folded: String
        /// Where it stands, in UTF-8 offsets of the text.
        package let range: Range<Int>
        /// Whether the first letter is a capital.
        package let isCapitalised: Bool
    }

    /// The text that was cut.
    package let text: String
    /// Its tokens in order.
    package let list: [Token]

    /// Cuts `text`; white space only separates.
    package init(_ text: String) {
        var text = text
        self.list = text.withUTF8(Self.cut)
        self.text = text
    }

    /// The original text of the tokens in `range` of ``list``, with what stands between them.
    package subscript(range: Range<Int>) -> Substring {
        guard let first = list[range].first, let last = list[range].last else { return "" }
        return text[utf8: first.range.lowerBound..<last.range.upperBound]
    }

    private static func cut(_ source: UnsafeBufferPointer<UInt8>) -> [Token] {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: source.count + 1) { scratch in
            var list: [Token] = []
            list.reserveCapacity(source.count / 4 + 4)
            var offset = 0
            while offset < source.count {
                let start = offset
                let first = Character(source, at: offset)
                guard let kind = first.kind else {
                    offset += first.width
                    continue
                }
                var length = scratch.write(first, at: 0)
                offset += first.width
                if kind != .mark {
                    while offset < source.count {
                        let next = Character(source, at: offset)
                        guard next.kind == kind else { break }
                        length += scratch.write(next, at: length)
                        offset += next.width
                    }
                }
                // A combining mark that stands alone is no token.
                guard length > 0 else { continue }
                let folded = String(decoding: UnsafeBufferPointer(rebasing: scratch[..<length]), as: UTF8.self)
                list.append(
                    Token(kind: kind, folded: folded, range: start..<offset, isCapitalised: first.isUppercase))
            }
            return list
        }
    }
}

extension Tokens {
    /// One scalar of the text as the cutter sees it.
    fileprivate struct Character {
        /// `nil` for white space.
        let kind: Token.Kind?
        let width: Int
        let scalar: UInt32
        /// The folded letter when it is ASCII, else 0.
        let base: UInt8
        let isUppercase: Bool

        @inline(__always)
        init(_ source: UnsafeBufferPointer<UInt8>, at offset: Int) {
            let byte = source[offset]
            if byte < 0x80 {
                let lower = byte | 0x20
                let isLetter = lower &- 0x61 < 26
                scalar = UInt32(byte)
                width = 1
                base = isLetter ? lower : byte
                isUppercase = isLetter && byte != lower
                kind = isLetter ? .word : byte &- 0x30 < 10 ? .number : byte <= 0x20 ? nil : .mark
                return
            }
            (scalar, width) = source.scalar(at: offset)
            if let letter = LatinBase.letter(scalar) {
                base = letter | 0x20
                isUppercase = letter < 0x60
                kind = .word
            } else {
                base = 0
                (kind, isUppercase) = Self.other(scalar)
            }
        }

        @inline(never)
        private static func other(_ value: UInt32) -> (kind: Token.Kind?, isUppercase: Bool) {
            switch value {
            case 0x300...0x36F: return (.word, false)
            case 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: return (nil, false)
            case 0x2010...0x2060: return (.mark, false)
            default:
                guard let properties = Unicode.Scalar(value)?.properties else { return (.mark, false) }
                return (properties.isAlphabetic ? .word : .mark, properties.isUppercase)
            }
        }
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes the folded character; returns how many bytes that took.
    @inline(__always)
    fileprivate func write(_ character: Tokens.Character, at offset: Int) -> Int {
        guard character.base == 0 else {
            self[offset] = character.base
            return 1
        }
        return write(folding: character.scalar, at: offset)
    }
}

extension String {
    /// The part of the text between two UTF-8 offsets, which must be borders of scalars.
    package subscript(utf8 range: Range<Int>) -> Substring {
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)]
    }
}
