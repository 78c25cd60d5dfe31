/// Weighs whether text was typed in an encoding from before Unicode, where no font tells.
///
/// Vietnamese in any encoding has an accented letter in most words. Unicode shows letters that neither old encoding can
/// (ư, ạ, ế …). TCVN3 shows ¸ ¶ · ¹ « ¬ ® in the middle of words, VNI a vowel and a sign after it in pairs.
package struct LegacyGuess: Sendable {
    /// Letters that only Unicode has were met.
    package private(set) var isUnicode = false
    private var tcvn3 = 0
    private var vni = 0
    private var letters = 0
    private var above = 0

    /// With nothing seen yet.
    package init() {}

    /// The encoding, once enough was weighed; `nil` for Unicode text and for other languages.
    package var encoding: LegacyEncoding? {
        guard !isUnicode, above >= 4, above * 25 > letters else { return nil }
        if tcvn3 * 4 >= above, tcvn3 > vni { return .tcvn3 }
        return vni * 2 >= above ? .vni : nil
    }

    /// Weighs more text.
    package mutating func add(_ text: String) {
        guard !isUnicode else { return }
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            let value = scalar.value
            let isLatin = LegacyText.isLatin(value)
            if isLatin { letters += 1 }
            // đ is ® and begins words; the other signs follow a letter.
            if isLatin || value > 0xBE, before == "®" { tcvn3 += 1 }
            switch value {
            case 0..<0xA1: break
            case 0x102...0x1B0, 0x300...0x323, 0x1EA0...0x1EF9:
                isUnicode = true
                return
            case 0xA1...0xFE:
                above += 1
                if LegacyText.tells(scalar, after: before) { tcvn3 += 1 }
                if LegacyText.isPair(before, scalar) || scalar == "ñ" || scalar == "ö" { vni += 1 }
            default: break
            }
            before = scalar
        }
    }
}

extension LegacyText {
    /// The encoding that a text must have been typed in; see ``LegacyGuess``.
    package static func guess(_ text: String) -> LegacyEncoding? {
        var guess = LegacyGuess()
        guess.add(text)
        return guess.encoding
    }

    /// Whether tones stand after their vowels as windows-1258 writes them.
    static func looksDecomposed(_ text: String) -> Bool {
        var after = (vowel: 0, other: 0)
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if (0x300...0x323).contains(scalar.value) {
                if "aeiouyAEIOUYăâêôơưĂÂÊÔƠƯ".unicodeScalars.contains(before) {
                    after.vowel += 1
                } else {
                    after.other += 1
                }
            }
            before = scalar
        }
        return after.vowel > after.other * 10
    }

    fileprivate static func isLatin(_ value: UInt32) -> Bool {
        value >= 0x41 && value <= 0x5A || value >= 0x61 && value <= 0x7A
    }

    /// Signs that TCVN3 has for common letters and that stand in no word of a living language, and capitals in the middle
    /// of small letters.
    fileprivate static func tells(_ scalar: Unicode.Scalar, after before: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA8...0xAD, 0xB5...0xB9, 0xBB...0xBE: isLatin(before.value) || before.value > 0xA0
        case 0xC0...0xDE: before.value >= 0x61 && before.value <= 0x7A
        default: false
        }
    }

    fileprivate static func isPair(_ base: Unicode.Scalar, _ sign: Unicode.Scalar) -> Bool {
        switch base {
        case "a", "e", "o", "u", "y", "A", "E", "O", "U", "Y", "ô", "Ô", "ö", "Ö":
            "ùøûõïáàåãäâéèúüëêÙØÛÕÏÁÀÅÃÄÂÉÈÚÜËÊ".unicodeScalars.contains(sign)
        default: false
        }
    }
}
