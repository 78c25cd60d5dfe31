import Paper
import Vietnamese

/// Tables that assign nothing, with the line above that names them.
enum PlainTables {
    /// The table as cells; `nil` where nothing in it is a head (a frame set without borders).
    static func read(_ table: Table, after title: String?) -> PlainTable? {
        let lines = TableLines(table).lines
        guard table.columns >= 2, let head = lines.firstIndex(where: { $0.texts.count(where: { !$0.isEmpty }) >= 2 })
        else { return nil }
        let cells = lines.map { $0.texts.map(TaskTable.joined) }
        let above = lines[..<head].compactMap { $0.texts.first { !$0.isEmpty } }.first
        return PlainTable(
            title: title ?? above, header: cells[head], rows: Array(cells[(head + 1)...]), place: lines[head].place)
    }

    /// Whether a paragraph names the table below it: short, a title and no sentence.
    static func isTitle(_ paragraph: Paragraph) -> Bool {
        let text = paragraph.text
        guard text.utf8.count <= 400, ListMark(text) == nil, !text.hasPrefix("(") else { return false }
        guard let last = text.last, !".;,".contains(last) else { return false }
        let start = String(text.prefix(24)).folded
        return text == text.uppercased()
            || ["bieu", "bang", "danh muc", "danh sach", "phu luc", "mau"].contains { start.hasPrefix($0) }
    }
}
