import Paper

/// Reads the figures of one paragraph.
struct QuantityReader {
    let words: FigureWords
    let paragraph: Paragraph
    let footnote: String?
    private var statements: [FigureStatement] = []

    /// The statements of a paragraph, in order.
    static func read(
        _ paragraph: Paragraph, footnote: String?, heading: String? = nil, accentsMissing: Bool
    ) -> FigureParagraph {
        var reader = QuantityReader(
            words: FigureWords(paragraph.text, accentsMissing: accentsMissing), paragraph: paragraph, footnote: footnote
        )
        reader.read()
        return FigureParagraph(
            paragraph: paragraph, footnote: footnote, heading: heading, words: reader.words,
            statements: reader.statements)
    }

    private init(words: FigureWords, paragraph: Paragraph, footnote: String?) {
        self.words = words
        self.paragraph = paragraph
        self.footnote = footnote
    }

    private mutating func read() {
        var index = 0
        while index < words.count {
            if words[index].startsWithDigit {
                index = readNumber(at: index) ?? index + 1
            } else if let number = NumberInWords.read(words, at: index) {
                index = readWords(number.value, index..<number.end) ?? index + 1
            } else {
                index += 1
            }
        }
    }

    /// `hai đoàn`: only right before a noun, and not where the words mean known ones.
    private mutating func readWords(_ value: Double, _ range: Range<Int>) -> Int? {
        guard words.runsOn(range.upperBound - 1), !isNamed(range.lowerBound, StatedNumber(value: value)),
            !words.isOne(of: FigureContext.known, at: range.upperBound),
            let unit = CountedUnit(words, at: range.upperBound), unit.kind != .none
        else { return nil }
        return add(StatedNumber(value: value), range, unit)
    }

    private mutating func readNumber(at index: Int) -> Int? {
        let written = words.written(index)
        if let glued = GluedUnit(written), !isNamed(index, glued.number) {
            return add(
                glued.number, index..<index + 1,
                CountedUnit(name: glued.name, kind: .measure, range: index + 1..<index + 1))
        }
        guard let number = StatedNumber(written), !isLabel(index, number), !isNamed(index, number),
            !isMisreadWord(index, written), !endsRange(index)
        else { return nil }
        let start = index..<index + 1
        if let next = nounStart(after: index), let unit = CountedUnit(words, at: next) {
            guard unit.kind != .none, !(number.mayBeYear && (words.accentsMissing || isCapitalised(index - 1))) else {
                return nil
            }
            return add(number, start, unit)
        }
        guard number.whole == nil else { return nil }
        if let total = CountedUnit(totalBefore: index, words) { return add(number, start, total) }
        guard !number.mayBeYear else { return nil }
        if let shared = sharedUnit(after: index) { return add(number, start, shared) }
        guard isCount(number, at: index) else { return nil }
        return add(number, start, CountedUnit(name: nil, kind: .count, range: index + 1..<index + 1))
    }

    /// The first number of a list item or a note, not of a sentence.
    private func isLabel(_ index: Int, _ number: StatedNumber) -> Bool {
        guard index == 0 || isLineStart(index), !number.hasLeadingZero, !number.hasThousands, number.value < 100,
            words.count > 1
        else {
            return false
        }
        guard index + 1 < words.count else { return false }
        let next = words[index + 1]
        return (index == 0 && words[0].mark >= .dash) || next.isCapitalised || (index == 0 && next.startsWithDigit)
    }

    /// Whether a number opens a line after the end of a sentence, or follows the first number of a paragraph: notes that a
    /// recogniser ran together.
    private func isLineStart(_ index: Int) -> Bool {
        guard words.accentsMissing, index > 0 else { return false }
        if index == 1, words[0].startsWithDigit { return true }
        let offset = words[index].range.lowerBound
        return words[index - 1].mark >= .comma && paragraph.starts.contains { $0.offset == offset }
    }

    private func isNamed(_ index: Int, _ number: StatedNumber) -> Bool {
        let before = index - 1
        guard before >= 0, words[before].mark == .none else { return false }
        if words.isOne(of: FigureContext.parties, at: before) || words.isOne(of: FigureContext.roads, at: before) {
            return true
        }
        if words.isOne(of: FigureContext.ordinal, at: before), words.isOne(of: FigureContext.times, at: before - 1) {
            return true
        }
        if words.isScheme(endingAt: before) { return true }
        guard words.isOne(of: FigureContext.names, at: before) else { return false }
        if words.isOne(of: FigureContext.year, at: before) { return number.mayBeYear }
        if words.isOne(of: FigureContext.number, at: before) || words.isOne(of: FigureContext.period, at: before) {
            return !words.isOne(of: FigureContext.amounts, at: before - 1)
        }
        return true
    }

