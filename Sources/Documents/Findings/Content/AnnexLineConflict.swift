import Paper
import Vietnamese
import WorkCalendar

extension FindingRule {
    /// "(Kèm theo Kế hoạch số … ngày …)" over an annex gives another number or date than the head of the document.
    static let annexLineConflict = FindingRule("annex-line-conflict", .warning, needsExactText: true) { review in
        let header = review.document.header
        return review.parts.lines.flatMap { line -> [Hit] in
            guard line.opening.hasPrefix("(kem theo") || line.opening.hasPrefix("(ban hanh kem") else { return [] }
            let tokens = Tokens(line.text)
            var hits: [Hit] = []
            if let digits = tokens.number(after: "so"), let own = header.number.flatMap(\.leadingNumber),
                digits.value != own, digits.isBeforeSlash
            {
                let values = ["text": line.text.excerpt, "number": header.number ?? ""]
                hits.append(Hit("number", values, at: [line.place]))
            }
            if let date = tokens.day(after: "ngay"), let own = header.date, date != own {
                hits.append(Hit("date", ["found": date.written, "date": own.written], at: [line.place]))
            }
            return hits
        }
    }
}

extension String {
    /// 243 in "243/KH-UBND".
    fileprivate var leadingNumber: Int? { Int(prefix { $0.isNumber }) }
}

extension Tokens {
    fileprivate func number(after word: String) -> (value: Int, isBeforeSlash: Bool)? {
        guard let index = list.firstIndex(where: { $0.folded == word }) else { return nil }
        var next = index + 1
        if next < list.count && list[next].folded == ":" { next += 1 }
        guard next < list.count, list[next].kind == .number, let value = Int(list[next].folded) else { return nil }
        return (value, next + 1 < list.count && list[next + 1].folded == "/")
    }

    /// "ngày 02/7/2026" or "ngày 02 tháng 7 năm 2026"; `nil` where any part is blank.
    fileprivate func day(after word: String) -> Day? {
        guard let index = list.firstIndex(where: { $0.folded == word }), index + 5 < list.count else { return nil }
        let parts = [1, 3, 5].compactMap { Int(list[index + $0].folded) }
        let between = [list[index + 2].folded, list[index + 4].folded]
        guard parts.count == 3, between == ["/", "/"] || between == ["thang", "nam"] else { return nil }
        return Day(year: parts[2], month: parts[1], day: parts[0])
    }
}
