import Paper
import Vietnamese

/// Follows the headings of a report: what stands under "Phương hướng, nhiệm vụ" is aimed at, not achieved.
struct ReportSections {
    /// The level of the heading whose aims are being passed over.
    private var passing: Int?
    /// The last heading.
    private(set) var heading: String?
    /// The list of recipients has been reached.
    private(set) var isOver = false

    /// Takes the next paragraph; whether its numbers state results.
    mutating func statesResults(_ text: String) -> Bool {
        guard text.utf8.count < 300 else { return passing == nil }
        let start = String(text.prefix(16)).folded
        if start.hasPrefix("noi nhan") || start.hasPrefix("noi nhdn") { isOver = true }
        guard let mark = ListMark(text), let level = Self.level(mark.kind) else { return passing == nil }
        heading = String(text.dropFirst(mark.label.count))
        if let current = passing, level > current { return false }
        passing = Self.isAhead(String(text.dropFirst(mark.label.count))) ? level : nil
        return passing == nil
    }

    private static func level(_ kind: ListMark.Kind) -> Int? {
        switch kind {
        case .part: 0
        case .roman: 1
        case .article: 2
        case .arabic(let depth): 2 + depth
        default: nil
        }
    }

    /// Whether a heading announces what is to be done.
    private static func isAhead(_ heading: String) -> Bool {
        let words = heading.folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        func has(_ phrase: String) -> Bool { words.contains(phrase) }
        let looksBack = has("ket qua") || has("tinh hinh") || has("danh gia") || has("viec thuc hien")
        if looksBack { return false }
        return has("phuong huong") || has("nhiem vu") || has("muc tieu") || has("ke hoach nam")
            || has("ke hoach cong tac") || has("chuong trinh cong tac") || has("du bao") || has("du kien")
    }
}
