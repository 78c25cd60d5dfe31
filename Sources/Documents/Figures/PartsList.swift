/// A stated total with the parts that follow it: `đón 365 đoàn, trong đó 04 đoàn …; 16 đoàn …`.
struct PartsList {
    let paragraph: FigureParagraph
    let total: FigureStatement
    let parts: [FigureStatement]
    /// The text says that these are all (`gồm`, `chia ra`), not some (`trong đó`).
    let claimsAll: Bool
    /// `trong đó có`: some of them.
    let claimsSome: Bool

    var sum: Double { parts.reduce(0) { $0 + $1.figure.value } }

    /// Every such list of a paragraph.
    static func all(in paragraph: FigureParagraph) -> [PartsList] {
        let words = paragraph.words
        var lists: [PartsList] = []
        for index in 0..<words.count {
            guard let marker = marker(words, index) else { continue }
            guard
                let first = paragraph.statements.firstIndex(where: { $0.number.lowerBound >= marker.end }),
                words.isLead(paragraph.statements[first], after: marker.end),
                let total = paragraph.statements[..<first].last(where: { $0.isWhole(of: paragraph.statements[first]) }),
                !words.hasStop(total.number.lowerBound..<marker.end)
            else { continue }
            var parts = [paragraph.statements[first]]
            for next in paragraph.statements[(first + 1)...] {
                guard let last = parts.last, !words.hasStop(last.number.upperBound..<next.number.lowerBound) else {
                    break
                }
                // What stands in parentheses belongs to its part.
                if words[next.number.lowerBound].opens { continue }
                guard words.isLead(next, after: marker.end), total.isWhole(of: next) else { break }
                parts.append(next)
            }
            guard parts.count > 1 else { continue }
            lists.append(
                PartsList(
                    paragraph: paragraph, total: total, parts: parts, claimsAll: marker.all, claimsSome: marker.some))
        }
        return lists
    }

    private static func marker(_ words: FigureWords, _ index: Int) -> (end: Int, all: Bool, some: Bool)? {
        if words.isOne(of: FigureContext.within, at: index), words.isOne(of: FigureContext.that, at: index + 1) {
            let has = words.isOne(of: has, at: index + 2)
            return (index + (has ? 3 : 2), false, has)
        }
        if words.isOne(of: all, at: index) { return (index + 1, true, false) }
        if words.isOne(of: split, at: index), words.isOne(of: out, at: index + 1) { return (index + 2, true, false) }
        return nil
    }

    private static let has = WordSet("có", isExact: true, also: "c6")
    private static let all = WordSet("gồm", also: "gdm")
    private static let split = WordSet("chia", isExact: true)
    private static let out = WordSet("ra thành", isExact: true)
    fileprivate static let joints = WordSet("có và gồm là", isExact: true, also: "c6")
}

extension FigureStatement {
    /// Whether `part` counts the same sort of things, or things of a kind of it. The noun may be left out of a part.
    fileprivate func isWhole(of part: FigureStatement) -> Bool {
        guard kind == part.kind, kind != .share, let unit = figure.unit else { return false }
        guard let other = part.figure.unit else { return kind == .count }
        return unit == other || other.hasPrefix(unit + " ")
    }
}

extension FigureWords {
    /// Whether a statement opens an item of a list that begins at `start`.
    fileprivate func isLead(_ statement: FigureStatement, after start: Int) -> Bool {
        var index = statement.number.lowerBound
        guard index >= start else { return false }
        while index > start, self[index - 1].mark < .comma, isOne(of: PartsList.joints, at: index - 1) { index -= 1 }
        return index == start || self[index - 1].mark >= .dash || index < statement.number.lowerBound
    }

    /// Whether a sentence ends between two words; a stop before a small letter is an abbreviation's.
    func hasStop(_ range: Range<Int>) -> Bool {
        range.contains { index in
            self[index].mark == .stop
                && (index + 1 >= count || self[index + 1].isCapitalised || self[index + 1].startsWithDigit)
        }
    }

    /// The sentence around a word.
    func sentence(around index: Int) -> Range<Int> {
        var start = index
        while start > 0, !hasStop(start - 1..<start) { start -= 1 }
        var end = index
        while end < count, !hasStop(end..<end + 1) { end += 1 }
        return start..<min(end + 1, count)
    }

    /// A word as it is compared with another of the same document: its spelling, or its sound where accents are missing.
    func key(_ index: Int) -> String {
        guard accentsMissing else { return spelt(index) }
        let shape = SyllableShape(recognised: folded(index))
        return shape.onset + "-" + shape.coda
    }
}