    /// `15 - 20 đoàn` is no one value.
    private func endsRange(_ index: Int) -> Bool {
        index > 0 && words[index - 1].startsWithDigit && words[index - 1].mark == .dash
    }

    /// "là" recognised as 13 or 14, "có" as 6.
    private func isMisreadWord(_ index: Int, _ written: String) -> Bool {
        guard words.accentsMissing else { return false }
        switch written {
        case "13", "14": return words.isOne(of: FigureContext.copulas, at: index - 1)
        case "6": return index + 1 < words.count && words[index + 1].isCapitalised
        default: return false
        }
    }

    private func isCapitalised(_ index: Int) -> Bool { index >= 0 && words[index].isCapitalised }

    /// Where the noun of a number may begin: after `các` or the number repeated in words, `05 (năm) dự án`.
    private func nounStart(after index: Int) -> Int? {
        guard index + 1 < words.count, words[index].mark == .none else { return nil }
        var next = index + 1
        if words[next].opens {
            guard let repeated = NumberInWords.spelled(words, at: next), words[repeated - 1].closes else {
                return nil
            }
            next = repeated
        }
        if words.isOne(of: FigureContext.plurals, at: next), words.runsOn(next) { next += 1 }
        return next < words.count ? next : nil
    }

    /// `Cấp phép 20, cho ý kiến 28 hội nghị`: the noun follows the second number.
    private func sharedUnit(after index: Int) -> CountedUnit? {
        guard words[index].mark == .comma, index > 0, words[index - 1].mark == .none, !isCapitalised(index - 1),
            !words.isScheme(endingAt: index - 1)
        else { return nil }
        for next in index + 1..<min(index + 7, words.count) {
            if words[next].startsWithDigit {
                guard next > index + 1, StatedNumber(words.written(next)) != nil,
                    let start = nounStart(after: next), let unit = CountedUnit(words, at: start), unit.kind == .count
                else { return nil }
                return unit
            }
            guard words[next].mark == .none, !words[next].isCapitalised, !words[next].opens else { return nil }
        }
        return nil
    }

    /// Whether a number before an unknown noun counts it.
    private func isCount(_ number: StatedNumber, at index: Int) -> Bool {
        guard words.runsOn(index), !words[index + 1].startsWithDigit,
            !words.isOne(of: FigureContext.noNouns, at: index + 1),
            !words.isScheme(endingAt: index - 1), number.value == number.value.rounded(),
            !words.written(index).hasSuffix(".0"), !words.isOne(of: FigureContext.grades, at: index - 1)
        else { return false }
        if words[index + 1].isCapitalised { return number.hasLeadingZero && !isCapitalised(index - 1) }
        return number.hasLeadingZero || number.hasThousands || approximation(before: index) != nil
            || (!words.accentsMissing && index > 0 && words[index - 1].mark == .none && !isCapitalised(index - 1))
    }

    /// Where the words begin that make the number before `index` approximate.
    private func approximation(before index: Int, hasLeadingZero: Bool = false) -> Int? {
        var start = index
        if start > 0, words[start - 1].mark == .none, words.isOne(of: FigureContext.about, at: start - 1),
            // "trên 02 tuyến" is on two lines, not above two.
            !(hasLeadingZero && words.isOne(of: FigureContext.above, at: start - 1))
        {
            start -= 1
        }
        var back = start
        while back > 0, start - back < 3, words[back - 1].mark == .none {
            if words.isOne(of: FigureContext.estimate, at: back - 1) { return back - 1 }
            guard words.isOne(of: FigureContext.reached, at: back - 1) else { break }
            back -= 1
        }
        return start < index ? start : nil
    }

    private mutating func add(_ stated: StatedNumber, _ range: Range<Int>, _ unit: CountedUnit) -> Int {
        let approximation = approximation(before: range.lowerBound, hasLeadingZero: stated.hasLeadingZero)
        let start = approximation ?? range.lowerBound
        let number = start..<range.upperBound
        statements.append(
            FigureStatement(
                figure: StatedFigure(
                    value: stated.value, unit: unit.name, of: nil, isApproximate: approximation != nil,
                    place: paragraph.place(at: words[range.lowerBound].range.lowerBound), footnote: footnote),
                number: number, counted: unit,
                thing: CountedThing(words, number: number, unit: unit, before: statements.last)))
        return max(range.upperBound, unit.range.lowerBound == range.upperBound ? unit.range.upperBound : 0)
    }
}
