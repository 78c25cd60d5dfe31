/// A number stated in a text, in figures or in words: `3.904`, `15,6 tỷ`, `4-5 triệu`, `hơn hai mươi lăm`, `130/204`.
package struct Numeral: Sendable, Equatable {
    /// The number, scale words multiplied in; of a range the lower end; of `130/204` 130.
    package var value: Double
    /// The least it can be: the lower end of a range, or the number after `hơn`, `trên`, `tối thiểu` …
    package var lower: Double?
    /// The most it can be: the upper end of a range, or the number after `gần`, `dưới`, `tối đa` …
    package var upper: Double?
    /// The whole of which the number is a part: 204 in `130/204`.
    package var outOf: Double?
    /// Whether the text itself says that the number is not exact (`khoảng`, `gần`, `hơn`, `tối thiểu` …) or a range.
    package var isApproximate: Bool
    /// Whether the separators were not those of Vietnamese and were taken for what they must mean: `2.3 triệu`
    /// (a group of thousands has three digits, so the point is a decimal point), `1,234,567`.
    package var isRepaired: Bool
    /// Whether it was written in words.
    package var isInWords: Bool
    /// The tokens it takes up, words of approximation and scale included.
    package var tokens: Range<Int>

    /// Reads the number that starts at the token `index`, or at the words of approximation there; `nil` when none does.
    ///
    /// Only the number itself is looked at: a day, a year or the number of a paper is a number too, see ``all(in:)``.
    /// `năm` is five only inside a longer number (`năm nghìn`, `lẻ năm`) or before its figures (`năm (05)`).
    package static func read(_ tokens: Tokens, at index: Int) -> Numeral? {
        var reader = NumeralReader(tokens, index)
        return reader.read()
    }

    /// The quantities of a text in order. Left out: dates, years, numbers of papers (`12/KH-UBND`) and articles, footnote
    /// marks glued to a word (`khoáng sản1`), list numbers at the start of a line, and `một` where it is an article
    /// (`một số`).
    package static func all(in tokens: Tokens) -> [Numeral] {
        var found: [Numeral] = []
        var index = 0
        while index < tokens.list.count {
            if let run = NumeralContext.skipped(tokens, at: index) {
                index += run
            } else if NumeralContext.mayStart(tokens.list[index]), let numeral = read(tokens, at: index),
                NumeralContext.isQuantity(numeral, in: tokens)
            {
                found.append(numeral)
                index = numeral.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }
}

/// Reads one number from left to right: approximation, amount, range or whole.
struct NumeralReader {
    let words: NumeralTokens
    private let start: Int
    private var index: Int

    init(_ tokens: Tokens, _ index: Int) {
        words = NumeralTokens(tokens: tokens)
        start = index
        self.index = index
    }

    mutating func read() -> Numeral? {
        var bound: Approximation?
        while let (kind, count) = Approximation.longest(words, at: index) {
            bound = kind == .about ? bound ?? .about : kind
            index += count
        }
        guard let amount = readAmount() else { return nil }
        var numeral = Numeral(
            value: amount.value, lower: nil, upper: nil, outOf: nil, isApproximate: bound != nil,
            isRepaired: amount.isRepaired, isInWords: amount.isInWords, tokens: start..<index)
        if bound == .atLeast { numeral.lower = amount.value }
        if bound == .atMost { numeral.upper = amount.value }
        readRange(after: amount, into: &numeral)
        if numeral.upper == nil { readWhole(after: amount, into: &numeral) }
        numeral.tokens = start..<index
        return numeral
    }

    /// An amount, with its figures or words in brackets behind it: `năm (05)`, `05 (năm)`.
    private mutating func readAmount() -> Amount? {
        let before = index
        let amount = Amount.inFigures(words, at: before) ?? Amount.inWords(words, at: before)
        index = amount?.end ?? before + 1
        if words.isMark("(", at: index) {
            let inside = Amount.inFigures(words, at: index + 1) ?? Amount.inWords(words, at: index + 1, alone: true)
            let head = amount ?? Amount.inWords(words, at: before, alone: true)
            if let inside, let head, words.isMark(")", at: inside.end), inside.value == head.value {
                index = inside.end + 1
                return head
            }
        }
        return amount
    }

    /// `4-5 triệu`, `10 đến 15`: the scale of the second holds for the first.
    private mutating func readRange(after first: Amount, into numeral: inout Numeral) {
        guard words.isMark("-", at: index) || words.isMark("–", at: index) || words.word(at: index) == "đến",
            let second = Amount.inFigures(words, at: index + 1) ?? Amount.inWords(words, at: index + 1)
        else { return }
        let value =
            first.scale == 1 && first.value < second.value / second.scale
            ? first.value * second.scale : first.value
        guard value < second.value else { return }
        numeral.value = value
        numeral.lower = value
        numeral.upper = second.value
        numeral.isApproximate = true
        numeral.isRepaired = first.isRepaired || second.isRepaired
        index = second.end
    }

    /// `130/204`; not `12/2025`, which is a month, nor `02/7/2026`.
    private mutating func readWhole(after first: Amount, into numeral: inout Numeral) {
        guard words.isMark("/", at: index), first.scale == 1, let second = Amount.inFigures(words, at: index + 1),
            first.value <= second.value, !(1900...2100).contains(second.value) || first.value > 12,
            !words.isMark("/", at: second.end)
        else { return }
        numeral.outOf = second.value
        index = second.end
    }
}

/// Words before a number that make it inexact.
enum Approximation {
    case about, atLeast, atMost

    static func longest(_ words: NumeralTokens, at index: Int) -> (Approximation, Int)? {
        guard let first = words.word(at: index) else { return nil }
        if let second = words.word(at: index + 1), let kind = table[first + " " + second] { return (kind, 2) }
        return table[first].map { ($0, 1) }
    }

    private static let table: [String: Approximation] = [
        "khoảng": .about, "chừng": .about, "ước": .about, "ước tính": .about, "ước đạt": .about, "ước khoảng": .about,
        "xấp xỉ": .about, "tương đương": .about, "hơn": .atLeast, "trên": .atLeast, "tối thiểu": .atLeast,
        "ít nhất": .atLeast, "không dưới": .atLeast, "vượt": .atLeast, "gần": .atMost, "dưới": .atMost,
        "tối đa": .atMost, "không quá": .atMost, "nhiều nhất": .atMost,
        "khoang": .about, "chung": .about, "uoc": .about, "uoc tinh": .about, "uoc dat": .about, "xap xi": .about,
        "hon": .atLeast, "tren": .atLeast, "toi thieu": .atLeast, "it nhat": .atLeast, "khong duoi": .atLeast,
        "gan": .atMost, "duoi": .atMost, "toi da": .atMost, "khong qua": .atMost,
    ]
}

/// The tokens as numbers look at them: words in lower case with their accents.
struct NumeralTokens {
    let tokens: Tokens

    /// The word at `index` in lower case, composed.
    func word(at index: Int) -> String? {
        guard tokens.list.indices.contains(index), tokens.list[index].kind == .word else { return nil }
        let token = tokens.list[index]
        guard token.folded.utf8.count < 8 else { return nil }
        return token.range.count == token.folded.utf8.count
            ? token.folded : tokens.text[utf8: token.range].lowercased().nfc
    }

    func isMark(_ mark: String, at index: Int) -> Bool {
        tokens.list.indices.contains(index) && tokens.list[index].kind == .mark && tokens.list[index].folded == mark
    }

    /// The digits at `index`.
    func digits(at index: Int) -> String? {
        tokens.list.indices.contains(index) && tokens.list[index].kind == .number ? tokens.list[index].folded : nil
    }

    /// Whether nothing stands between the token and the one before.
    func isGlued(_ index: Int) -> Bool {
        index > 0 && index < tokens.list.count
            && tokens.list[index - 1].range.upperBound == tokens.list[index].range.lowerBound
    }
}
