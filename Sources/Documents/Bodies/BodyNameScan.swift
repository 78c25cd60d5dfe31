import Vietnamese

/// Finds where one body's name ends: "Sở Giáo dục và Đào tạo | tham mưu …".
struct BodyNameScan {
    private let words: BodyWords
    private var list: [Tokens.Token] { words.list }
    /// Whether the name stands in a sentence; else it is in a cell, where every word belongs to a name.
    private let inRunningText: Bool
    private let start: Int
    /// "các sở, ban, ngành …"
    private let isCollective: Bool

    /// - Parameter start: a token at which a name can begin.
    init(_ words: BodyWords, from start: Int, inRunningText: Bool) {
        self.words = words
        self.start = start
        self.inRunningText = inRunningText
        isCollective = words.isCollective(start)
    }

    /// Index after the name.
    func end() -> Int {
        var index = start + (isCollective ? 1 + max(1, words.kindLength(start + 1)) : max(1, words.headLength(start)))
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
                guard let next = next ?? afterMark(index) else { return index }
                if kinds == index { kinds = next }
                index = next
            case .number: index += 1
            case .word:
                if ["và", "hoặc", "cùng"].contains(words.word(index)) {
                    let isBareHead =
                        !isCollective && words.word(index) == "và"
                        && (index == start + max(1, words.headLength(start)) || isSharedOffice(index))
                    guard
                        let next = isBareHead
                            ? index + 1 : afterAnd(index, listsKinds: isCollective && kinds == index)
                    else { return index }
                    if kinds == index { kinds = next }
                    index = next
                } else if inRunningText, !token.isCapitalised, endsName(index) {
                    return withoutTail(index)
                } else if !token.isCapitalised, words.kindLength(index) > 0 {
                    // "của thành phố" tells whose the body is; "xã, phường" lists what it is.
                    let isAttribute = ["của", "thuộc", "cấp", "tại", "ở"].contains(words.word(index - 1))
                    index += words.kindLength(index)
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
        guard next < list.count, list[next].isCapitalised, !words.isStart(next) else { return false }
        // Every syllable of a place's name is a capital; "Tăng cường …" is work, which a cell of names does not hold.
        let isName = next + 1 == list.count || list[next + 1].isCapitalised || list[next + 1].folded == ","
        guard isName || !inRunningText else { return false }
        return list[index].folded == ":" ? kinds == index : listsPlaces && list[index].folded == ","
    }

    /// "Ủy ban nhân dân xã, phường, đặc khu": a name that lists kinds goes on with the next kind.
    private func afterKind(_ index: Int) -> Int? {
        let next = index + 1
        guard list[index].folded == ",", next < list.count, !list[next].isCapitalised else {
            return nil
        }
        let kind = words.kindLength(next)
        return kind > 0 ? next + kind : nil
    }

    /// Where the name goes on after a sign in it; `nil` where it ends.
    private func afterMark(_ index: Int) -> Int? {
        let next = index + 1
        guard next < list.count else { return nil }
        switch list[index].folded {
        case ",":
            let kind = words.kindLength(next)
            // "các Hội, Hiệp hội, …": a bare kind belongs to the collective; with a name of its own it is another body.
            if isCollective, kind > 0, !list[next].isCapitalised || isBare(next + kind) { return next + kind }
            if words.isStart(next) { return nil }
            if !inRunningText, isCollective { return kind > 0 ? next + kind : nil }
            return list[next].isCapitalised && !isCollective ? next : nil
        case "-", "–", "/", "&": return next
        case ".": return list[next].range.lowerBound == list[index].range.upperBound ? next : nil
        case ":": return !inRunningText ? next : nil
        case "(": return inRunningText ? nil : words.closing(index)
        default: return nil
        }
    }

    /// A kind of body with nothing to tell it apart: another separator or a shared attribute follows.
    private func isBare(_ index: Int) -> Bool {
        guard index < list.count else { return true }
        let token = list[index]
        return token.kind == .mark || ["và", "liên", "có", "thuộc", "của", "cấp"].contains(words.word(index))
            || BodyLexicon.verbs.contains(words.pair(index))
    }

    /// Without a preposition left at the end of a name.
    private func withoutTail(_ end: Int) -> Int {
        var end = end
        while end > start + 1, ["về", "của", "tại", "thuộc", "ở", "cấp", "với", "đã"].contains(words.word(end - 1)) {
            end -= 1
        }
        return end
    }

    private func afterAnd(_ index: Int, listsKinds: Bool) -> Int? {
        let next = index + 1
        guard next < list.count else { return nil }
        if listsKinds, words.kindLength(next) > 0, !list[next].isCapitalised {
            return next + words.kindLength(next)
        }
        if words.isStart(next) { return nil }
        if list[next].isCapitalised || !inRunningText { return next }
        return nil
    }

    /// Whether a word in small letters begins what the body does.
    private func endsName(_ index: Int) -> Bool {
        if BodyLexicon.compounds.contains(words.triple(index)) || isOfProject(index) { return false }
        let next = index + 1 < list.count && !list[index + 1].isCapitalised
        if next, BodyLexicon.verbs.contains(words.pair(index)) { return true }
        switch words.word(index) {
        case "trong": return words.word(index + 1) != "và" && words.word(index + 1) != "nước"
        case "trên": return words.pair(index + 1) != "địa bàn"
        case "nhất": return words.word(index + 1) == "là"
        case "đặc": return words.word(index + 1) == "biệt"
        case "có": return !["liên", "chức", "sử"].contains(words.word(index + 1))
        case let word: return BodyLexicon.stops.contains(word)
        }
    }

    /// "Văn phòng HĐND và UBND xã", "Văn phòng Đoàn ĐBQH và HĐND": one office of two bodies.
    private func isSharedOffice(_ index: Int) -> Bool {
        words.pair(start) == "văn phòng" && ["hđnd", "đbqh", "dân", "hội"].contains(words.word(index - 1))
            && ["ubnd", "hđnd", "ủy", "hội"].contains(words.word(index + 1))
    }

    /// "Ban Quản lý dự án đầu tư xây dựng …"
    private func isOfProject(_ index: Int) -> Bool {
        guard index >= 2, ["đầu tư", "xây dựng"].contains(words.pair(index)) else { return false }
        return words.pair(index - 2) == "dự án" || words.pair(index - 2) == "đầu tư"
    }
}
