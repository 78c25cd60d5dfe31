import Paper
import Vietnamese
import WorkCalendar

/// Assignments from the rows of a task table: group rows, rows broken over a page, repeated heads and column numbers told
/// apart.
struct TaskTable {
    private let columns: TaskColumns
    private let deadlines: DeadlineContext
    private let lines: [TableLines.Line]

    /// `nil` where the table assigns nothing.
    init?(_ table: Table, deadlines: DeadlineContext) {
        let lines = TableLines(table).lines
        guard let columns = TaskColumns(lines.prefix(4).map { $0.texts.map(Self.joined) }) else { return nil }
        self.columns = columns
        self.deadlines = deadlines
        self.lines = lines
    }

    private struct Draft {
        var number: String
        var group: String?
        var texts: [String]
        var place: Place
        var continues: [Place] = []
    }

    /// The assignments in order of the rows.
    func assignments() -> [Assignment] {
        var drafts: [Draft] = []
        var group: String?
        var groupKind: ListMark.Kind?
        let numbered = numbersTasks
        for line in lines.dropFirst(columns.headRows) where !isHead(line) {
            let number = columns.index(.number).map { line.texts[$0].trimmed } ?? ""
            let task = columns.index(.task).map { Self.joined(line.texts[$0]) } ?? ""
            if let title = groupTitle(line, number: number, task: task) {
                if let last = drafts.last, number.isEmpty, !line.isMerged, continues(line, task, last, numbered) {
                    extend(&drafts[drafts.count - 1], line)
                } else {
                    group = title
                    groupKind = Self.kind(number.isEmpty ? title : number)
                }
            } else if let last = drafts.last, number.isEmpty, continues(line, task, last, numbered) {
                extend(&drafts[drafts.count - 1], line)
            } else if !task.isEmpty {
                // A task numbered as the groups are stands beside them, not under the last.
                if let kind = Self.kind(number), kind == groupKind { (group, groupKind) = (nil, nil) }
                drafts.append(Draft(number: number, group: group, texts: line.texts, place: line.place))
            }
        }
        return drafts.map(assignment)
    }

    // MARK: Kinds of rows

    private static func kind(_ number: String) -> ListMark.Kind? {
        number.isEmpty ? nil : (ListMark(number) ?? ListMark(number + ". "))?.kind
    }

    /// Rows of tasks carry numbers of their own (they do not where only groups are numbered).
    private var numbersTasks: Bool {
        guard let number = columns.index(.number) else { return false }
        let tasks = lines.dropFirst(columns.headRows).filter { line in hasAnswer(line) }
        return tasks.count { !$0.texts[number].isEmpty } * 2 > tasks.count
    }

    /// Says who or when.
    private func hasAnswer(_ line: TableLines.Line) -> Bool {
        [.lead, .deadline, .deliverable].contains { role in
            columns.index(role).map { !line.texts[$0].isEmpty && !line.inherited.contains($0) } ?? false
        }
    }

    /// A head repeated on a new page, or column numbers.
    private func isHead(_ line: TableLines.Line) -> Bool {
        let texts = line.texts.map(Self.joined)
        if TaskColumns.isColumnNumbers(texts) { return true }
        guard let task = columns.index(.task) else { return false }
        return !texts[task].isEmpty && texts[task].folded == columns.heads[task].folded
    }

    /// The title of a group where the row is one: one merged cell, or a title with nothing to its right.
    private func groupTitle(_ line: TableLines.Line, number: String, task: String) -> String? {
        let filled = line.texts.enumerated().filter { !$1.isEmpty && !line.inherited.contains($0) }
        if line.isMerged, let only = filled.first { return Self.joined(only.element) }
        let others = filled.filter { $0.offset != columns.index(.number) && $0.offset != columns.index(.task) }
        guard others.isEmpty else { return nil }
        if task.isEmpty { return number.count > 3 ? Self.joined(number) : nil }
        return number.isEmpty ? task : number + " " + task
    }

    /// Whether a row without a number goes on with the row above, broken over a page: it lacks what that row has, and
    /// that row's text (or a cell of it) was not at its end.
    private func continues(_ line: TableLines.Line, _ task: String, _ last: Draft, _ numbered: Bool) -> Bool {
        let complete = hasAnswer(line)
        if numbered {
            return !complete || !task.isEmpty && Self.startsSmall(task) || task.isEmpty
        }
        if task.isEmpty { return true }
        let above = columns.index(.task).map { Self.joined(last.texts[$0]) } ?? ""
        if Self.startsSmall(task) { return true }
        return !complete && !Self.isTerminated(above)
            && last.texts.indices.contains { column in
                column != columns.index(.task) && !line.texts[column].isEmpty && !last.texts[column].isEmpty
            }
    }

    private func extend(_ draft: inout Draft, _ line: TableLines.Line) {
        for (column, text) in line.texts.enumerated() where !text.isEmpty && !line.inherited.contains(column) {
            draft.texts[column] += (draft.texts[column].isEmpty ? "" : " ") + text
        }
        draft.continues.append(line.place)
    }

    // MARK: One assignment

    private func assignment(_ draft: Draft) -> Assignment {
        func text(_ role: TaskColumns.Role) -> String? {
            columns.index(role).map { draft.texts[$0] }.flatMap { $0.trimmed.isEmpty ? nil : $0 }
        }
        var task = Self.joined(text(.task) ?? "")
        if columns.index(.number) == nil || draft.number.isEmpty, let mark = ListMark(task), mark.kind != .part {
            task = String(task[utf8: mark.textOffset..<task.utf8.count])
        }
        var assignment = Assignment(part: .annex, group: draft.group, text: task, place: draft.place)
        assignment.continues = draft.continues
        if let lead = text(.lead) {
            if let labels = DutyLabels(Self.joined(lead)), labels.fields.contains(where: { $0.field == .lead }) {
                for (field, value) in labels.fields {
                    if field == .lead { assignment.lead += BodyParser.cell(value) }
                    if field == .coordinate { assignment.coordinate += BodyParser.cell(value) }
                }
            } else {
                assignment.lead = BodyParser.cell(Self.mended(lead))
            }
        }
        if let coordinate = text(.coordinate) { assignment.coordinate += BodyParser.cell(Self.mended(coordinate)) }
        assignment.deliverable = text(.deliverable).map(Self.joined)
        if let deadline = text(.deadline) {
            assignment.deadline = DeadlineReader.cell(Self.joined(deadline), context: deadlines)
        }
        return assignment
    }

    /// A cell's lines as one text.
    static func joined(_ text: String) -> String {
        text.contains("\n")
            ? text.split(separator: "\n").map { String($0).trimmed }.joined(separator: " ") : text.trimmed
    }

    /// A line that goes on in small letters belongs to the name above it.
    private static func mended(_ text: String) -> String {
        var result = ""
        for line in text.split(separator: "\n").map({ String($0).trimmed }) where !line.isEmpty {
            let goesOn =
                startsSmall(line) && !line.folded.hasPrefix("cac ")
                || [",", "và", "-"].contains { result.hasSuffix($0) }
            result += (result.isEmpty ? "" : goesOn ? " " : "\n") + line
        }
        return result
    }

    private static func startsSmall(_ text: String) -> Bool {
        text.unicodeScalars.first { $0.properties.isAlphabetic }.map { $0.properties.isLowercase } ?? false
    }

    private static func isTerminated(_ text: String) -> Bool {
        text.unicodeScalars.last.map { ".;!?…".unicodeScalars.contains($0) } ?? false
    }
}
