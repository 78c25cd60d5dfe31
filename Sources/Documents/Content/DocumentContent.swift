package import Paper
import Vietnamese
package import Wording

/// What stands on the paper, kept so that it can be looked at beside what was read of it.
package struct DocumentContent: Sendable, Equatable {
    /// In reading order; tables inside cells stand as paragraphs of their cell.
    package var blocks: [Block]
    /// The sheets, one a page; empty in formats without pages of their own.
    package var sheets: [Sheet]
    /// Where each line of the extracted text stands on its sheet; empty in formats without pages.
    package var boxes: [PageBox]
    /// What had to be mended to read it (keys `repair.…`).
    package var repairs: [Message]

    /// All of its parts.
    package init(blocks: [Block] = [], sheets: [Sheet] = [], boxes: [PageBox] = [], repairs: [Message] = []) {
        self.blocks = blocks
        self.sheets = sheets
        self.boxes = boxes
        self.repairs = repairs
    }

    /// Of a file that was read.
    init(_ transcript: Transcript) {
        self.init(
            blocks: transcript.blocks.map(\.flat), sheets: transcript.sheets, boxes: transcript.boxes,
            repairs: transcript.repairs.map(\.message))
    }

    /// Of a document of which only the extracted text is kept: a paragraph a line.
    package init(lines: [String]) {
        self.init(
            blocks: lines.enumerated().filter { !$0.element.isEmpty }.map { index, line in
                .paragraph(Paragraph(line, at: Place(line: index + 1)))
            })
    }
}

extension Block {
    /// Without tables inside tables.
    fileprivate var flat: Block {
        guard case .table(var table) = self else { return self }
        for row in table.rows.indices {
            for cell in table.rows[row].cells.indices {
                let nested = table.rows[row].cells[cell].nested
                table.rows[row].cells[cell].paragraphs += nested.flatMap(\.allParagraphs)
                table.rows[row].cells[cell].nested = []
            }
        }
        return .table(table)
    }
}

extension Table {
    /// The paragraphs of all cells, those of tables inside them too.
    fileprivate var allParagraphs: [Paragraph] {
        rows.flatMap(\.cells).flatMap { $0.paragraphs + $0.nested.flatMap(\.allParagraphs) }
    }
}
