import Paper
package import Vietnamese

/// Finds the names of bodies (cơ quan, đơn vị) in tokens: one after another in running text, or all of a table cell.
package struct BodyParser {
    let tokens: Tokens
    private let list: [Tokens.Token]

    package init(_ tokens: Tokens) {
        self.tokens = tokens
        list = tokens.list
    }

    /// Whether a body's name can begin at a token: a head in capitals, a collective after các, an office-holder.
    func isStart(_ index: Int) -> Bool {
        guard index < list.count, list[index].kind == .word else { return false }
        if isCollective(index) { return true }
        guard !BodyLexicon.notNames.contains(pair(index)), !BodyLexicon.notNames.contains(triple(index)) else {
            return false
        }
        guard list[index].isCapitalised || BodyLexicon.smallHeads.contains(pair(index))
        else { return false }
        return headLength(index) > 0
    }

    /// The bodies that a list names from `start` on, as token ranges, and the index after the list.
    func bodies(from start: Int) -> (bodies: [Range<Int>], end: Int) {
        var bodies: [Range<Int>] = []
        var index = start
        while isStart(index) || (index > start && index < list.count && isSingledOut(index)) {
            let end = self.end(of: index, inRunningText: true)
            bodies.append(index..<end)
            index = end
            guard let next = separator(at: index), isStart(next) || isSingledOut(next) else { break }
            index = next
        }
        return (bodies, index)
    }

    /// "…, nhất là Hiệp hội …": whatever stands in capitals there is a name.
    private func isSingledOut(_ index: Int) -> Bool {
        index >= 2 && index < list.count && list[index].isCapitalised && pair(index - 2) == "nhất là"
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
            let end = isStart(start) ? self.end(of: start, inRunningText: false) : plainEnd(start)
            ranges.append(start..<end)
            start = separator(at: end) ?? max(end, start + 1)
        }
        return names(ranges)
    }

    // MARK: One name

    /// The word in small letters, accents kept: folded, Bảo and Báo are one.
    private func word(_ index: Int) -> String {
        index < list.count ? String(tokens.text[utf8: list[index].range]).lowercased().toneNormalised : ""
    }
    private func pair(_ index: Int) -> String { word(index) + " " + word(index + 1) }
    private func triple(_ index: Int) -> String { pair(index) + " " + word(index + 2) }

    private func headLength(_ index: Int) -> Int {
        if BodyLexicon.heads.contains(triple(index)) { return 3 }
        if BodyLexicon.heads.contains(pair(index)) || BodyLexicon.offices.contains(pair(index)) { return 2 }
        if BodyLexicon.offices.contains(triple(index)) { return 3 }
        return BodyLexicon.heads.contains(word(index)) ? 1 : 0
    }

    /// How many tokens at `index` name a kind of body; 0 where none do.
    private func kindLength(_ index: Int) -> Int {
        if BodyLexicon.kinds.contains(triple(index)) { return 3 }
        if BodyLexicon.kinds.contains(pair(index)) { return 2 }
        return BodyLexicon.kinds.contains(word(index)) ? 1 : 0
    }

    private func isCollective(_ index: Int) -> Bool {
        (list[index].folded == "cac" || list[index].folded == "nhung")
            && (kindLength(index + 1) > 0 || headLength(index + 1) > 0)
    }

    /// Index after the name that begins at `start`.
    private func end(of start: Int, inRunningText: Bool) -> Int {
        let isCollective = isCollective(start)
        var index = start + (isCollective ? 1 + max(1, kindLength(start + 1)) : max(1, headLength(start)))
        var kinds = index
        var listsPlaces = false
        while index < list.count {
            let token = list[index]
            switch token.kind {
            case .mark:
                var next = kinds == index ? afterKind(index) : nil
                if next == nil, namesPlaces(index, after: kinds, listsPlaces) {
                    next = index + 1
                    listsPlaces = true
                }
                guard
                    let next = next ?? afterMark(index, isCollective: isCollective, inRunningText: inRunningText)
                else { return index }
                if kinds == index { kinds = next }
                index = next
            case .number: index += 1
            case .word:
                if ["và", "hoặc", "cùng"].contains(word(index)) {
                    let isBareHead =
                        !isCollective && word(index) == "và"
                        && (index == start + max(1, headLength(start)) || isSharedOffice(index, start))
                    guard
                        let next = isBareHead
                            ? index + 1 : afterAnd(index, listsKinds: isCollective && kinds == index, inRunningText)
                    else { return index }
                    if kinds == index { kinds = next }
                    index = next
                } else if inRunningText, !token.isCapitalised, endsName(index, start) {
                    return withoutTail(index, start)
                } else if !token.isCapitalised, kindLength(index) > 0 {
                    // "của thành phố" tells whose the body is; "xã, phường" lists what it is.
                    let isAttribute = ["của", "thuộc", "cấp", "tại", "ở"].contains(word(index - 1))
                    index += kindLength(index)
                    if !isAttribute { kinds = index }
                } else {
                    index += 1
                }
            }
        }
        return index
    }

    /// "UBND các phường: Yên Bái, Văn Phú": the colon and the commas of the list of places.
    private func namesPlaces(_ index: Int, after kinds: Int, _ listsPlaces: Bool) -> Bool {
        let next = index + 1
        guard next < list.count, list[next].isCapitalised, !isStart(next) else { return false }
        // Every syllable of a place's name is a capital; "Tăng cường …" is work.
        guard next + 1 == list.count || list[next + 1].isCapitalised || list[next + 1].folded == "," else {
            return false
        }
        return list[index].folded == ":" ? kinds == index : listsPlaces && list[index].folded == ","
    }

    /// "Ủy ban nhân dân xã, phường, đặc khu": a name that lists kinds goes on with the next kind.
    private func afterKind(_ index: Int) -> Int? {
        let next = index + 1
        guard list[index].folded == ",", next < list.count, !list[next].isCapitalised else { return nil }
        let kind = kindLength(next)
        return kind > 0 ? next + kind : nil
    }

    /// Where the name goes on after a sign in it; `nil` where it ends.
    private func afterMark(_ index: Int, isCollective: Bool, inRunningText: Bool) -> Int? {
        let next = index + 1
        guard next < list.count else { return nil }
        switch list[index].folded {
        case ",":
            let kind = kindLength(next)
            // "các Hội, Hiệp hội, …": a bare kind belongs to the collective; with a name of its own it is another body.
            if isCollective, kind > 0, !list[next].isCapitalised || isBare(next + kind) { return next + kind }
            if isStart(next) { return nil }
            if !inRunningText, isCollective { return kind > 0 ? next + kind : nil }
            return list[next].isCapitalised && !isCollective ? next : nil
        case "-", "–", "/", "&": return next
        case ".": return list[next].range.lowerBound == list[index].range.upperBound ? next : nil
        case ":": return !inRunningText ? next : nil
        case "(": return inRunningText ? nil : closing(index)
        default: return nil
        }
    }

    private func closing(_ index: Int) -> Int? {
        list[index...].prefix(30).firstIndex { $0.folded == ")" }.map { $0 + 1 }
    }

    /// A kind of body with nothing to tell it apart: another separator or a shared attribute follows.
    private func isBare(_ index: Int) -> Bool {
        guard index < list.count else { return true }
        let token = list[index]
        return token.kind == .mark || ["và", "liên", "có", "thuộc", "của", "cấp"].contains(word(index))
            || BodyLexicon.verbs.contains(pair(index))
    }

    /// Without a preposition left at the end of a name.
    private func withoutTail(_ end: Int, _ start: Int) -> Int {
        var end = end
        while end > start + 1, ["về", "của", "tại", "thuộc", "ở", "cấp", "với", "đã"].contains(word(end - 1)) {
            end -= 1
        }
        return end
    }

    private func afterAnd(_ index: Int, listsKinds: Bool, _ inRunningText: Bool) -> Int? {
        let next = index + 1
        guard next < list.count else { return nil }
        if listsKinds, kindLength(next) > 0, !list[next].isCapitalised {
            return next + kindLength(next)
        }
        if isStart(next) { return nil }
        if list[next].isCapitalised || !inRunningText { return next }
        return nil
    }

    /// Whether a word in small letters begins what the body does.
    private func endsName(_ index: Int, _ start: Int) -> Bool {
        if BodyLexicon.compounds.contains(triple(index)) || isOfProject(index) { return false }
        let next = index + 1 < list.count && !list[index + 1].isCapitalised
        if next, BodyLexicon.verbs.contains(pair(index)) { return true }
        switch word(index) {
        case "trong": return word(index + 1) != "và" && word(index + 1) != "nước"
        case "trên": return pair(index + 1) != "địa bàn"
        case "nhất": return word(index + 1) == "là"
        case "đặc": return word(index + 1) == "biệt"
        case "có": return !["liên", "chức", "sử"].contains(word(index + 1))
        case let word: return BodyLexicon.stops.contains(word)
        }
    }

    /// "Văn phòng HĐND và UBND xã", "Văn phòng Đoàn ĐBQH và HĐND": one office of two bodies.
    private func isSharedOffice(_ index: Int, _ start: Int) -> Bool {
        pair(start) == "văn phòng" && ["hđnd", "đbqh", "dân", "hội"].contains(word(index - 1))
            && ["ubnd", "hđnd", "ủy", "hội"].contains(word(index + 1))
    }

    /// "Ban Quản lý dự án đầu tư xây dựng …"
    private func isOfProject(_ index: Int) -> Bool {
        guard index >= 2, ["đầu tư", "xây dựng"].contains(pair(index)) else { return false }
        return pair(index - 2) == "dự án" || pair(index - 2) == "đầu tư"
    }

    // MARK: Between names

    /// Index after a separator of names that stands at `index`; `nil` where none does.
    private func separator(at index: Int) -> Int? {
        guard index < list.count else { return nil }
        switch list[index].folded {
        case ",", ";", ".":
            if pair(index + 1) == "nhất là" { return index + 3 }
            if word(index + 1) == "và" || word(index + 1) == "cùng" { return index + 2 }
            return index + 1
        case "va", "hoac":
            return index + 1
        case "cung": return word(index + 1) == "với" ? index + 2 : index + 1
        case "(": return closing(index).flatMap { separator(at: $0) ?? $0 }
        default: return nil
        }
    }

    /// The end of something in a cell that is no known kind of body: up to a separator before a name.
    private func plainEnd(_ start: Int) -> Int {
        var index = start + 1
        while index < list.count {
            if let next = separator(at: index), isStart(next) || list[index].folded == ";" { return index }
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
