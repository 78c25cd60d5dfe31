/// Numbers in words: reading and writing.
extension Amount {
    /// `hai mươi lăm`, `một trăm lẻ năm`, `một tỷ rưỡi`. A lone `năm`, `tư` or `không` is no number, unless `alone` says
    /// that nothing else can stand there.
    static func inWords(_ words: NumeralTokens, at index: Int, alone: Bool = false) -> Amount? {
        var total: Double = 0
        var lastScale = Double.infinity
        var end = index
        while let group = NumberWords.group(words, at: end) {
            var amount = Amount(value: group.value, scale: 1, isRepaired: false, isInWords: true, end: group.end)
            amount.readScales(words)
            if group.isBareDigit, amount.scale == 1, end > index {
                // `một triệu hai` is 1 200 000; the `năm` of `một triệu năm` is a year.
                guard lastScale >= 100, lastScale < .infinity, words.word(at: end) != "năm" else { break }
                return Amount(
                    value: total + group.value * lastScale / 10, scale: lastScale, isRepaired: false, isInWords: true,
                    end: amount.end)
            }
            let isLone = group.isBareDigit && amount.scale == 1
            if isLone, !alone, NumberWords.neverAlone.contains(words.word(at: end) ?? "") { break }
            guard amount.scale < lastScale else { break }
            total += amount.value
            lastScale = amount.scale == 1 ? group.isHundreds ? 100 : 1 : amount.scale
            end = amount.end
            if lastScale == 1 { break }
        }
        guard end > index else { return nil }
        return Amount(value: total, scale: max(1, lastScale), isRepaired: false, isInWords: true, end: end)
    }
}

enum NumberWords {
    /// A number below a thousand.
    struct Group {
        var value: Double
        /// One of the words for 0 to 9 and nothing else.
        var isBareDigit: Bool
        /// Whole hundreds, to which a bare digit adds tens: `một trăm hai`.
        var isHundreds: Bool
        var end: Int
    }

    /// Words that mean something else on their own: year, fourth, not.
    static let neverAlone: Set = ["năm", "tư", "không", "lăm", "mốt", "nhăm"]

    static func group(_ words: NumeralTokens, at index: Int) -> Group? {
        if let tens = tens(words, at: index) { return tens }
        guard let first = digit(words, at: index) else { return nil }
        guard words.word(at: index + 1) == "trăm" else {
            return Group(value: first, isBareDigit: true, isHundreds: false, end: index + 1)
        }
        let hundreds = first * 100
        let end = index + 2
        if let word = words.word(at: end), word == "linh" || word == "lẻ", let last = digit(words, at: end + 1) {
            return Group(value: hundreds + last, isBareDigit: false, isHundreds: false, end: end + 2)
        }
        if let tens = tens(words, at: end) {
            return Group(value: hundreds + tens.value, isBareDigit: false, isHundreds: false, end: tens.end)
        }
        if words.word(at: end) == "rưỡi" {
            return Group(value: hundreds + 50, isBareDigit: false, isHundreds: false, end: end + 1)
        }
        return Group(value: hundreds, isBareDigit: false, isHundreds: true, end: end)
    }

    /// `mười bốn`, `hai mươi lăm`, `ba chục`. After ten `năm` is a year: five is `lăm` there.
    private static func tens(_ words: NumeralTokens, at index: Int) -> Group? {
        var end = index
        var value: Double = 10
        if words.word(at: index) == "mười" {
            end += 1
        } else if let first = digit(words, at: index), let ten = words.word(at: index + 1),
            ten == "mươi" || ten == "chục"
        {
            value = first * 10
            end += 2
        } else {
            return nil
        }
        if let unit = words.word(at: end), unit != "năm", unit != "không", let last = digits[unit] {
            value += last
            end += 1
        }
        return Group(value: value, isBareDigit: false, isHundreds: false, end: end)
    }

    private static func digit(_ words: NumeralTokens, at index: Int) -> Double? {
        words.word(at: index).flatMap { digits[$0] }
    }

    private static let digits: [String: Double] = [
        "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
        "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    ]
}
