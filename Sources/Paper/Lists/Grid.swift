import Foundation

/// A table of a file, row by row with the numbers that the file gives them: what lists that come in are read from.
package struct Grid: Codable, Sendable, Equatable {
    /// The sheet; empty for a table of a document and a list of values.
    package var name: String
    /// What stands above the table, where that is no row of it: the last paragraphs before it in a document.
    package var above: [String]
    /// Rows in which something stands, from above.
    package var rows: [Row]

    /// All of its parts.
    package init(name: String = "", above: [String] = [], rows: [Row]) {
        self.name = name
        self.above = above
        self.rows = rows
    }

    /// A row.
    package struct Row: Codable, Sendable, Equatable {
        /// As the sheet counts it, from 1.
        package var number: Int
        /// Cells in which something stands, from left to right.
        package var cells: [Cell]

        /// Both parts.
        package init(number: Int, cells: [Cell]) {
            self.number = number
            self.cells = cells
        }

        /// The cell of a column.
        package subscript(column: Int) -> Cell? { cells.first { $0.column == column } }
    }

    /// A cell.
    package struct Cell: Codable, Sendable, Equatable {
        /// From 0.
        package var column: Int
        /// How many columns it takes.
        package var span: Int
        /// As it is shown, in NFC, without blanks at its ends.
        package var text: String
        /// A number ("1204.5") or a day ("2026-07-02") as the file has it, whatever way it is shown.
        package var exact: String?

        /// All of its parts.
        package init(column: Int, span: Int = 1, text: String, exact: String? = nil) {
            self.column = column
            self.span = span
            self.text = text
            self.exact = exact
        }

        private enum CodingKeys: String, CodingKey {
            case column = "c"
            case span = "s"
            case text = "t"
            case exact = "e"
        }
    }
}

extension Grid {
    /// As one process hands tables to another.
    package static func json(_ grids: [Grid]) throws -> [UInt8] { Array(try JSONEncoder().encode(grids)) }

    /// Takes them.
    /// - Throws: where the bytes are anything else.
    package static func taken(from json: [UInt8]) throws -> [Grid] {
        try JSONDecoder().decode([Grid].self, from: Data(json))
    }
}
