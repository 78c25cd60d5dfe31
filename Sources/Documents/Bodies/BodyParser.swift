import Paper
package import Vietnamese

/// Finds lists of names of bodies (cơ quan, đơn vị) in tokens: one after another in running text, or all of a table cell.
package struct BodyParser {
    let tokens: Tokens
    private let words: BodyWords
    private var list: [Tokens.Token] { words.list }

    /// Looks for names in these tokens.
    package init(_ tokens: Tokens) {
        self.tokens = tokens
        words = BodyWords(tokens)
    }

    /// Whether a body's name can begin at a token: a head in capitals, a collective after các, an office-holder.
    func isStart(_ index: Int) -> Bool { words.isStart(index) }

    /// The bodies that a list names from `start` on, as token ranges, and the index after the list.
    func bodies(from start: Int) -> (bodies: [Range<Int>], end: Int) {
        var bodies: [Range<Int>] = []
        var index = start
        while words.isStart(index) || (index > start && index < list.count && isSingledOut(index)) {
            let end = BodyNameScan(words, from: index, inRunningText: true).end()
            bodies.append(index..<end)
            index = end
            guard let next = separator(at: index), words.isStart(next) || isSingledOut(next) else { break }
            index = next
        }
        return (bodies, index)
    }

    /// "…, nhất là Hiệp hội …": whatever stands in capitals there is a name.
    private func isSingledOut(_ index: Int) -> Bool {
        index >= 2 && index < list.count && list[index].isCapitalised && words.pair(index - 2) == "nhất là"
    }

    /// The names in `ranges`, as written.
    func names(_ ranges: [Range<Int>]) -> [String] {
        ranges.flatMap { expanded(String(tokens[$0])) }.map { $0.trimmed }
    }

    /// The bodies of a table cell or of a labelled line: everything is a name, parted by `;`, lines, full stops, and by
    /// commas and và before another name.
    package static func cell(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "\n" || $0 == "•" }.flatMap { part -> [String] in
            var part = String(part).trimmed
            if let mark = ListMark(part) { part = String(part[utf8: mark.textOffset..<part.utf8.count]) }
            let parser = BodyParser(Tokens(part))
            return parser.parts().map { $0.trimmedOfMarks }.filter { !$0.isEmpty }
        }
    }

    /// A cell's line cut at separators.
    private func parts() -> [String] {
        var ranges: [Range<Int>] = []
        var start = 0
        while start < list.count {
            let end =
                words.isStart(start) ? BodyNameScan(words, from: start, inRunningText: false).end() : plainEnd(start)
            ranges.append(start..<end)
            start = separator(at: end) ?? max(end, start + 1)
        }
        return names(ranges)
    }

    /// Index after a separator of names that stands at `index`; `nil` where none does.
    private func separator(at index: Int) -> Int? {
        guard index < list.count else { return nil }
        switch list[index].folded {
        case ",", ";", ".":
            if words.pair(index + 1) == "nhất là" { return index + 3 }
            if words.word(index + 1) == "và" || words.word(index + 1) == "cùng" { return index + 2 }
            return index + 1
        case "va", "hoac":
            return index + 1
        case "cung": return words.word(index + 1) == "với" ? index + 2 : index + 1
        case "(": return afterBrackets(index)
        default: return nil
        }
    }

    /// Index after the few brackets that follow a name, and after a separator of names behind them.
    private func afterBrackets(_ index: Int) -> Int? {
        var end = index
        for _ in 0..<4 where end < list.count && list[end].folded == "(" { end = words.closing(end) ?? end }
        guard end > index else { return nil }
        return end < list.count && list[end].folded == "(" ? end : separator(at: end) ?? end
    }

    /// The end of something in a cell that is no known kind of body: up to a separator before a name.
    private func plainEnd(_ start: Int) -> Int {
        var index = start + 1
        while index < list.count {
            if let next = separator(at: index), words.isStart(next) || list[index].folded == ";" { return index }
            index += 1
        }
        return index
    }

    /// "UBND các phường: Yên Bái, Văn Phú" names two; "Các Sở: Công Thương, Tài chính" likewise.
    private func expanded(_ text: String) -> [String] {
        guard let colon = text.firstIndex(of: ":") else { return [text] }
        let head = text[..<colon].split(separator: " ").map(String.init)
        guard let plural = head.firstIndex(where: { $0.folded == "cac" }), plural + 1 < head.count else {
            return [text]
        }
        var singular = head
        singular.remove(at: plural)
        let kind = singular.joined(separator: " ")
        return text[text.index(after: colon)...].split { $0 == "," || $0 == ";" }.map {
            kind + " " + String($0).trimmed
        }
    }
}

extension String {
    /// Without white space, commas, full stops, semicolons and dashes at its ends.
    var trimmedOfMarks: String {
        let marks = " \t\n.,;:-–"
        var text = self[...]
        while let first = text.first, marks.contains(first) { text.removeFirst() }
        while let last = text.last, marks.contains(last) { text.removeLast() }
        return String(text)
    }
}
