/// Fills the cells of a grid with the words that stand in them.
struct TableBuilder {
    let grid: RuledGrid
    let words: [PageWord]
    let page: PageContent
    private let breaks = ParagraphBreaks(pitch: .infinity)

    init(_ grid: RuledGrid, words: [PageWord], page: PageContent) {
        self.grid = grid
        self.words = words
        self.page = page
    }

    /// Whether it goes on with a table of the page before, by the same borders.
    func continues(columns: [Double], page number: Int) -> Bool {
        page.number == number + 1 && columns.count == grid.columns.count
            && zip(columns, grid.columns).allSatisfy { abs($0 - $1) < 8 }
    }

    /// Its rows; the lines of its cells are appended to the extracted text.
    func rows(labels: Set<String>, into transcript: inout Transcript) -> [Row] {
        var contents = Array(repeating: [PageWord](), count: grid.cells.count)
        var fields = Array(repeating: 0, count: (grid.rows.count - 1) * (grid.columns.count - 1))
        for (index, cell) in grid.cells.enumerated() {
            for row in cell.row..<cell.row + cell.rowSpan {
                for column in cell.column..<cell.column + cell.columnSpan {
                    fields[row * (grid.columns.count - 1) + column] = index
                }
            }
        }
        for word in words {
            let column = Self.index(of: word.box.middle, in: grid.columns)
            let row = Self.index(of: word.box.centre, in: grid.rows)
            contents[fields[row * (grid.columns.count - 1) + column]].append(word)
        }
        let padding = padding(contents)
        var rows: [Row] = []
        for row in 0..<grid.rows.count - 1 {
            let members = grid.cells.indices.filter { grid.cells[$0].row == row }
            guard !members.isEmpty else { continue }
            let place = Place(page: page.number, line: transcript.lines.count + 1)
            let cells = members.map { index in
                let cell = grid.cells[index]
                return Cell(
                    column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
                    paragraphs: paragraphs(
                        contents[index], in: grid.box(of: cell), padding, labels: labels, into: &transcript))
            }
            rows.append(
                Row(
                    cells: cells, place: Place(page: page.number, line: min(place.line, max(1, transcript.lines.count)))
                ))
        }
        return rows
    }

    private static func index(of position: Double, in borders: [Double]) -> Int {
        min(max((borders.firstIndex { $0 > position } ?? borders.count) - 1, 0), borders.count - 2)
    }

    /// Free space between a border and the text that reaches furthest, in points.
    private func padding(_ contents: [[PageWord]]) -> Double {
        var least = 8.0
        for (cell, words) in zip(grid.cells, contents) {
            let box = grid.box(of: cell)
            for word in words {
                least = min(least, word.box.left - box.left, box.right - word.box.right)
            }
        }
        return max(least, 1)
    }

    private func paragraphs(
        _ words: [PageWord], in box: PageBox, _ padding: Double, labels: Set<String>, into transcript: inout Transcript
    ) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        var open = ParagraphBuilder()
        for row in TextRow.rows(of: words) {
            let line = PrintedLine(
                row: row, page: page.number, role: .cell, left: box.left + padding, right: box.right - padding,
                isRecognised: page.isRecognised)
            if let last = open.lines.last, let opening = open.lines.first,
                breaks.parts(line, from: last, opening: opening, isFirst: open.lines.count == 1)
            {
                paragraphs.append(open.paragraph)
                open = ParagraphBuilder()
            }
            open.append(line, at: transcript.append(line), labels: labels)
        }
        if !open.isEmpty { paragraphs.append(open.paragraph) }
        return paragraphs
    }
}
