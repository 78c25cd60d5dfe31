import Paper
import Vietnamese

/// The sentence before a list of duties that says whose they are: "Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở, … tập trung
/// vào các nội dung sau:"; or, where a unit plans its own work, how it names itself.
enum OrderingClause {
    /// The bodies meant by a duty that names none.
    /// - Parameter opening: The running text before the first heading, bases included.
    static func leads(_ opening: [Outline.Node], header: DocumentHeader) -> [String] {
        if let clause = opening.last(where: { order(in: $0.tokens) != nil }) ?? opening.last {
            let ordered = ordered(in: clause.tokens, header: header)
            if !ordered.isEmpty { return ordered }
        }
        if !header.addressees.isEmpty { return header.addressees }
        for node in opening { if let name = planner(in: node.tokens) { return [name] } }
        return header.issuer.map { [$0] } ?? []
    }

    /// Whom a sentence orders to do something: the addressees that it names again, or the bodies it names where none are addressed.
    private static func ordered(in tokens: Tokens, header: DocumentHeader) -> [String] {
        guard let start = order(in: tokens) else { return [] }
        let parser = BodyParser(tokens)
        let (bodies, end) = parser.bodies(from: start)
        let words = Set(tokens.list[start..<min(end + 6, tokens.list.count)].map(\.folded))
        let addressed = header.addressees.filter { addressee in
            let names = Tokens(addressee).list.filter { $0.kind == .word }.map(\.folded)
            return !names.isEmpty && names.allSatisfy(words.contains)
        }
        return addressed.isEmpty && header.addressees.isEmpty ? parser.names(bodies) : addressed
    }

    /// Whose duty it is what a letter asks in one sentence: "Thực hiện Kế hoạch …, Sở X đề nghị các cơ quan, đơn vị báo cáo …".
    /// - Returns: `nil` where the sentence asks nothing, or leads into a list.
    static func leads(inSentence tokens: Tokens, header: DocumentHeader) -> [String]? {
        guard let start = order(in: tokens), tokens.list.last?.folded != ":" else { return nil }
        let (_, end) = BodyParser(tokens).bodies(from: start)
        // A name goes over into what the body is to do.
        guard end + 1 < tokens.list.count, tokens.list[end].kind == .word else { return nil }
        let ordered = ordered(in: tokens, header: header)
        return ordered.isEmpty ? header.addressees : ordered
    }

    /// Index after "yêu cầu", "đề nghị", "giao", where names of bodies follow.
    private static func order(in tokens: Tokens) -> Int? {
        let list = tokens.list
        let parser = BodyParser(tokens)
        for index in list.indices {
            let next = index + 1 < list.count ? list[index + 1].folded : ""
            switch list[index].folded {
            case "yeu" where next == "cau", "de" where next == "nghi":
                let start = index + 2 < list.count && list[index + 2].folded == ":" ? index + 3 : index + 2
                if parser.isStart(start) { return start }
            case "giao" where parser.isStart(index + 1): return index + 1
            default: break
            }
        }
        return nil
    }

    /// "UBND xã … xây dựng kế hoạch …", "… ban hành Kế hoạch …": the name in front.
    private static func planner(in tokens: Tokens) -> String? {
        let list = tokens.list
        let parser = BodyParser(tokens)
        for index in list.indices where list[index].isCapitalised && parser.isStart(index) {
            let (bodies, end) = parser.bodies(from: index)
            guard bodies.count == 1, end + 1 < list.count else { continue }
            let verb = list[end].folded + " " + list[end + 1].folded
            if verb == "xay dung" || verb == "ban hanh" || verb == "lap ke" { return parser.names(bodies).first }
        }
        return nil
    }
}
