/// Puts a table together cell by cell and works out which grid column each stands in.
struct TableGrid {
    /// A cell's part in a merger with the cells above and below, as Word tells it.
    enum Merge { case none, begins, continues }

    private(set) var table = Table(rows: [])
    private var cells: [Cell] = []
    private var column = 0
    private var isHeader = false
    private var headersEnded = false
    /// The cell that reaches down in a column, by row and index.
    private var reaching: [Int: (row: Int, cell: Int)] = [:]
    /// Columns that cells above cover, with the rows they still cover (HTML and ODF count the rows in advance).
    private var covered: [Int: Int] = [:]
    private var coveredNext: [Int: Int] = [:]

    /// Most columns a table may have; spans beyond are cut.
    private static let mostColumns = 1000

    mutating func beginRow() {
        cells = []
        column = 0
        isHeader = false
        for (column, rows) in coveredNext { covered[column] = max(covered[column] ?? 0, rows) }
        coveredNext = [:]
    }

    mutating func skip(columns: Int) { column = min(column + max(columns, 0), Self.mostColumns) }

    mutating func markHeader() { isHeader = true }

    /// Adds a cell whose merger downwards is told row by row.
    mutating func add(_ blocks: [Block], span: Int, merge: Merge = .none, continuesLeft: Bool = false) {
        let span = min(max(span, 1), Self.mostColumns)
        if column >= Self.mostColumns { column = 0 }
        let cell = Cell(
            column: column, columnSpan: span, paragraphs: blocks.flatMap(\.paragraphs),
            nested: blocks.compactMap(\.table))
        defer { column = min(column + span, Self.mostColumns) }
        if continuesLeft, let last = cells.indices.last {
            cells[last].columnSpan += span
            cells[last].paragraphs += cell.paragraphs
            cells[last].nested += cell.nested
            return
        }
        if merge == .continues, let above = reaching[column],
            table.rows[above.row].cells[above.cell].columnSpan == span
        {
            table.rows[above.row].cells[above.cell].rowSpan += 1
            table.rows[above.row].cells[above.cell].paragraphs += cell.paragraphs
            table.rows[above.row].cells[above.cell].nested += cell.nested
            return
        }
        reaching[column] = merge == .none ? nil : (table.rows.count, cells.count)
        cells.append(cell)
    }

    /// Adds a cell that says itself how many rows and columns it covers.
    mutating func add(_ blocks: [Block], span: Int, rows: Int) {
        while let left = covered[column], left > 0 { column += 1 }
        if column >= Self.mostColumns {
            // Cells above claim the whole grid: the text must stand somewhere.
            guard let last = cells.indices.last else { return add(blocks, span: 1) }
            cells[last].paragraphs += blocks.flatMap(\.paragraphs)
            return
        }
        let span = min(max(span, 1), Self.mostColumns - column)
        let rows = min(max(rows, 1), 65_535)
        cells.append(
            Cell(
                column: column, columnSpan: span, rowSpan: rows, paragraphs: blocks.flatMap(\.paragraphs),
                nested: blocks.compactMap(\.table)))
        if rows > 1 { for column in column..<(column + span) { coveredNext[column] = rows - 1 } }
        column += span
    }

    mutating func endRow() {
        for (column, rows) in covered { covered[column] = rows > 1 ? rows - 1 : nil }
        guard !cells.isEmpty else { return }
        if isHeader, !headersEnded { table.headerRows += 1 } else { headersEnded = true }
        table.rows.append(Row(cells: cells, place: Place(line: 1)))
        cells = []
    }

    /// Forgets the row begun.
    mutating func dropRow() {
        cells = []
        reaching = reaching.filter { $0.value.row < table.rows.count }
    }
}

extension Block {
    /// The paragraphs that a block has itself.
    var paragraphs: [Paragraph] {
        switch self {
        case .paragraph(let paragraph): [paragraph]
        case .footnote(let note): note.paragraphs
        case .table: []
        }
    }

    var table: Table? { if case .table(let table) = self { table } else { nil } }
}
