/// A paragraph to be written, all of it looking alike.
package struct PrintedParagraph: Hashable, Sendable {
    /// Where its lines stand.
    package enum Alignment: String, Sendable {
        case left, center, right
        case justified = "both"
    }

    /// A line under it, as wide as that part of the place it has; the paragraph itself is empty.
    package var rule: Double?
    /// What it says.
    package var text: String
    /// Where its lines stand.
    package var alignment = Alignment.left
    /// Whether it is bold.
    package var isBold = false
    /// Whether it is italic.
    package var isItalic = false
    /// The size of its letters, in points.
    package var size = 13.0
    /// What is left free above, in points.
    package var above = 0.0
    /// What is left free below, in points.
    package var below = 0.0
    /// Whether it stands on the page of what follows.
    package var isKeptWithNext = false

    /// A paragraph of these words.
    package init(_ text: String) { self.text = text }
}

/// A table to be written.
package struct PrintedTable: Hashable, Sendable {
    /// A cell.
    package struct Cell: Hashable, Sendable {
        /// What stands in it.
        package var paragraphs: [PrintedParagraph]
        /// Over how many columns it goes.
        package var columns: Int
        /// Over how many rows it goes.
        package var rows: Int

        /// All of its parts.
        package init(_ paragraphs: [PrintedParagraph], columns: Int = 1, rows: Int = 1) {
            self.paragraphs = paragraphs
            self.columns = columns
            self.rows = rows
        }
    }

    /// How wide its columns are, in proportion to one another; together they take the whole width.
    package var widths: [Int]
    /// Its rows; a place that a cell above goes over has none.
    package var rows: [[Cell]]
    /// How many rows stand at the top of every page.
    package var headRows: Int
    /// Whether there are lines between the cells.
    package var isRuled: Bool

    /// All of its parts.
    package init(widths: [Int], rows: [[Cell]], headRows: Int = 0, isRuled: Bool = true) {
        self.widths = widths
        self.rows = rows
        self.headRows = headRows
        self.isRuled = isRuled
    }
}

/// A part of a paper, one below the other.
package enum PrintedPart: Hashable, Sendable {
    case paragraph(PrintedParagraph)
    case table(PrintedTable)
}

/// How the pages of a paper are, with the margins of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I): A4, 20 mm above and
/// below, 30 mm left, 15 mm right; turned, as it is bound, 30 mm above.
package enum PrintedPage: Sendable {
    case portrait, landscape

    /// In twentieths of a point.
    var size: (width: Int, height: Int) { self == .portrait ? (11_906, 16_838) : (16_838, 11_906) }

    var margins: (top: Int, right: Int, bottom: Int, left: Int) {
        self == .portrait ? (1134, 851, 1134, 1701) : (1134, 1134, 851, 1134)
    }

    /// Of what is written.
    var width: Int { size.width - margins.left - margins.right }
}
