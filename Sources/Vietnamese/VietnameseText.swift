/// Measures of a text that tell whether it is Vietnamese as written: a scan read without knowledge of the language, a
/// legacy font or a keyboard without accents all show in them.
package enum VietnameseText {
    /// The share, 0 to 1, of letters that carry a diacritic (tone, ă â ê ô ơ ư, đ); 0 for a text without letters.
    /// Correct prose lies between about 0.2 and 0.4.
    package static func accentShare(_ text: String) -> Double {
        var letters = 0
        var accented = 0
        for byte in text.utf8 {
            // A letter above ASCII begins with C3–CA or E1; a loose mark (CC, CD) accents the letter before it.
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: letters += 1
            case 0xC3...0xCA, 0xE1:
                letters += 1
                accented += 1
            case 0xCC, 0xCD: accented += 1
            default: break
            }
        }
        return letters == 0 ? 0 : min(1, Double(accented) / Double(letters))
    }

    /// The share, 0 to 1, of words that can be Vietnamese syllables; 0 for a text without words.
    package static func syllableShare(_ text: String) -> Double {
        syllableShare(Tokens(text))
    }

    /// As ``syllableShare(_:)`` for a text already cut. Words in capitals that are no syllable (`UBND`) do not count.
    package static func syllableShare(_ tokens: Tokens) -> Double {
        var words = 0
        var possible = 0
        var text = tokens.text
        text.withUTF8 { bytes in
            for token in tokens.list where token.kind == .word {
                let scalars = Scalars(bytes: bytes, offset: token.range.lowerBound, end: token.range.upperBound)
                if SyllableSpelling(scalars) != nil {
                    possible += 1
                    words += 1
                } else if !token.isCapitalised || !scalars.allSatisfy(\.properties.isUppercase) {
                    words += 1
                }
            }
        }
        return words == 0 ? 0 : Double(possible) / Double(words)
    }
}

/// The scalars of a part of well-formed UTF-8, one after the other.
private struct Scalars: Sequence, IteratorProtocol {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset: Int
    let end: Int

    mutating func next() -> Unicode.Scalar? {
        guard offset < end else { return nil }
        let byte = bytes[offset]
        if byte < 0x80 {
            offset += 1
            return Unicode.Scalar(byte)
        }
        let (value, width) = bytes.scalar(at: offset)
        offset += width
        return Unicode.Scalar(value)
    }
}
