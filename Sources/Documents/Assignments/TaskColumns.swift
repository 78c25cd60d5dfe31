import Paper
import Vietnamese

/// What the columns of a task table hold, told by their heads.
struct TaskColumns {
    enum Role { case number, task, lead, coordinate, deliverable, deadline, other }

    let roles: [Role]
    /// Rows at the top that are heads or column numbers.
    let headRows: Int
    /// The heads, a column each.
    let heads: [String]

    /// `nil` where the table assigns nothing: no column of tasks, or none that says whose they are.
    init?(_ grid: [[String]]) {
        guard let first = grid.firstIndex(where: { row in row.count(where: { !$0.isEmpty }) >= 3 }), first <= 2 else {
            return nil
        }
        var heads = grid[first]
        var rows = first + 1
        if rows < grid.count, Self.isSecondHead(grid[rows], below: heads) {
            for (column, text) in grid[rows].enumerated()
            where !text.isEmpty && column < heads.count && heads[column] != text {
                heads[column] += (heads[column].isEmpty ? "" : " ") + text
            }
            rows += 1
        }
        if rows < grid.count, Self.isColumnNumbers(grid[rows]) { rows += 1 }
        var roles = heads.map(Self.role)
        if let task = roles.firstIndex(of: .task) {
            for column in roles.indices where roles[column] == .task && column != task { roles[column] = .other }
        }
        let assigns =
            roles.contains(.lead) || roles.contains(.coordinate)
            || (roles.contains(.deliverable) && roles.contains(.deadline))
        guard roles.contains(.task), assigns else { return nil }
        self.roles = roles
        self.heads = heads
        headRows = rows
    }

    func index(_ role: Role) -> Int? { roles.firstIndex(of: role) }

    private static func role(_ head: String) -> Role {
        let head = head.folded
        func has(_ words: String...) -> Bool { words.contains { head.contains($0) } }
        if ["tt", "stt", "so tt", "so thu tu", "no"].contains(head.trimmedOfMarks) { return .number }
        if has("phoi hop"), !has("chu tri") { return .coordinate }
        if has("ca nhan phu trach", "lanh dao", "ghi chu", "kinh phi", "nguon luc", "dia diem", "don vi tinh") {
            return .other
        }
        if has(
            "chu tri", "co quan phu trach", "don vi phu trach", "don vi thuc hien", "co quan thuc hien",
            "co quan, don vi")
        {
            return .lead
        }
        if has("phan cong", "trach nhiem"), !has("nhiem vu") { return .lead }
        if has("san pham", "dau ra", "hinh thuc") || head.hasPrefix("ket qua") { return .deliverable }
        if has("thoi gian", "thoi han", "tien do", "hoan thanh", "thoi diem") { return .deadline }
        if has("nhiem vu", "noi dung", "cong viec", "hoat dong", "giai phap", "de an", "ten van ban") { return .task }
        return .other
    }

    /// Heads below a merged head: short, without a number in front, and not what a column's first row would say.
    private static func isSecondHead(_ row: [String], below heads: [String]) -> Bool {
        guard !isColumnNumbers(row) else { return false }
        let roles = row.map { $0.isEmpty ? Role.other : role($0) }
        return row.allSatisfy { $0.count < 40 }
            && roles.contains { $0 == .lead || $0 == .coordinate || $0 == .deadline }
            && (row.first ?? "").isEmpty || row == heads
    }

    /// `(1) (2) (3)`, perhaps one to the right.
    static func isColumnNumbers(_ row: [String]) -> Bool {
        let filled = row.filter { !$0.isEmpty }
        return filled.count >= 3
            && filled.allSatisfy { text in
                let digits = text.filter { $0 != "(" && $0 != ")" && $0 != " " }
                return digits.count <= 2 && digits.allSatisfy(\.isNumber)
            }
    }
}
