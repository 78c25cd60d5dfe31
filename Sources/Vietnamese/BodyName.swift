/// Names of agencies and organisations, capitalised by Annex II, part III of Decree 30/2020/NĐ-CP: the first letter of
/// the words for the kind of body and for its function; places in full, their generic word in lower case.
package enum BodyName {
    /// The name as it stands inside a sentence: `SỞ NGOẠI VỤ` becomes `Sở Ngoại vụ`,
    /// `ỦY BAN NHÂN DÂN XÃ HÀ BẮC` `Ủy ban nhân dân xã Hà Bắc`. Abbreviations stay; the first letter is a capital.
    ///
    /// A name not written mainly in capitals, nor without any, is left as its author capitalised it.
    /// Composed, with the tone marks where the product writes them, single spaces.
    package static func capitalised(_ name: String) -> String {
        let text = name.toneNormalised.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !isCased(text) else { return text }
        var writer = Writer(text)
        return writer.written()
    }

    private static func isCased(_ text: String) -> Bool {
        var upper = 0
        var lower = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isUppercase { upper += 1 } else if scalar.properties.isLowercase { lower += 1 }
        }
        return upper > 0 && lower >= upper
    }
}

/// Writes one name from left to right.
private struct Writer {
    private let tokens: Tokens
    private let words: [String]
    private let keys: [String]
    private var output: [String] = []

    init(_ text: String) {
        tokens = Tokens(text)
        words = tokens.words
        keys = words.map { $0.lowercased() }
    }

    mutating func written() -> String {
        var startsPhrase = true
        while output.count < keys.count {
            let index = output.count
            let phrase = Self.phrases.longest(in: keys, at: index)
            let generic = Self.generic.longest(in: keys, at: index)
            if let generic, generic.keys.count >= phrase?.keys.count ?? 0 {
                writePlace(generic)
                startsPhrase = true
            } else if let phrase {
                output += phrase.written
                startsPhrase = true
            } else if tokens.list[index].kind != .word {
                output.append(words[index])
                startsPhrase = true
            } else if Self.functionWords.contains(keys[index]) {
                output.append(keys[index])
                startsPhrase = true
            } else if isAbbreviation(index) {
                output.append(words[index])
                startsPhrase = true
            } else {
                output.append(startsPhrase ? keys[index].capitalisedFirst : keys[index])
                startsPhrase = false
            }
        }
        var result = ""
        var end = 0
        for (token, word) in zip(tokens.list, output) {
            result += tokens.text[utf8: end..<token.range.lowerBound]
            result += word
            end = token.range.upperBound
        }
        return result.capitalisedFirst
    }

    /// `tỉnh Lào Cai`: a generic word and the name after it.
    private mutating func writePlace(_ generic: Phrases.Phrase) {
        let start = output.count + generic.keys.count
        let isNumbered = start < keys.count && tokens.list[start].kind == .number
        let isHonoured = start < keys.count && Self.honoured.longest(in: keys, at: start) != nil
        // A unit named by a number, a person or an event takes a capital (Annex II, part II, 1b).
        output +=
            isNumbered || isHonoured ? [generic.keys[0].capitalisedFirst] + generic.keys.dropFirst() : generic.keys
        if start < keys.count, let province = Self.provinces.longest(in: keys, at: start) {
            output += province.written
            return
        }
        while output.count < keys.count, continuesName(at: output.count, from: start) {
            output.append(keys[output.count].capitalisedFirst)
        }
    }

    private func continuesName(at index: Int, from start: Int) -> Bool {
        let kind = tokens.list[index].kind
        if kind == .mark {
            // `Văn Miếu - Quốc Tử Giám`, `M'Drắk`: the mark is part of a name only between two words of it.
            return index > start && index + 1 < keys.count && ["-", "–", "'", "’"].contains(keys[index])
                && Self.phrases.longest(in: keys, at: index + 1) == nil
        }
        if kind == .number { return true }
        if index > start, tokens.list[index - 1].kind == .number || Self.generic.longest(in: keys, at: index) != nil {
            return false
        }
        if Self.functionWords.contains(keys[index]) || isAbbreviation(index) { return false }
        // A place name has two syllables or more; what then is a phrase of several words begins another body's name.
        let phrase = Self.phrases.longest(in: keys, at: index)
        return index < start + 2 || phrase.map { $0.keys.count < 2 } ?? true
    }

    private func isAbbreviation(_ index: Int) -> Bool {
        let word = words[index]
        guard tokens.list[index].kind == .word, word == word.uppercased(), word != keys[index] else { return false }
        return !Syllable.isPossible(word) && !keys[index].unicodeScalars.allSatisfy { $0.value > 0x7F }
    }

    private static let phrases = Phrases(
        DataFile(PackageResources.bodies_txt).rows.map { $0[0] } + Province.all.map(\.name))
    private static let provinces = Phrases(Province.all.map(\.name))
    private static let generic = Phrases([
        "tỉnh", "thành phố", "thị xã", "huyện", "quận", "phường", "xã", "thị trấn", "đặc khu", "thủ đô",
        "thôn", "bản", "tổ dân phố", "khu phố",
    ])
    /// Names that give their unit a capital (Annex II, part II, 1b and its exceptions).
    private static let honoured = Phrases([
        "Hồ Chí Minh", "Điện Biên Phủ", "Lê Lợi", "Trần Hưng Đạo", "Lê Hồng Phong", "Nguyễn Trãi", "Quang Trung",
    ])
    private static let functionWords: Set = [
        "và", "của", "về", "các", "cho", "với", "trong", "theo", "tại", "thuộc", "đối", "từ", "đến", "do", "ở", "trên",
        "những", "để", "hoặc",
    ]
}

extension String {
    /// The text with its first letter in upper case.
    var capitalisedFirst: String {
        guard let first else { return self }
        return first.uppercased() + dropFirst()
    }
}
