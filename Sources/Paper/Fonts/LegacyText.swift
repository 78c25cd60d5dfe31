/// Text typed in an encoding from before Unicode, as the Latin letters that Unicode programs see in it.
package enum LegacyText {
    /// Turns text into Unicode; letters that the encoding does not use stay.
    package static func convert(_ text: String, from encoding: LegacyEncoding) -> String {
        switch encoding {
        case .tcvn3: fromTCVN3(text)
        case .vni: fromVNI(text)
        }
    }

    private static func fromTCVN3(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let value = scalar.value
            result.append(value >= 0xA1 && value <= 0xFE ? tcvn3[Int(value) - 0xA1] ?? scalar : scalar)
        }
        return String(result)
    }

    private static func fromVNI(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var base: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if let letter = base {
                if let whole = vniPair(letter, scalar) {
                    result.unicodeScalars.append(whole)
                    base = nil
                    continue
                }
                result.unicodeScalars.append(vniSingle[letter] ?? letter)
            }
            base = scalar
        }
        if let base { result.unicodeScalars.append(vniSingle[base] ?? base) }
        return result
    }

    /// A vowel and the sign typed after it; the vowel alone says whether it is a capital.
    private static func vniPair(_ base: Unicode.Scalar, _ sign: Unicode.Scalar) -> Unicode.Scalar? {
        guard let column = vniColumns[sign], let row = vniRows[base] else { return nil }
        return row[column]
    }
}

/// TCVN 5712:1993 (VN3), from 0xA1 on; the places not used are `nil`.
private let tcvn3: [Unicode.Scalar?] = {
    let rows: [(Int, String)] = [
        (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
        (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    ]
    var table = [Unicode.Scalar?](repeating: nil, count: 0xFE - 0xA1 + 1)
    for (start, letters) in rows {
        for (offset, scalar) in letters.unicodeScalars.enumerated() { table[start - 0xA1 + offset] = scalar }
    }
    return table
}()

/// VNI's signs after a vowel, each in both cases: acute, grave, hook, tilde, dot; the same five with a circumflex and
/// bare circumflex; the same with a breve and bare breve.
private let vniColumns: [Unicode.Scalar: Int] = {
    var columns: [Unicode.Scalar: Int] = [:]
    for signs in ["ùøûõïáàåãäâéèúüëê", "ÙØÛÕÏÁÀÅÃÄÂÉÈÚÜËÊ"] {
        for (column, sign) in signs.unicodeScalars.enumerated() { columns[sign] = column }
    }
    return columns
}()

/// For each vowel the letters in the order of the signs; a dot where the pair is no letter.
private let vniRows: [Unicode.Scalar: [Unicode.Scalar?]] = {
    let rows: [(Unicode.Scalar, String)] = [
        ("a", "áàảãạấầẩẫậâắằẳẵặă"), ("e", "éèẻẽẹếềểễệê......"), ("o", "óòỏõọốồổỗộô......"), ("u", "úùủũụ............"),
        ("y", "ýỳỷỹ............."), ("ô", "ớờởỡợ............"), ("ö", "ứừửữự............"),
        ("A", "ÁÀẢÃẠẤẦẨẪẬÂẮẰẲẴẶĂ"), ("E", "ÉÈẺẼẸẾỀỂỄỆÊ......"), ("O", "ÓÒỎÕỌỐỒỔỖỘÔ......"), ("U", "ÚÙỦŨỤ............"),
        ("Y", "ÝỲỶỸ............."), ("Ô", "ỚỜỞỠỢ............"), ("Ö", "ỨỪỬỮỰ............"),
    ]
    return Dictionary(uniqueKeysWithValues: rows.map { ($0, $1.unicodeScalars.map { $0 == "." ? nil : $0 }) })
}()

/// VNI's letters that stand alone.
private let vniSingle: [Unicode.Scalar: Unicode.Scalar] = [
    "ñ": "đ", "Ñ": "Đ", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư", "æ": "ỉ", "Æ": "Ỉ", "ó": "ĩ", "Ó": "Ĩ", "ò": "ị",
    "Ò": "Ị", "î": "ỵ", "Î": "Ỵ",
]
