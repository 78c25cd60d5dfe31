import Vietnamese

/// Reads one sheet of a workbook.
enum SheetReader {
    private struct SheetCell {
        var row: Int
        var column: Int
        var text: String
        /// The number or the day itself.
        var exact: String?
    }

    /// Area of a merger, both corners in it.
    private struct Merger {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    /// Most cells with something in them; a document of an office has thousands.
    private static let mostCells = 2_000_000

    /// Title, table and notes of a sheet.
    static func read(_ bytes: [UInt8], values: SheetValues, limits: Limits, budget: inout Int) throws -> [Block] {
        let (cells, mergers) = try cells(bytes, values, limits, &budget)
        return blocks(cells, mergers)
    }

    /// The rows of a sheet with the numbers that it gives them.
    static func grid(
        _ bytes: [UInt8], name: String, values: SheetValues, limits: Limits, budget: inout Int
    ) throws -> Grid {
        let (cells, mergers) = try cells(bytes, values, limits, &budget)
        var grid = Grid(name: name, rows: [])
        for cell in cells.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
            let text = cell.text.nfc.trimmed
            if text.isEmpty { continue }
            let merger = mergers[cell.row]?.first { $0.columns.lowerBound == cell.column }
            if grid.rows.last?.number != cell.row + 1 { grid.rows.append(Grid.Row(number: cell.row + 1, cells: [])) }
            grid.rows[grid.rows.count - 1].cells.append(
                Grid.Cell(column: cell.column, span: merger?.columns.count ?? 1, text: text, exact: cell.exact))
        }
        return grid
    }

    private static func cells(
        _ bytes: [UInt8], _ values: SheetValues, _ limits: Limits, _ budget: inout Int
    ) throws -> (cells: [SheetCell], mergers: [Int: [Merger]]) {
        var cells: [SheetCell] = []
        var mergers: [Int: [Merger]] = [:]
        var row = -1
        var column = -1
        try XMLPull<SheetTag>.read(bytes, part: "sheet", of: .xlsx, limits: limits) { xml in
            try xml.everyElement { xml, tag in
                switch tag {
                case .row:
                    row = xml.integer("r").map { $0 - 1 } ?? row + 1
                    column = -1
                case .c:
                    let place = xml.attribute("r").flatMap(place)
                    column = place?.column ?? column + 1
                    let (text, exact) = try text(&xml, values)
                    guard !text.isEmpty else { return }
                    budget -= text.utf8.count
                    guard budget >= 0, cells.count < mostCells else {
                        throw PaperError.hostile(.xlsx, detail: "more text than a document can have")
                    }
                    cells.append(SheetCell(row: place?.row ?? row, column: column, text: text, exact: exact))
                case .mergeCell:
                    guard let merger = xml.attribute("ref").flatMap(merger) else { return }
                    mergers[merger.rows.lowerBound, default: []].append(merger)
                default: break
                }
            }
        }
        return (cells, mergers)
    }

    private static func text(
        _ xml: inout XMLPull<SheetTag>, _ values: SheetValues
    ) throws -> (shown: String, exact: String?) {
        let type = xml.attribute("t")
        let style = xml.integer("s") ?? 0
        var shown = ""
        var exact: String?
        try xml.children { xml, tag in
            if tag == .v {
                let raw = try xml.text()
                shown = values.shown(raw, type: type, style: style)
                exact = values.exact(raw, type: type, style: style)
            }
            if tag == .inline { shown = try SheetValues.rich(&xml) }
        }
        return (shown, exact)
    }

    /// Lines with one cell above and below the rest are paragraphs: titles and notes. The rest is the table.
    private static func blocks(_ cells: [SheetCell], _ mergers: [Int: [Merger]]) -> [Block] {
        var rows: [(number: Int, cells: ArraySlice<SheetCell>)] = []
        var start = cells.startIndex
        while start < cells.endIndex {
            let end = cells[start...].firstIndex { $0.row != cells[start].row } ?? cells.endIndex
            rows.append((cells[start].row, cells[start..<end]))
            start = end
        }
        let first = rows.firstIndex { $0.cells.count > 1 } ?? rows.endIndex
        let last = rows.lastIndex { $0.cells.count > 1 } ?? first - 1
        var blocks = rows[..<first].compactMap { paragraph($0.cells) }
        if first <= last {
            let leftmost = rows[first...last].compactMap { $0.cells.map(\.column).min() }.min() ?? 0
            let table = Table(rows: rows[first...last].map { row($0, mergers[$0.number] ?? [], from: leftmost) })
            blocks.append(.table(table))
            blocks += rows[(last + 1)...].compactMap { paragraph($0.cells) }
        }
        return blocks
    }

    private static func paragraph(_ cells: ArraySlice<SheetCell>) -> Block? {
        guard let cell = cells.first, let text = text(cell.text).first else { return nil }
        return .paragraph(text)
    }

    private static func row(
        _ row: (number: Int, cells: ArraySlice<SheetCell>), _ mergers: [Merger], from leftmost: Int
    ) -> Row {
        let cells = row.cells.map { cell in
            let merger = mergers.first { $0.columns.lowerBound == cell.column }
            return Cell(
                column: cell.column - leftmost, columnSpan: merger?.columns.count ?? 1,
                rowSpan: merger?.rows.count ?? 1, paragraphs: text(cell.text))
        }
        return Row(cells: cells.sorted { $0.column < $1.column }, place: Place(line: 1))
    }

    private static func text(_ text: String) -> [Paragraph] {
        var joiner = RunJoiner()
        joiner.tabsAreSpaces = true
        for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            if index > 0 { joiner.appendBreak() }
            joiner.append(String(line))
        }
        return joiner.finish(Style()).map { [$0] } ?? []
    }

    /// `B7` as row 6, column 1.
    private static func place(_ name: String) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in name.utf8 {
            switch byte {
            case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 0x40
            case 0x30...0x39: row = row * 10 + Int(byte) - 0x30
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        return column > 0 && row > 0 ? (row - 1, column - 1) : nil
    }

    private static func merger(_ area: String) -> Merger? {
        let corners = area.split(separator: ":").compactMap { place(String($0)) }
        guard corners.count == 2, corners[0].row <= corners[1].row, corners[0].column <= corners[1].column else {
            return nil
        }
        return Merger(rows: corners[0].row...corners[1].row, columns: corners[0].column...corners[1].column)
    }
}
