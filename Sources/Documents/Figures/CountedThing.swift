import Vietnamese

/// What a figure counts, in the words of the text.
struct CountedThing {
    /// The noun and what describes it, as word indices.
    let range: Range<Int>
    let text: String?
    /// The people of what the figure before counts: `171 đoàn ra (504 người)`.
    private(set) var isOfPrevious = false

    init(_ words: FigureWords, number: Range<Int>, unit: CountedUnit, before: FigureStatement?) {
        if unit.range.upperBound <= number.lowerBound {
            // A total: the words from its noun to the number.
            var end = number.lowerBound
            while end > unit.range.upperBound, words[end - 1].mark == .none,
                words.isOne(of: FigureContext.arrivals, at: end - 1)
            {
                end -= 1
            }
            range = unit.range.lowerBound..<end
            text = Self.tidy(words, range)
            return
        }
        let start = max(unit.range.lowerBound, number.upperBound)
        let after = start..<Self.end(words, from: start, unit: unit.range.upperBound)
        switch unit.kind {
        case .money, .share, .measure:
            let lead = Self.lead(words, before: number.lowerBound)
            let tail = min(unit.range.upperBound, after.upperBound)..<after.upperBound
            range = lead.isEmpty ? tail : lead
            text = Self.tidy(words, range)
        case .count, .none:
            range = after
            var described = Self.tidy(words, after)
            // "171 đoàn ra (504 người)": the people of those delegations.
            if let before, let whole = before.figure.of, before.kind == .count, words[number.lowerBound].opens,
                before.description.upperBound == number.lowerBound, after.count <= unit.range.count,
                let noun = unit.name
            {
                described = noun + " trong " + whole
                isOfPrevious = true
            }
            text = described
        }
    }

    /// Where the description that begins at `start` ends.
    private static func end(_ words: FigureWords, from start: Int, unit: Int) -> Int {
        var index = start
        while index < words.count, index - start < 30 {
            if index >= unit {
                if index > start, words[index].opens { break }
                if words[index].startsWithDigit, StatedNumber(words.written(index)) != nil { break }
                if words.isOne(of: FigureContext.stops, at: index) || words.isOne(of: FigureContext.about, at: index) {
                    break
                }
                if words.isOne(of: FigureContext.within, at: index), words.isOne(of: FigureContext.that, at: index + 1)
                {
                    break
                }
            }
            index += 1
            if index >= unit, words[index - 1].mark >= .dash { break }
        }
        while index > max(unit, start + 1), words.isOne(of: FigureContext.noNouns, at: index - 1) { index -= 1 }
        return index
    }

    /// The words before a sum or share that say of what it is: `giá trị giải ngân ước đạt`.
    private static func lead(_ words: FigureWords, before index: Int) -> Range<Int> {
        var end = index
        while end > 0, words[end - 1].mark == .none || words[end - 1].mark == .colon,
            words.isOne(of: trailing, at: end - 1)
        {
            end -= 1
        }
        var start = end
        while start > 0, end - start < 15 {
            let word = words[start - 1]
            if word.mark > .slash, !(start == end && word.mark == .colon) { break }
            if word.startsWithDigit || word.opens { break }
            start -= 1
        }
        return start..<end
    }

    private static let trailing = WordSet("đạt ước tính là với khoảng gần hơn trên được còn lên")

    /// What a figure of a text without accents counts: the unit as it is spelt, the rest restored where that is certain.
    static func restored(_ statement: FigureStatement, _ words: FigureWords, previous: String?) -> String? {
        guard let of = statement.figure.of else { return nil }
        guard let unit = statement.figure.unit, statement.unit.lowerBound == statement.description.lowerBound else {
            return certain(of)
        }
        if statement.isOfPrevious { return previous.map { unit + " trong " + $0 } ?? unit }
        let end = statement.description.upperBound
        let rest = tidy(words, min(statement.unit.upperBound, end)..<end)
        return rest.map { unit + " " + certain($0) } ?? unit
    }

    /// The phrase with its accents, or as it is where they would be guessed.
    private static func certain(_ phrase: String) -> String {
        let isShort = phrase.utf8.count { $0 == 0x20 } < 2
        guard let restored = Restoration.restore(phrase), restored.confidence >= (isShort ? 0.9 : 0.95) else {
            return phrase
        }
        return restored.text
    }

    private static func tidy(_ words: FigureWords, _ range: Range<Int>) -> String? {
        guard !range.isEmpty else { return nil }
        let text = words.written(range)
        return text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    }
}
