import Vietnamese

/// Tells an assignment that orders a unit to issue a plan of its own for carrying out what stands above it: "xây dựng
/// kế hoạch triển khai thực hiện", "ban hành kế hoạch cụ thể hóa Chỉ thị". One row of words a thing; examples are the
/// tests.
package enum ImplementingOrder {
    /// Whether the text of an assignment orders it. A plan that is drafted for a superior ("tham mưu … ban hành"), a
    /// plan about something else ("kế hoạch đào tạo") and a plan that is only followed ("theo Kế hoạch số …") are none.
    package static func isGiven(in text: String) -> Bool {
        clauses(of: text).contains { clause in
            verbs.contains { verb in
                clause.places(of: verb).contains { isOrder(clause, verbAt: $0, length: verb.count) }
            }
        }
    }

    /// What makes a plan.
    private static let verbs = phrases("xây dựng,ban hành,lập,cụ thể hóa bằng,cụ thể hóa thành")
    /// The plan itself, the longest first.
    private static let objects = phrases("kế hoạch hành động,kế hoạch công tác,kế hoạch,chương trình hành động")
    /// What may stand between the two.
    private static let between = Set(
        words("và ban hành các văn bản chương trình đề án các những kịp thời một chi tiết cụ thể riêng"))
    /// What may stand between the plan and its purpose.
    private static let qualities = Set(
        words("cụ thể chi tiết riêng của đơn vị địa phương cơ quan ngành mình cấp để nhằm hằng hàng năm này trong"))
    /// What makes it an implementing plan.
    private static let purposes = phrases("triển khai,thực hiện,tổ chức thực hiện,tổ chức triển khai,cụ thể hóa")
    /// With one of these before the verb, a plan of one's own needs no purpose: "căn cứ Kế hoạch này, chủ động xây dựng
    /// kế hoạch".
    private static let grounds = phrases("căn cứ,trên cơ sở")
    /// With one of these before the verb, it is no order, or no plan of one's own.
    private static let excuses = phrases("tham mưu,chưa,không,đã,việc,trình")

    private static func isOrder(_ words: [String], verbAt start: Int, length: Int) -> Bool {
        let before = Array(words[..<start])
        guard !excuses.contains(where: { !before.places(of: $0).isEmpty }) else { return false }
        var rest = words[(start + length)...].drop(between, before: objects)
        guard let object = objects.first(where: { rest.starts(with: $0) }) else { return false }
        rest = rest.dropFirst(object.count).drop(qualities, before: purposes)
        if purposes.contains(where: { rest.starts(with: $0) }) { return true }
        let isGrounded = grounds.contains { ground in !before.places(of: ground).isEmpty }
        return isGrounded && (rest.isEmpty || rest.starts(with: ["gắn", "với"]))
    }

    /// The words of each sentence, and of each part of it between semicolons, in small letters.
    private static func clauses(of text: String) -> [[String]] {
        text.toneNormalised.lowercased().split { ".;:!?\n".contains($0) }.map(words)
    }

    private static func words(_ text: Substring) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func phrases(_ list: String) -> [[String]] {
        list.split(separator: ",").map { words(Substring(String($0).toneNormalised)) }
    }
}

extension [String] {
    /// Where a phrase begins.
    fileprivate func places(of phrase: [String]) -> [Int] {
        indices.filter { self[$0...].starts(with: phrase) }
    }
}

extension ArraySlice<String> {
    /// Without the idle words before one of these phrases.
    fileprivate func drop(_ idle: Set<String>, before phrases: [[String]]) -> Self {
        var rest = self
        while let word = rest.first, idle.contains(word), !phrases.contains(where: { rest.starts(with: $0) }) {
            rest = rest.dropFirst()
        }
        return rest
    }
}
