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
        return (0..<words.count).compactMap { index in
            if let marker = marker(words, index) { return list(in: paragraph, after: marker) }
            // "96 đơn (khiếu nại 36 đơn, tố cáo 60 đơn)"
            guard words[index].opens, paragraph.statements.contains(where: { $0.description.upperBound == index })
            else {
                return nil
            }
            return list(in: paragraph, after: Marker(end: index, all: true, some: false, isParenthesis: true))
        }
    }

    private static func list(in paragraph: FigureParagraph, after marker: Marker) -> PartsList? {
        let words = paragraph.words
        guard
            let first = paragraph.statements.firstIndex(where: { $0.number.lowerBound >= marker.end }),
            let shape = words.itemShape(paragraph.statements[first], after: marker.end),
            let total = paragraph.statements[..<first].last(where: { $0.isWhole(of: paragraph.statements[first]) }),
            !words.hasStop(total.number.lowerBound..<marker.end),
            !marker.isParenthesis || total.description.upperBound == marker.end
        else { return nil }
        var parts = [paragraph.statements[first]]
        for next in paragraph.statements[(first + 1)...] {
            guard let last = parts.last else { break }
            let between = last.number.upperBound..<next.number.lowerBound
            guard !words.hasStop(between) else { break }
            if marker.isParenthesis, between.contains(where: { words[$0].closes }) { break }
            // What stands in parentheses belongs to its part.
            if words[next.number.lowerBound].opens { continue }
            guard words.itemShape(next, after: marker.end) == shape, total.isWhole(of: next) else { break }
            parts.append(next)
        }
        guard parts.count > 1, let last = parts.last else { return nil }
        // "…" says that there are more.
        let isOpen = last.description.upperBound > 0 && words[last.description.upperBound - 1].mark == .ellipsis
        return PartsList(
            paragraph: paragraph, total: total, parts: parts, claimsAll: marker.all && !isOpen,
            claimsSome: marker.some || isOpen)
    }

    /// The words that announce parts.
    private struct Marker {
        let end: Int
        let all: Bool
        let some: Bool
        var isParenthesis = false
    }

    private static func marker(_ words: FigureWords, _ index: Int) -> Marker? {
        if words.isOne(of: FigureContext.within, at: index), words.isOne(of: FigureContext.that, at: index + 1) {
            let has = words.isOne(of: has, at: index + 2)
            return Marker(end: index + (has ? 3 : 2), all: false, some: has)
        }
        if words.isOne(of: all, at: index) { return Marker(end: index + 1, all: true, some: false) }
        if words.isOne(of: split, at: index), words.isOne(of: out, at: index + 1) {
            return Marker(end: index + 2, all: true, some: false)
        }
        return nil
    }

    private static let has = WordSet("có", isExact: true, also: "c6")
    private static let all = WordSet("gồm", also: "gdm")
    private static let split = WordSet("chia", isExact: true)
    private static let out = WordSet("ra thành", isExact: true)
    fileprivate static let joints = WordSet("có và gồm là", isExact: true, also: "c6")
}

extension FigureStatement {
    /// Whether `part` counts the same sort of things, or a kind of them. The noun may be left out of a part.
    fileprivate func isWhole(of part: FigureStatement) -> Bool {
        guard kind == part.kind, kind != .share, let unit = figure.unit else { return false }
        guard let other = part.figure.unit else { return kind == .count }
        return unit == other || other.hasPrefix(unit + " ") || unit.hasPrefix(other + " ")
    }
}

extension FigureWords {
    /// How a statement is an item of a list that begins at `start`: with the number first (`38 công chức`), or last
    /// (`công chức 38 người`).
    enum ItemShape { case numberFirst, numberLast }

    fileprivate func itemShape(_ statement: FigureStatement, after start: Int) -> ItemShape? {
        let number = statement.number.lowerBound
        guard number >= start else { return nil }
        var index = number
        while index > start, self[index - 1].mark < .comma, isOne(of: PartsList.joints, at: index - 1) { index -= 1 }
        if index == start || self[index - 1].mark >= .dash || index < number { return .numberFirst }
        let end = max(statement.unit.upperBound, statement.number.upperBound)
        guard end == count || self[end - 1].mark >= .comma else { return nil }
        while index > start, self[index - 1].mark < .comma, number - index <= 5 { index -= 1 }
        return number - index <= 5 ? .numberLast : nil
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
