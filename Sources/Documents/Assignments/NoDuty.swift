import Paper
import Vietnamese

/// Text between duties that is none itself.
extension ProseAssignments {
    /// Remarks in brackets and closing formulas: "(Chi tiết tại Phụ lục …)", "Trong quá trình thực hiện …", "Trên đây là …".
    static func isAside(_ node: Outline.Node) -> Bool {
        let text = node.text
        if text.hasPrefix("("), text.trimmedOfMarks.hasSuffix(")") { return true }
        let words = node.tokens.list.filter { $0.kind == .word }.map(\.folded)
        if node.mark == nil, words.count < 40, words.suffix(3) == ["biet", "thuc", "hien"] { return true }
        if refersToAnnex(words) { return true }
        let start = node.tokens.list.prefix(3).map(\.folded).joined(separator: " ")
        return asides.contains(start)
    }

    /// "Các nhiệm vụ cụ thể được nêu tại Phụ lục kèm theo …"
    private static func refersToAnnex(_ words: [String]) -> Bool {
        guard words.count < 40, let annex = words.firstIndex(of: "phu"), annex + 1 < words.count,
            words[annex + 1] == "luc",
            annex > 0, ["tai", "theo", "trong", "o"].contains(words[annex - 1])
        else { return false }
        return words.prefix(annex).contains { ["neu", "chi", "cu", "danh", "kem", "phan"].contains($0) }
            && !words.prefix(annex).contains("tri")
    }

    private static let asides: Set<String> = [
        "trong qua trinh", "tren day la", "chi tiet tai", "co phu luc", "neu co vuong", "can cu ke", "nhan duoc van",
        "cong van nay",
        "ke hoach nay", "chi thi nay", "quyet dinh nay", "noi nhan", "chi tiet theo", "co bieu mau", "ghi chu",
    ]

    /// A clause on money, or a line that declares that there is nothing: "Đoàn ra: Không có".
    static func isHeadingOfNoDuty(_ node: Outline.Node) -> Bool {
        let words = node.tokens.list.filter { $0.kind != .mark }.map(\.folded)
        if words.suffix(2) == ["khong", "co"], words.count < 25 { return true }
        guard node.mark?.kind != .dash, node.mark?.kind != .plus, let colon = node.text.firstIndex(of: ":") else {
            return node.children.isEmpty && words.first == "kinh" && words.dropFirst().first == "phi"
                && node.isTitleLike
        }
        return SectionKind(title: Tokens(String(node.text[..<colon]))) == .funding
    }

    /// Words of "… nghiêm túc triển khai thực hiện các nội dung trên".
    private static let formula: Set<String> = [
        "nghiem", "tuc", "to", "chuc", "trien", "khai", "thuc", "hien", "khan", "truong", "cac", "noi", "dung", "tren",
        "nay",
        "chi", "thi", "ke", "hoach", "cong", "van", "theo", "quy", "dinh", "bao", "dam", "hieu", "qua", "co", "can",
        "cu",
        "chuc", "nang", "nhiem", "vu", "duoc", "giao", "quan", "tam", "phoi", "hop", "chat", "che",
    ]

    /// "… chủ động triển khai thực hiện kế hoạch này phù hợp với chức năng": binds everybody to the document itself and
    /// sets no duty of its own; likewise "chịu trách nhiệm thi hành Quyết định này".
    static func isGeneral(_ node: Outline.Node) -> Bool {
        let words = node.tokens.list.map(\.folded)
        if let subject = DutySubject(node.tokens) {
            let rest = words.suffix(from: min(words.count, subject.end)).filter { $0 != "." && $0 != "/" && $0 != "," }
            if rest.count <= 14, rest.allSatisfy(formula.contains) { return true }
        }
        for index in words.indices.dropLast(2) where words[index + 2] == "nay" {
            let pair = words[index] + " " + words[index + 1]
            guard ["ke hoach", "quyet dinh", "chi thi", "nghi quyet", "thong bao", "chuong trinh"].contains(pair),
                index >= 2
            else { continue }
            let verb = words[index - 2] + " " + words[index - 1]
            if verb == "thi hanh" || (verb == "thuc hien" && DutySubject(node.tokens).map { !$0.isOrdered } ?? false) {
                return true
            }
        }
        return false
    }
}

extension Outline.Node {
    /// Short and without an end sign.
    fileprivate var isTitleLike: Bool { !isTerminated && text.utf8.count < 120 }
}
