/// The six tones, in the order of Vietnamese dictionaries.
package enum Tone: UInt8, Sendable, CaseIterable, Comparable {
    /// No mark, huyền (à), hỏi (ả), ngã (ã), sắc (á), nặng (ạ).
    case ngang, huyền, hỏi, ngã, sắc, nặng

    /// The order of the dictionary.
    package static func < (left: Tone, right: Tone) -> Bool { left.rawValue < right.rawValue }
}

/// One letter of the alphabet taken apart: its place in the alphabet, its tone, its case.
struct Letter: Equatable {
    /// Place in ``alphabet``.
    var place: UInt8
    var tone: Tone
    var isUppercase: Bool

    /// The order of Vietnamese dictionaries, with f, j, w, z where Latin has them.
    static let alphabet = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)

    /// `nil` for what is not a letter of the alphabet; a decomposed letter must be composed first.
    @inline(__always)
    init?(_ scalar: Unicode.Scalar) {
        let value = Int(scalar.value)
        let code: UInt16
        if value < Self.low.count {
            code = Self.low[value]
        } else if 0x1EA0..<0x1EA0 + Self.high.count ~= value {
            code = Self.high[value - 0x1EA0]
        } else {
            return nil
        }
        guard code != 0, let tone = Tone(rawValue: UInt8(code >> 8 & 7)) else { return nil }
        self.tone = tone
        isUppercase = code & 0x800 != 0
        place = UInt8(code & 0xFF) - 1
    }

    /// The letter as one character again; a consonant has no tone to show.
    var scalar: Unicode.Scalar {
        let row = Self.rows.first { $0.place == place }?.scalars ?? [Self.alphabet[Int(place)]]
        let lower = row[tone.rawValue < row.count ? Int(tone.rawValue) : 0]
        return isUppercase ? lower.properties.uppercaseMapping.unicodeScalars.first ?? lower : lower
    }

    /// Whether the letter is one of the twelve vowels.
    var isVowel: Bool { Self.vowels & (1 << UInt64(place)) != 0 }

    /// Whether the letter is not one of ASCII: a tone, a quality mark or đ.
    var hasDiacritic: Bool { tone != .ngang || Self.alphabet[Int(place)].value > 0x7F }

    private static let rows: [(place: UInt8, scalars: [Unicode.Scalar])] = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ",
    ].map { row in
        let scalars = Array(row.unicodeScalars)
        return (UInt8(alphabet.firstIndex(of: scalars[0]) ?? 0), scalars)
    }

    private static let vowels = rows.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1.place) }

    /// Place + 1, tone << 8, capital << 11; 0 for no letter. U+0000 to U+01B0 and U+1EA0 to U+1EF9.
    private static let (low, high): ([UInt16], [UInt16]) = {
        var low = [UInt16](repeating: 0, count: 0x1B1)
        var high = [UInt16](repeating: 0, count: 0x5A)
        func set(_ scalar: Unicode.Scalar, _ code: UInt16) {
            let value = Int(scalar.value)
            if value < low.count { low[value] = code } else if value >= 0x1EA0 { high[value - 0x1EA0] = code }
        }
        func setBoth(_ lower: Unicode.Scalar, _ code: UInt16) {
            set(lower, code)
            if let upper = lower.properties.uppercaseMapping.unicodeScalars.first { set(upper, code | 0x800) }
        }
        for (place, scalar) in alphabet.enumerated() { setBoth(scalar, UInt16(place + 1)) }
        for row in rows {
            for (tone, scalar) in row.scalars.enumerated() {
                setBoth(scalar, UInt16(row.place + 1) | UInt16(tone) << 8)
            }
        }
        return (low, high)
    }()
}

extension Letter {
    /// The lower-case letter of the alphabet without its tone.
    var quality: Unicode.Scalar { Self.alphabet[Int(place)] }
}
