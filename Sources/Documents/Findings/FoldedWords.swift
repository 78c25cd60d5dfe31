import Vietnamese

extension String {
    /// Letters and digits alone, folded, words apart by one space: equal for texts that differ only in case, tone marks,
    /// punctuation and spacing.
    var foldedWords: String {
        var result = ""
        result.reserveCapacity(utf8.count)
        var isApart = false
        for scalar in unicodeScalars {
            guard let folded = scalar.folded else { continue }
            guard folded.isWordly else {
                isApart = true
                continue
            }
            if isApart && !result.isEmpty { result.append(" ") }
            isApart = false
            result.unicodeScalars.append(folded)
        }
        return result
    }

    /// White space of any length as one space, none at the ends.
    var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Without white space at the ends.
    var trimmingSpaces: String {
        var part = drop { $0.isWhitespace }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }

    /// The first words, for a message: whole words, at most some 80 characters, with an ellipsis where cut.
    var excerpt: String {
        guard utf8.count > 80 else { return self }
        var result = ""
        for word in split(whereSeparator: \.isWhitespace) {
            if result.count + word.count > 80 { return result + "…" }
            result += result.isEmpty ? String(word) : " \(word)"
        }
        return result
    }
}

extension Unicode.Scalar {
    fileprivate var isWordly: Bool {
        switch value {
        case 0x30...0x39, 0x61...0x7A: true
        case 0..<0x80: false
        default: properties.isAlphabetic
        }
    }
}

extension Tokens {
    /// Where two words first stand side by side: a column on the left may hold one of them ("SỞ CÔNG THƯƠNG").
    func start(of first: String, _ second: String) -> Int? {
        list.indices.dropLast().first { list[$0].folded == first && list[$0 + 1].folded == second }
    }
}
