/// What stands around a number and makes it something other than a quantity.
enum NumeralContext {
    /// How many tokens at `index` belong to a date, the number of a paper or the like; `nil` when none does.
    static func skipped(_ tokens: Tokens, at index: Int) -> Int? {
        guard tokens.list[index].kind == .number else { return nil }
        let words = NumeralTokens(tokens: tokens)
        // A run of numbers and letters parted by `/` and `-` without spaces.
        var end = index + 1
        var slashes = 0
        var hasLetters = false
        while words.isMark("/", at: end) || words.isMark("-", at: end), words.isGlued(end), words.isGlued(end + 1),
            end + 1 < tokens.list.count, tokens.list[end + 1].kind != .mark
        {
            if words.isMark("/", at: end) { slashes += 1 }
            if tokens.list[end + 1].kind == .word { hasLetters = true }
            end += 2
        }
        let isYearLast = slashes == 1 && isYear(words.digits(at: end - 1))
        let isPeriod =
            end == index + 3 && slashes == 0 && isYear(words.digits(at: index)) && isYear(words.digits(at: end - 1))
        return slashes > 1 || hasLetters || isYearLast || isPeriod ? end - index : nil
    }

    /// Whether a number or the words before it can start with this token: a cheap look before reading.
    static func mayStart(_ token: Tokens.Token) -> Bool {
        switch token.kind {
        case .number: true
        case .word: token.folded.utf8.count < 7 && starters.contains(token.folded)
        case .mark: false
        }
    }

    private static let starters: Set = [
        "khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "khoang", "chung", "uoc", "xap",
        "tuong", "hon", "tren", "toi", "it", "vuot", "gan", "duoi", "nhieu",
    ]

    static func isQuantity(_ numeral: Numeral, in tokens: Tokens) -> Bool {
        let words = NumeralTokens(tokens: tokens)
        let start = numeral.tokens.lowerBound
        let end = numeral.tokens.upperBound
        if numeral.isInWords {
            if numeral.tokens.count == 1, words.word(at: start) == "một",
                let next = words.word(at: end), articles.contains(next)
            {
                return false
            }
            return !(words.word(at: start - 1).map(ordinals.contains) ?? false)
        }
        if words.isGlued(start), tokens.list[start - 1].kind == .word { return false }
        if words.isGlued(start), words.isMark("/", at: start - 1) || words.isMark("-", at: start - 1) { return false }
        if let before = words.word(at: start - 1), ordinals.contains(before) { return false }
        return !isListNumber(numeral, tokens, words)
    }

    /// `1.`, `2)` or `1.2.` at the start of a line.
    private static func isListNumber(_ numeral: Numeral, _ tokens: Tokens, _ words: NumeralTokens) -> Bool {
        let end = numeral.tokens.upperBound
        guard words.isMark(".", at: end) || words.isMark(")", at: end), words.isGlued(end) else { return false }
        let start = tokens.list[numeral.tokens.lowerBound].range.lowerBound
        guard start > 0 else { return true }
        for byte in tokens.text.utf8.prefix(start).reversed() where byte != 0x20 && byte != 0x09 {
            return byte == 0x0A || byte == 0x0D
        }
        return true
    }

    private static func isYear(_ digits: String?) -> Bool {
        digits.flatMap { Int($0) }.map { (1900...2100).contains($0) } ?? false
    }

    /// Words after which a number names or dates something.
    private static let ordinals: Set = [
        "ngày", "tháng", "năm", "quý", "điều", "khoản", "số", "khóa", "thứ", "mục", "phần", "chương", "kỳ", "quận",
        "phường",
        "vùng", "phụ", "biểu", "trang", "ngay", "thang", "nam", "dieu", "khoan", "so", "khoa", "thu", "muc",
    ]

    /// Words before which `một` is an article.
    private static let articles: Set = [
        "số", "phần", "cách", "mặt", "trong", "bước", "cửa", "loạt", "khi", "lần", "chút", "vài", "bộ", "nửa",
    ]
}
