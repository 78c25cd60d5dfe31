import Vietnamese

/// Who a sentence itself says is to act: "Giao Sở X …", "Đề nghị Hội Y …", "Sở Z chủ trì …".
struct DutySubject {
    /// As written.
    let bodies: [String]
    /// Whether a word of order stands in front, or the body is told to lead.
    let isOrdered: Bool

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
        let leads = end + 1 < list.count && next == "chu" && list[end + 1].folded == "tri"
        isOrdered = start > 0 || leads
    }
}
