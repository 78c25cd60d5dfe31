import Vietnamese

/// The bodies that a duty's own sentence names after "phối hợp (với)".
enum Coordination {
    /// As written, in order, without repeats.
    static func bodies(in tokens: Tokens) -> [String] {
        let list = tokens.list
        let parser = BodyParser(tokens)
        var names: [String] = []
        var index = 0
        while index + 1 < list.count {
            guard isTrigger(list, index) else {
                index += 1
                continue
            }
            let start = begin(list, after: index + 2, parser)
            let (bodies, end) = parser.bodies(from: start)
            for name in parser.names(bodies) where !names.contains(where: { $0.folded == name.folded }) {
                names.append(name)
            }
            index = max(end, index + 2)
        }
        return names
    }

    /// "phối hợp" as a verb; "sự phối hợp", "công tác phối hợp", "cơ chế phối hợp" are nouns.
    private static func isTrigger(_ list: [Tokens.Token], _ index: Int) -> Bool {
        guard list[index].folded == "phoi", list[index + 1].folded == "hop" else { return false }
        let before = index > 0 ? list[index - 1].folded : ""
        return !["su", "tac", "che", "quy"].contains(before)
    }

    /// Index of the first name after adverbs and "với", "cùng": `phối hợp chặt chẽ, hiệu quả với …`.
    private static func begin(_ list: [Tokens.Token], after index: Int, _ parser: BodyParser) -> Int {
        if parser.isStart(index) { return index }
        for next in index..<min(list.count, index + 6) where ["voi", "cung"].contains(list[next].folded) {
            let start = next + 1 < list.count && list[next + 1].folded == "voi" ? next + 2 : next + 1
            return start
        }
        return index
    }
}
