extension String {
    /// The text as search sees it: lower case, without diacritics, đ as d. `Đường Điện Biên` folds to `duong dien bien`.
    /// Its UTF-8 length may differ from the original's.
    package var folded: String {
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            if let folded = scalar.folded { result.unicodeScalars.append(folded) }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// The base letter in lower case; `nil` for a combining mark.
    package var folded: Unicode.Scalar? {
        switch value {
        case 0x41...0x5A: return Unicode.Scalar(value + 0x20)
        case 0..<0xC0: return self
        case 0x300...0x36F: return nil
        case 0x110, 0x111: return "d"
        case 0xC0...0x24F, 0x1E00...0x1EFF: return Self.bases[Int(value)] ?? self
        default: return properties.lowercaseMapping.unicodeScalars.first ?? self
        }
    }

    private static let bases: [Int: Unicode.Scalar] = {
        var bases: [Int: Unicode.Scalar] = [:]
        for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
            guard let scalar = Unicode.Scalar(UInt32(value)), let name = scalar.properties.name else { continue }
            let words = name.split(separator: " ")
            guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1,
                let base = words[3].lowercased().unicodeScalars.first
            else { continue }
            bases[value] = base
        }
        return bases
    }()
}
