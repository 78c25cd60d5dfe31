import Vietnamese

/// Tables whose cells are parted by tabs or pipes, a row a line.
enum TextTables {
    /// The table whose first row stands at `index`, and the index after its last.
    static func read(_ lines: [TextSheet.SheetLine], at index: Int) -> (Table, Int)? {
        guard isRow(lines[index].raw) else { return nil }
        let isPiped = isPipeRow(lines[index].raw)
        var rows: [Row] = []
        var headerRows = 0
        var next = index
        while next < lines.count, isRow(lines[next].raw), isPipeRow(lines[next].raw) == isPiped {
            let place = lines[next].line.place
            let texts = cells(lines[next].raw, isPiped: isPiped)
            if isPiped, texts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy("-: ".utf8.contains) }) {
                headerRows = rows.count
            } else {
                let cells = texts.enumerated().map { column, text in
                    Cell(column: column, paragraphs: text.isEmpty ? [] : [Paragraph(text, at: place)])
                }
                rows.append(Row(cells: cells, place: place))
            }
            next += 1
        }
        return (Table(rows: rows, headerRows: headerRows), next)
    }

    /// Whether a line is a row of several cells; a bullet set off by a tab is not.
    static func isRow(_ raw: String) -> Bool {
        if isPipeRow(raw) { return true }
        guard raw.utf8.count(where: { $0 == 0x09 }) >= 2 else { return false }
        return raw.trimmed.contains("\t") || raw.split(separator: "\t").contains { !$0.allSatisfy(\.isWhitespace) }
    }

    private static func isPipeRow(_ raw: String) -> Bool {
        let text = raw.trimmed
        return text.hasPrefix("|") && text.utf8.count(where: { $0 == 0x7C }) >= 2
    }

    /// The cells of a row parted by pipes.
    static func pipeCells(_ raw: String) -> [String]? { isPipeRow(raw) ? cells(raw, isPiped: true) : nil }

    private static func cells(_ raw: String, isPiped: Bool) -> [String] {
        guard isPiped else {
            return raw.split(separator: "\t", omittingEmptySubsequences: false).map { TextSheet.folded(String($0)) }
        }
        var text = raw.trimmed[...]
        if text.hasPrefix("|") { text = text.dropFirst() }
        if text.hasSuffix("|") { text = text.dropLast() }
        return text.split(separator: "|", omittingEmptySubsequences: false).map { cell in
            TextSheet.folded(String(cell).replacing("<br>", with: " ").replacing("**", with: ""))
        }
    }
}
