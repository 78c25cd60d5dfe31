/// A table as it stands: rows broken over a page are not yet joined (only the meaning of the columns can tell).
package struct Table: Sendable, Equatable {
    /// From top to bottom.
    package var rows: [Row]
    /// How many rows at the top are heads, as the format marks them; 0 where it does not say.
    package var headerRows: Int

    /// All of its parts.
    package init(rows: [Row], headerRows: Int = 0) {
        self.rows = rows
        self.headerRows = headerRows
    }

    /// Number of grid columns.
    package var columns: Int { rows.map { ($0.cells.last.map { $0.column + $0.columnSpan }) ?? 0 }.max() ?? 0 }
    /// Where it begins.
    package var place: Place { rows.first?.place ?? Place(line: 1) }
}

/// One row; `cells` are in order of column and leave out grid positions that a cell above or to the left covers.
package struct Row: Sendable, Equatable {
    /// From left to right.
    package var cells: [Cell]
    /// Where it begins.
    package var place: Place

    /// All of its parts.
    package init(cells: [Cell], place: Place) {
        self.cells = cells
        self.place = place
    }

    /// The text of the cell that begins in a grid column; empty where none does.
    package func text(_ column: Int) -> String { cells.first { $0.column == column }?.text ?? "" }
}

/// A cell with its place in the grid.
package struct Cell: Sendable, Equatable {
    /// Grid column of its left edge, from 0.
    package var column: Int
    /// Grid columns that it takes up, from 1.
    package var columnSpan: Int
    /// Rows that it takes up, from 1.
    package var rowSpan: Int
    /// Its text.
    package var paragraphs: [Paragraph]
    /// Tables inside the cell.
    package var nested: [Table]

    /// All of its parts.
    package init(
        column: Int, columnSpan: Int = 1, rowSpan: Int = 1, paragraphs: [Paragraph], nested: [Table] = []
    ) {
        self.column = column
        self.columnSpan = columnSpan
        self.rowSpan = rowSpan
        self.paragraphs = paragraphs
        self.nested = nested
    }

    /// The paragraphs' text, a line each.
    package var text: String { paragraphs.map(\.text).joined(separator: "\n") }
}
