import Vietnamese

extension Target {
    /// What the words of an assignment ask for: the product first, which may be a bare number of things ("02 hội nghị"), then the
    /// text, where only a number in a period counts ("ít nhất 2 đoàn/năm").
    package static func read(deliverable: String?, text: String) -> Target? {
        let product = deliverable.map { Tokens($0) }
        return product.flatMap(inPeriod) ?? product.flatMap(bare) ?? inPeriod(Tokens(text))
    }

    /// "1-2 đoàn/năm", "ít nhất 02 hội nghị mỗi quý"
    private static func inPeriod(_ tokens: Tokens) -> Target? {
        tokens.list.indices.lazy.compactMap { index -> Target? in
            guard let count = Count(tokens, at: index) else { return nil }
            let words = tokens.list[count.end...].prefix { $0.kind == .word && !each.contains($0.folded) }
            guard (1...4).contains(words.count), let per = period(tokens.list, at: words.endIndex) else { return nil }
            return Target(
                least: count.least, most: count.most, unit: String(tokens[words.startIndex..<words.endIndex]), per: per)
        }.first
    }

    /// "02 lớp tập huấn" as the whole text, or up to a sign.
    private static func bare(_ tokens: Tokens) -> Target? {
        let start = tokens.list.firstIndex { $0.kind == .number } ?? tokens.list.endIndex
        guard start <= 2, let count = Count(tokens, at: start), count.start == 0 else { return nil }
        let words = tokens.list[count.end...].prefix { $0.kind == .word }
        guard (1...5).contains(words.count) else { return nil }
        return Target(least: count.least, most: count.most, unit: String(tokens[words.startIndex..<words.endIndex]))
    }

    private static let each: Set<String> = ["moi", "hang"]

    /// "/năm", "mỗi quý", "hằng năm", "/6 tháng"
    private static func period(_ list: [Tokens.Token], at index: Int) -> Period? {
        guard index + 1 < list.count, list[index].folded == "/" || each.contains(list[index].folded) else { return nil }
        switch list[index + 1].folded {
        case "nam": return .year
        case "quy": return .quarter
        case "thang": return .month
        case "6", "06": return index + 2 < list.count && list[index + 2].folded == "thang" ? .half : nil
        default: return nil
        }
    }
}

/// "02", "1-2", "từ 3 đến 5", "ít nhất 2", "tối đa 3"
private struct Count {
    var least: Int?
    var most: Int?
    /// The first token of it, and the one after the last.
    var start: Int
    var end: Int

    init?(_ tokens: Tokens, at index: Int) {
        let list = tokens.list
        func word(_ offset: Int) -> String? { list.indices.contains(offset) ? list[offset].folded : nil }
        func number(_ offset: Int) -> Int? {
            guard list.indices.contains(offset), list[offset].kind == .number, list[offset].folded.utf8.count <= 3
            else {
                return nil
            }
            return Int(list[offset].folded)
        }
        // Not the second number of a date or a range.
        guard let first = number(index), first > 0, !["/", "-", "–", ".", ","].contains(word(index - 1)) else {
            return nil
        }
        (least, most, start, end) = (first, first, index, index + 1)
        if ["-", "–", "den", "hoac"].contains(word(index + 1)), let second = number(index + 2), second >= first {
            (most, end) = (second, index + 3)
            if word(index - 1) == "tu" { start -= 1 }
        }
        switch (word(start - 2), word(start - 1)) {
        case ("it", "nhat"), ("toi", "thieu"):
            most = nil
            start -= 2
        case ("toi", "da"), ("khong", "qua"):
            least = nil
            start -= 2
        default: break
        }
    }
}
