extension String {
    /// The text with the tone mark of every syllable where the product writes it: `hoà` becomes `hòa`, `uỷ` `ủy`,
    /// `khoẻ` `khỏe`, and the slip `kế họach` `kế hoạch`; `quý`, `quả`, `hoàn` stay. Composed (NFC) in any case.
    ///
    /// Both places are in use for open oa, oe, uy; this is the one of the printed forms of Decree 30/2020/NĐ-CP
    /// (`Ủy ban nhân dân`).
    package var toneNormalised: String {
        let text = nfc
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var scalars = Array(text.unicodeScalars)
        var changed = false
        var index = 1
        while index < scalars.count {
            defer { index += 1 }
            guard var first = Letter(scalars[index - 1]), var second = Letter(scalars[index]),
                (first.tone == .ngang) != (second.tone == .ngang), first.glides(before: second),
                !(index > 1 && (scalars[index - 2] == "q" || scalars[index - 2] == "Q"))
            else { continue }
            let next = index + 1 < scalars.count ? Letter(scalars[index + 1]) : nil
            // Open syllables carry the mark on the glide, closed ones on the vowel; in `uyê` it is on the third letter.
            let isMisplaced = next == nil ? first.tone == .ngang : first.tone != .ngang && next?.quality != "ê"
            guard isMisplaced, next?.tone ?? .ngang == .ngang else { continue }
            swap(&first.tone, &second.tone)
            scalars[index - 1] = first.scalar
            scalars[index] = second.scalar
            changed = true
        }
        guard changed else { return text }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    /// Whether both are the same Vietnamese words: composed or not, in either style of tone marks, whatever the spaces.
    /// Case counts: `Ủy  ban` is the same as `Uỷ ban`, not as `ỦY BAN`.
    package func isSameVietnamese(as other: String) -> Bool {
        self == other || sameKey == other.sameKey
    }

    /// As ``isSameVietnamese(as:)``, and upper or lower case does not count either.
    package func isSameVietnameseIgnoringCase(as other: String) -> Bool {
        self == other || sameKey.lowercased() == other.sameKey.lowercased()
    }

    private var sameKey: String {
        toneNormalised.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Letter {
    /// oa, oe, uy: the pairs whose tone mark has two customary places.
    fileprivate func glides(before next: Letter) -> Bool {
        switch (quality, next.quality) {
        case ("o", "a"), ("o", "e"), ("u", "y"): true
        // oă never stands at the end, but the slip `họăc` does occur.
        case ("o", "ă"): true
        default: false
        }
    }
}
