import Vietnamese

/// What a figure counts, as parts of the text around it.
struct CountedThing: Sendable {
    /// The noun and what describes it.
    let description: Range<Int>
    /// The words before the number that say of what it is: `giá trị giải ngân ước đạt 2,3 triệu USD`.
    let lead: Range<Int>
    /// The people of what the figure before counts: `171 đoàn ra (504 người)`.
    let isOfPrevious: Bool

    init(_ words: FigureWords, number: Range<Int>, unit: CountedUnit, before: FigureStatement?) {
        guard unit.range.upperBound > number.lowerBound else {
            // A total: the words from its noun to the number.
            var end = number.lowerBound
            while end > unit.range.upperBound, words[end - 1].mark == .none,
                words.isOne(of: FigureContext.arrivals, at: end - 1)
            {
                end -= 1
            }
            description = unit.range.lowerBound..<end
            lead = end..<end
            isOfPrevious = false
            return
        }
        let start = max(unit.range.lowerBound, number.upperBound)
        let after = start..<Self.end(words, from: start, unit: unit.range.upperBound)
        description = after
        let isBare = after.count <= unit.range.count
        isOfPrevious =
            isBare && unit.kind == .count && words[number.lowerBound].opens && before?.kind == .count
            && before?.thing.description.upperBound == number.lowerBound
        let isAmount = unit.kind != .count && unit.kind != .none
        lead =
            isAmount || (isBare && !isOfPrevious) ? Self.lead(words, before: number.lowerBound) : start..<start
    }

    /// What is counted, in the words of the text.
    /// - Parameters:
    ///   - previous: what the figure before counts.
    ///   - polish: mends a phrase.
    func text(
        _ words: FigureWords, unit: CountedUnit, previous: String?, polish: (String) -> String
    ) -> String? {
        let rest = min(unit.range.upperBound, description.upperBound)..<description.upperBound
        func phrase(_ range: Range<Int>) -> String? { Self.tidy(words, range).map(polish) }
        switch unit.kind {
        case .money, .measure: return phrase(lead) ?? phrase(rest)
        case .share:
            // "tăng 15,2% về số doanh nghiệp" needs both halves.
            return lead.count > 1 ? phrase(lead) : [phrase(lead), phrase(rest)].joined
        case .count, .none:
            let noun = words.accentsMissing ? unit.name : Self.tidy(words, unit.range) ?? unit.name
            if isOfPrevious, let previous { return [noun, "trong", previous].joined }
            return rest.isEmpty ? bare(noun, words, polish) : [noun, phrase(rest)].joined
        }
    }

    /// A noun that nothing describes takes its sense from the words before: `bị thương 28 người`, `Số hộ nghèo: 34 hộ`.
    private func bare(_ noun: String?, _ words: FigureWords, _ polish: (String) -> String) -> String? {
        guard let noun, let before = Self.tidy(words, lead) else { return noun }
        let polished = polish(before)
        if words.accentsMissing, polished == before { return noun }
        var sense = opensSentence(words) ? polished.uncapitalised : polished
        for amount in ["tổng số lượng ", "tổng số ", "số lượng ", "số "] where sense.hasPrefix(amount) {
            sense.removeFirst(amount.count)
        }
        return sense.lowercased().hasPrefix(noun.lowercased()) ? sense : noun + " " + sense
    }

    /// Whether the lead has its capital from the beginning of the sentence and not from a name.
    private func opensSentence(_ words: FigureWords) -> Bool {
        let start = lead.lowerBound
        return (start == 0 || words[start - 1].mark >= .colon) && lead.count > 1 && !words[start + 1].isCapitalised
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
                if !words.accentsMissing, words.spelt(index) == "do" { break }
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

    /// The words before a number that say of what it is, back to the mark before them.
    private static func lead(_ words: FigureWords, before index: Int) -> Range<Int> {
        var end = index
        while end > 0, !words[end].opens, words[end - 1].mark == .none || words[end - 1].mark == .colon,
            words.isOne(of: trailing, at: end - 1)
        {
            end -= 1
        }
        var start = end
        while start > 0, end - start < 15, start == words.count || !words[start].opens {
            let word = words[start - 1]
            if word.mark > .slash, !(start == end && word.mark == .colon) { break }
            if word.startsWithDigit || words.written(start - 1) == "%" { break }
            start -= 1
        }
        while start < end, words.isOne(of: leading, at: start) { start += 1 }
        return start..<end
    }

    private static let trailing = WordSet(
        "đạt ước tính là với khoảng gần hơn trên được còn lên có từ tại của ở vào cho gồm đến")
    private static let leading = WordSet("và đã với", isExact: true)

    /// A phrase with its accents restored where that is certain, or as it is where they would be guessed: every word must
    /// keep its consonants and gain no vowel, so that `da phuong` does not become `địa phương`.
    static func restored(_ phrase: String) -> String {
        let seen = phrase.split(separator: " ")
        // Of a long phrase some word is always doubtful.
        guard seen.count <= 8, let restored = Restoration.restore(phrase), restored.confidence >= 0.9 else {
            return phrase
        }
        let words = restored.text.split(separator: " ")
        guard words.count == seen.count else { return phrase }
        let isFaithful = zip(words, seen).allSatisfy { word, seen in
            if word == seen { return true }
            let (meant, found) = (
                SyllableShape(canonical: String(word)), SyllableShape(recognised: String(seen).folded)
            )
            return meant.nucleus.count <= found.nucleus.count && meant.matches(found, alone: false)
        }
        return isFaithful ? restored.text : phrase
    }

    private static func tidy(_ words: FigureWords, _ range: Range<Int>) -> String? {
        guard !range.isEmpty else { return nil }
        let text = words.written(range)
        return text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    }
}

extension String {
    fileprivate var uncapitalised: String { prefix(1).lowercased() + dropFirst() }
}

extension [String?] {
    /// What there is, with spaces between; `nil` where there is nothing.
    fileprivate var joined: String? {
        let present = compactMap(\.self)
        return present.isEmpty ? nil : present.joined(separator: " ")
    }
}
