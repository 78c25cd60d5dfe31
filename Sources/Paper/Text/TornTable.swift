import Vietnamese

/// A table that an extraction tore into one cell a line: heads, then a number, then its cells.
/// It is rebuilt only where every row can be; otherwise its lines stay paragraphs.
enum TornTable {
    /// The table whose head begins at `index` with TT or STT, and the index after its last line.
    static func read(_ lines: [TextSheet.SheetLine], at index: Int) -> (Table, Int)? {
        guard let head = head(lines, at: index), !isScrambled(lines, at: index) else { return nil }
        var rows = [row(head.cells, at: lines[index].line.place)]
        let columns = head.cells.count
        var next = head.end
        if let numbers = columnNumbers(lines[next].line.text, columns) {
            rows.append(row(numbers, at: lines[next].line.place))
            next += 1
        }
        var found = 0
        while next < lines.count, isRowMark(lines[next].line) {
            let (texts, end) = cells(lines, at: next, columns: columns)
            guard texts.count == 1 || texts.count == 2 || texts.count == columns else { break }
            rows.append(row(texts, at: lines[next].line.place))
            next = end
            found += 1
        }
        return found >= 2 ? (Table(rows: rows, headerRows: 1), next) : nil
    }

    /// Whether heads begin at `index` whose rows stand in separate runs, numbers first: no row can be rebuilt safely.
    static func isScrambled(_ lines: [TextSheet.SheetLine], at index: Int) -> Bool {
        guard let head = head(lines, at: index) else { return false }
        let numbers = lines[head.end...].prefix { $0.line.isBareNumber }
        guard numbers.count >= 3, numbers.endIndex < lines.count else { return false }
        let next = lines[numbers.endIndex].line
        // An empty form has numbers only; then something else begins.
        return next.length <= 80 && next.mark == nil && !closes(next)
    }

    private static func isNumberHead(_ text: String) -> Bool {
        let folded = text.folded
        return folded == "tt" || folded == "stt" || folded == "so tt"
    }

    /// The heads: a line that begins small continues the head above it. They end at the first number.
    private static func head(_ lines: [TextSheet.SheetLine], at index: Int) -> (cells: [String], end: Int)? {
        var cells: [String] = []
        var next = index
        if let row = TextTables.pipeCells(lines[index].raw) {
            // The first heads may still stand in one row, the last below it.
            cells = row
            next += 1
        }
        guard isNumberHead(cells.first ?? lines[index].line.text) else { return nil }
        while next < lines.count, next - index < 60 {
            let line = lines[next].line
            if line.text.unicodeScalars.first.map({ ("0"..."9").contains($0) }) == true || isRowMark(line) {
                return cells.count >= 3 ? (cells, next) : nil
            }
            guard line.length <= 40, !TextTables.isRow(lines[next].raw) else { return nil }
            if let last = cells.last, line.startsSmall || line.text.hasPrefix("(") {
                cells[cells.count - 1] = last + " " + line.text
            } else {
                cells.append(line.text)
            }
            next += 1
        }
        return nil
    }

    /// The row `1 2 3 … 10` under the heads; where it is one short, the first column has no number.
    private static func columnNumbers(_ text: String, _ columns: Int) -> [String]? {
        let parts = text.split(separator: " ").map { $0.filter(\.isNumber) }
        guard parts.count >= 3, parts.enumerated().allSatisfy({ $1 == String($0 + 1) }) else { return nil }
        if parts.count == columns { return parts.map { String($0) } }
        return parts.count == columns - 1 ? [""] + parts.map { String($0) } : nil
    }

    /// A number alone, or a Roman numeral or letter with the title of a group behind it.
    private static func isRowMark(_ line: TextLine) -> Bool {
        if line.isBareNumber || (line.length <= 5 && line.text.allSatisfy { $0.isNumber || $0 == "." }) { return true }
        if ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "A", "B", "C", "D"].contains(line.text) {
            return true
        }
        return line.mark?.kind == .roman || (line.length == 1 && "abcdđeghiklmnopq".contains(line.text))
    }

    /// The cells of the row that begins at `index`.
    private static func cells(_ lines: [TextSheet.SheetLine], at index: Int, columns: Int) -> ([String], Int) {
        let first = lines[index].line
        var cells = [first.text]
        var next = index + 1
        if first.mark?.kind == .roman, let mark = first.mark {
            let title = String(first.text.utf8.dropFirst(mark.textOffset)) ?? ""
            if !title.isEmpty { return ([first.text], next) }
        }
        while next < lines.count, !isRowMark(lines[next].line) {
            let line = lines[next].line
            if cells.count > 1, line.startsSmall, line.mark == nil {
                cells[cells.count - 1] += " " + line.text
            } else if cells.count == columns {
                break
            } else if closes(line) {
                break
            } else {
                cells.append(line.text)
            }
            next += 1
        }
        return (cells, next)
    }

    private static func closes(_ line: TextLine) -> Bool {
        let folded = line.text.folded
        return folded.hasPrefix("ghi chu") || folded.hasPrefix("noi nhan")
    }

    private static func row(_ texts: [String], at place: Place) -> Row {
        let cells = texts.enumerated().map { column, text in
            Cell(column: column, paragraphs: text.isEmpty ? [] : [Paragraph(text, at: place)])
        }
        return Row(cells: cells, place: place)
    }
}
