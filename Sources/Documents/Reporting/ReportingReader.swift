import Paper
import Vietnamese
import WorkCalendar

/// Standing duties to report: "Định kỳ hằng năm báo cáo … với Chủ tịch UBND tỉnh (qua Sở Ngoại vụ) trước ngày 30/11".
struct ReportingReader {
    let header: DocumentHeader
    let deadlines: DeadlineContext

    /// The duties in a document's text; whose they are is told by the assignment that the same paragraph gives, else by
    /// the sentence.
    func read(_ outline: Outline, _ assignments: [Assignment]) -> [ReportingDuty] {
        guard header.type != .report, header.type != .minutes else { return [] }
        let leads = Dictionary(assignments.map { ($0.place, $0.lead) }) { first, _ in first }
        return duties(outline.nodes, leads)
    }

    private func duties(_ nodes: [Outline.Node], _ leads: [Place: [String]]) -> [ReportingDuty] {
        nodes.flatMap { node -> [ReportingDuty] in
            let place = node.paragraph.place(at: node.textOffset)
            // Items of lists, duties and orders direct; the narrative in front does not.
            let directs = node.mark != nil || leads[place] != nil || DutySubject(node.tokens) != nil
            guard directs, !ProseAssignments.isAside(node) else { return duties(node.children, leads) }
            let own = duties(in: node.tokens, who: leads[place] ?? []) { offset in
                node.paragraph.place(at: node.textOffset + offset)
            }
            return own + duties(node.children, leads)
        }
    }

    /// The duties that one sentence or paragraph sets.
    /// - Parameter who: whose duty the paragraph is, where it does not say itself.
    func duties(in paragraph: Tokens, who: [String], place: (Int) -> Place) -> [ReportingDuty] {
        clauses(of: paragraph).flatMap { duties(inClause: $0, of: paragraph, who: who, place: place) }
    }

    /// Sentences, as ranges of tokens: an address in brackets, "…/năm" and numbers do not end them.
    private func clauses(of tokens: Tokens) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = 0
        for (index, token) in tokens.list.enumerated() {
            let ends =
                token.folded == ";"
                || (token.folded == "." && index + 1 < tokens.list.count
                    && tokens.list[index + 1].isCapitalised
                    && tokens.list[index + 1].range.lowerBound > token.range.upperBound)
            if ends {
                if index > start { clauses.append(start..<index) }
                start = index + 1
            }
        }
        if start < tokens.list.count { clauses.append(start..<tokens.list.count) }
        return clauses
    }

    private func duties(inClause range: Range<Int>, of tokens: Tokens, who: [String], place: (Int) -> Place)
        -> [ReportingDuty]
    {
        let list = tokens.list
        let parser = BodyParser(tokens)
        for index in range.dropLast() where isReport(list, index, range.lowerBound) {
            let words = list[range].map(\.folded)
            guard Self.isStanding(words), let recipient = recipient(list, after: index + 2, range, parser) else {
                continue
            }
            let clause = Tokens(String(tokens[range]))
            let subject = who.isEmpty ? DutySubject(clause)?.bodies ?? [] : who
            return times(in: clause, words).map { deadline, offset in
                ReportingDuty(
                    who: subject, to: recipient.to, via: recipient.via, deadline: deadline,
                    place: place(list[range.lowerBound].range.lowerBound),
                    text: clause.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            }
        }
        return []
    }

    /// "báo cáo" (or the slip "báo báo") as what is to be done; not "để tổng hợp, báo cáo", not "xây dựng báo cáo chuyên đề".
    private func isReport(_ list: [Tokens.Token], _ index: Int, _ start: Int) -> Bool {
        guard list[index].folded == "bao", list[index + 1].folded == "cao" || list[index + 1].folded == "bao" else {
            return false
        }
        let before = list[max(start, index - 5)..<index].map(\.folded)
        if let purpose = before.lastIndex(of: "de"), before[purpose...].count <= 4 { return false }
        return true
    }

    /// A regular or dated report on how the work goes, no single question to a superior.
    private static func isStanding(_ words: [String]) -> Bool {
        let text = words.joined(separator: " ")
        if text.contains("xem xet") && text.contains("quyet dinh") || text.contains("vuong mac") { return false }
        return [
            "dinh ky", "ket qua", "tinh hinh", "so ket", "tong ket", "hang nam", "hang quy", "hang thang", "tien do",
        ]
        .contains { text.contains($0) }
    }

    /// To whom, and through whom.
    private func recipient(_ list: [Tokens.Token], after start: Int, _ range: Range<Int>, _ parser: BodyParser)
        -> (to: String, via: String?)?
    {
        var to: String?
        var via: String?
        var index = start
        while index < range.upperBound {
            let word = list[index].folded
            let before = index > start ? list[index - 1].folded : "bao cao"
            if word == "qua" || (word == "thong" && index + 1 < range.upperBound && list[index + 1].folded == "qua") {
                var next = word == "qua" ? index + 1 : index + 2
                if next < range.upperBound, list[next].folded == "(" { next += 1 }
                if parser.isStart(next), via == nil, to != nil {
                    let (bodies, end) = parser.bodies(from: next)
                    via = name(parser, bodies)
                    index = max(end, next + 1)
                    continue
                }
            }
            let leads = ["bao cao", "voi", "ve", "gui", "cho", "toi", "den", "len", "trinh", "cao"].contains(before)
            if to == nil, leads || index == start, parser.isStart(index), !isContent(list, index) {
                let (bodies, end) = parser.bodies(from: index)
                to = name(parser, bodies)
                index = max(end, index + 1)
                continue
            }
            if word == "de", index + 1 < range.upperBound { break }
            index += 1
        }
        return to.map { ($0, via) }
    }

    /// "về hoạt động …", "về các nội dung …" is what the report is on.
    private func isContent(_ list: [Tokens.Token], _ index: Int) -> Bool {
        ["cac", "nhung"].contains(list[index].folded) && index > 0 && list[index - 1].folded == "ve"
    }

    private func name(_ parser: BodyParser, _ bodies: [Range<Int>]) -> String? {
        guard let first = bodies.first, let last = bodies.last else { return nil }
        return String(parser.tokens[first.lowerBound..<last.upperBound]).trimmedOfMarks
    }

    /// One duty for each time named; one without a time where only "định kỳ" or nothing says when.
    private func times(in clause: Tokens, _ words: [String]) -> [(Deadline, Int)] {
        let found = DeadlineReader.sentence(clause, context: deadlines, reporting: true)
        let reviews = zip(words, words.dropFirst()).count { $1 == "ket" && ["so", "tong"].contains($0) }
        if reviews >= 2, found.count >= 2 {
            return found.map { ($0.deadline, $0.range.lowerBound) }
        }
        let strongest = DeadlineReader.strongest(in: clause, context: deadlines, reporting: true)
        return [(strongest?.deadline ?? .none, 0)]
    }
}
