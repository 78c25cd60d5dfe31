import Vietnamese

/// A paragraph cut into words with the marks between them: what figures are read from. Only what is asked of a word is
/// worked out, since few stand near a number.
struct FigureWords: Sendable {
    /// What parts a word from the next one, the strongest sign alone.
    enum Mark: Int, Sendable, Comparable {
        case none, slash, dash, comma, close, colon, ellipsis, semicolon, stop
        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    struct Word: Sendable {
        /// Where it stands, in UTF-8 offsets of the text.
        let range: Range<Int>
        /// What follows it.
        var mark: Mark = .none
        /// A parenthesis closes after it, whatever the mark.
        var closes = false
        /// A parenthesis or quotation opens right before it.
        let opens: Bool
        let startsWithDigit: Bool
        let isCapitalised: Bool
        /// The first character where it is an ASCII one, in lower case; else ``FigureWords/other``.
        let opening: UInt8
    }

    /// Stands for every character beyond ASCII.
    static let other: UInt8 = 0x80

    let text: String
    private(set) var list: [Word] = []
    /// Whether the text came without its accents, so that words are told by their shape.
    let accentsMissing: Bool

    var count: Int { list.count }
    subscript(index: Int) -> Word { list[index] }

    /// As written, without marks around it.
    func written(_ index: Int) -> String { String(text[utf8: list[index].range]) }
    /// Lower case, accents kept, in one spelling.
    func spelt(_ index: Int) -> String { written(index).spelt }
    /// Lower case without accents.
    func folded(_ index: Int) -> String { written(index).folded }

    /// The text of several words with what stands between them.
    func written(_ range: Range<Int>) -> String {
        guard let first = list[range].first, let last = list[range].last else { return "" }
        return String(text[utf8: first.range.lowerBound..<last.range.upperBound])
    }

    /// Whether the word at `index` is one of `words`.
    func isOne(of words: WordSet, at index: Int) -> Bool {
        guard list.indices.contains(index),
            words.mayHold(wordOpening: list[index].opening, accentsMissing: accentsMissing)
        else { return false }
        return accentsMissing ? words.resembles(folded(index)) : words.spelt.contains(spelt(index))
    }

    /// Whether the word at `index` runs on into the next without a mark or a parenthesis between.
    func runsOn(_ index: Int) -> Bool {
        index >= 0 && index + 1 < count && list[index].mark == .none && !list[index + 1].opens
    }

    init(_ source: String, accentsMissing: Bool) {
        var text = source
        text.makeContiguousUTF8()
        self.text = text
        self.accentsMissing = accentsMissing
        var cutter = Cutter(accentsMissing: accentsMissing)
        var scalars = text.unicodeScalars.makeIterator()
        var scalar = scalars.next()
        while let current = scalar {
            scalar = scalars.next()
            cutter.take(current, next: scalar ?? " ")
        }
        cutter.end()
        list = cutter.list
    }
}

/// The state of cutting a text.
private struct Cutter {
    let accentsMissing: Bool
    var list: [FigureWords.Word] = []
    private var offset = 0
    private var start: Int?
    private var first: Unicode.Scalar = " "
    private var last: Unicode.Scalar = " "
    private var opens = false
    private var previous: Unicode.Scalar = " "
    private var wordEnd = 0

    init(accentsMissing: Bool) { self.accentsMissing = accentsMissing }

    mutating func take(_ scalar: Unicode.Scalar, next: Unicode.Scalar) {
        let isInside = start != nil && next.isOfWord
        switch scalar {
        case " ", "\n", "\t", "\u{A0}": end()
        case "(", "[", "“", "\"", "«":
            end()
            opens = true
        case ".", ",":
            if start != nil, last.isDigit, next.isDigit {
                add(scalar)
            } else if scalar == "," {
                mark(.comma)
            } else {
                mark(next == "." || previous == "." ? .ellipsis : .stop)
            }
        case "…": mark(.ellipsis)
        case ";": mark(.semicolon)
        case ":": mark(.colon)
        case "!", "?": if isInside { add(scalar) } else { mark(.stop) }
        // A recogniser writes "quốc" as "qué)c".
        case ")", "]": if isInside, accentsMissing { add(scalar) } else { close() }
        case "/": if isInside, first.isDigit { add(scalar) } else { mark(.slash) }
        case "-", "–", "—": if isInside { add(scalar) } else { mark(.dash) }
        case "%":
            end()
            add(scalar)
        default:
            if last == "%" { end() }
            if scalar.isOfWord || isInside { add(scalar) }
        }
        previous = scalar
        offset += UTF8.width(scalar)
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        if start == nil {
            start = offset
            first = scalar
        }
        last = scalar
        wordEnd = offset + UTF8.width(scalar)
    }

    private mutating func mark(_ mark: FigureWords.Mark) {
        end()
        guard let index = list.indices.last, list[index].mark < mark else { return }
        list[index].mark = mark
    }

    private mutating func close() {
        mark(.close)
        if let index = list.indices.last { list[index].closes = true }
    }

    mutating func end() {
        guard let begin = start else { return }
        list.append(
            FigureWords.Word(
                range: begin..<wordEnd, opens: opens, startsWithDigit: first.isDigit,
                isCapitalised: first.properties.isUppercase, opening: first.opening))
        start = nil
        last = " "
        opens = false
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { (0x30...0x39).contains(value) }

    fileprivate var opening: UInt8 {
        guard value < 0x80 else { return FigureWords.other }
        return (0x41...0x5A).contains(value) ? UInt8(value + 0x20) : UInt8(value)
    }

    /// A letter or digit, or a sign that recognisers write for a letter.
    var isOfWord: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF, 0xA2, 0x20AC: true
        case 0..<0x80: false
        default: properties.isAlphabetic
        }
    }
}
