import Vietnamese

/// Who a sentence itself says is to act: "Giao Sở X …", "Đề nghị Hội Y …", "Sở Z chủ trì …".
struct DutySubject {
    /// As written.
    let bodies: [String]
    /// Whether a word of order stands in front, or the body is told to lead.
    let isOrdered: Bool
    /// Index of the token after the names.
    let end: Int

    init?(_ tokens: Tokens) {
        let list = tokens.list
        let parser = BodyParser(tokens)
        let start = AgencyHeading.request(list)
        guard parser.isStart(start) else { return nil }
        let (bodies, end) = parser.bodies(from: start)
        guard end < list.count, !bodies.isEmpty else { return nil }
        // A name goes over into what the body does; a comma or colon would make it a mere enumeration.
        let next = list[end].folded
        guard list[end].kind == .word || next == "(" || (next == "," && start > 0) else { return nil }
        self.bodies = parser.names(bodies)
        self.end = end
        let leads = end + 1 < list.count && next == "chu" && list[end + 1].folded == "tri"
        isOrdered = start > 0 || leads
    }

    /// Where the parts of a sentence begin that each tell another body what to do, as UTF-8 offsets: "Giao Sở A …; Sở B …".
    static func clauses(_ tokens: Tokens) -> [Int] {
        guard DutySubject(tokens) != nil else { return [0] }
        let list = tokens.list
        let parser = BodyParser(tokens)
        var starts = [0]
        for index in list.indices.dropLast() where list[index].folded == ";" && list[index + 1].isCapitalised {
            let offset = list[index + 1].range.lowerBound
            guard parser.isStart(AgencyHeading.request(Array(list[(index + 1)...])) + index + 1),
                DutySubject(Tokens(String(tokens.text[utf8: offset..<tokens.text.utf8.count]))) != nil
            else { continue }
            starts.append(offset)
        }
        return starts
    }
}
