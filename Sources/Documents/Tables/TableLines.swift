import Paper

/// A table as full rows of text: a cell that spans rows says the same in each of them.
struct TableLines {
    struct Line {
        var texts: [String]
        let place: Place
        /// Cells that a cell above covers.
        var inherited: Set<Int>
        /// One cell over (nearly) the whole width.
        let isMerged: Bool
    }
    let lines: [Line]

    init(_ table: Table) {
        let columns = table.columns
        var lines: [Line] = []
        var covered: [Int: (text: String, rows: Int)] = [:]
        for row in table.rows {
            var texts = [String](repeating: "", count: columns)
            var inherited: Set<Int> = []
            for (column, above) in covered {
                if column < columns { texts[column] = above.text }
                inherited.insert(column)
                covered[column] = above.rows > 1 ? (above.text, above.rows - 1) : nil
            }
            for cell in row.cells where cell.column < columns {
                let text = cell.paragraphs.map(\.text).joined(separator: "\n")
                texts[cell.column] = text
                if cell.rowSpan > 1 { covered[cell.column] = (text, cell.rowSpan - 1) }
            }
            let filled = row.cells.filter { !$0.text.isEmpty }
            let isMerged = filled.count == 1 && (filled[0].columnSpan >= max(2, columns - 1) || row.cells.count == 1)
            lines.append(Line(texts: texts, place: row.place, inherited: inherited, isMerged: isMerged && columns > 1))
        }
        self.lines = lines
    }
}
