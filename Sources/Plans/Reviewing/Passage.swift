package import Documents
import Paper

/// Where something that was read stands in the content of its document.
package struct Passage: Sendable, Equatable {
    /// In what.
    package enum Spot: Sendable, Hashable {
        /// In a paragraph, counted through the whole content: these bytes of its text.
        case text(paragraph: Int, bytes: Range<Int>)
        /// The row of a table, counted through the whole content.
        case row(Int)
    }

    /// Where in the running text.
    package var spot: Spot
    /// The lines of the extracted text that it takes up, for its boxes on the sheets.
    package var lines: [Int]
}

/// Finds passages by the lines and quotes that assignments and findings keep.
package struct Passages: Sendable {
    private enum Unit: Sendable {
        case paragraph(Int, Paragraph)
        case row(Int, lines: [Int])
    }

    private var units: [Unit] = []
    private var unitOfLine: [Int: Int] = [:]

    /// Of a content, whose paragraphs and rows are counted from 0 in reading order, those in cells too.
    package init(_ content: DocumentContent) {
        var paragraphs = 0
        var rows = 0
        func add(_ unit: Unit, at lines: [Int], _ passages: inout Passages) {
            for line in lines where passages.unitOfLine[line] == nil {
                passages.unitOfLine[line] = passages.units.count
            }
            passages.units.append(unit)
        }
        func add(_ paragraph: Paragraph, _ passages: inout Passages) {
            add(.paragraph(paragraphs, paragraph), at: paragraph.starts.map(\.place.line), &passages)
            paragraphs += 1
        }
        for block in content.blocks {
            switch block {
            case .paragraph(let paragraph): add(paragraph, &self)
            case .footnote(let note): for paragraph in note.paragraphs { add(paragraph, &self) }
            case .table(let table):
                for row in table.rows {
                    let inside = row.cells.flatMap(\.paragraphs)
                    let lines = Set(inside.flatMap(\.starts).map(\.place.line)).sorted()
                    // A row without words has the place of the next one.
                    if inside.contains(where: { !$0.text.isEmpty }) {
                        add(.row(rows, lines: lines), at: lines + [row.place.line], &self)
                    }
                    paragraphs += inside.count
                    rows += 1
                }
            }
        }
    }

    /// The passage of a quote that begins on a line: the row, the words in their paragraph, or where the words are not found as they
    /// stand, the paragraph from that line on.
    package func passage(of quote: String, at line: Int) -> Passage? {
        guard let unit = unitOfLine[line] else { return nil }
        switch units[unit] {
        case .row(let row, let lines): return Passage(spot: .row(row), lines: lines)
        case .paragraph(let number, let paragraph):
            let bytes = paragraph.bytes(of: quote, from: line)
            return Passage(spot: .text(paragraph: number, bytes: bytes), lines: paragraph.lines(of: bytes))
        }
    }

    /// What a line stands in, for what is said of a place and not of words; `nil` where nothing does.
    package func spot(ofLine line: Int) -> Passage.Spot? {
        passage(of: "", at: line)?.spot
    }
}

extension Paragraph {
    fileprivate func bytes(of quote: String, from line: Int) -> Range<Int> {
        // Breaks that the author made are blanks in a quote; both are one byte.
        let (text, words) = (text.replacing("\n", with: " "), quote.replacing("\n", with: " "))
        if !words.isEmpty, let found = text.utf8.firstRange(of: words.utf8) {
            let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
            return start..<start + words.utf8.count
        }
        let start = starts.first { $0.place.line == line }?.offset ?? 0
        return start..<max(start, text.utf8.count)
    }

    fileprivate func lines(of bytes: Range<Int>) -> [Int] {
        starts.indices.filter { index in
            let end = index + 1 < starts.count ? starts[index + 1].offset : text.utf8.count
            return starts[index].offset < bytes.upperBound && end > bytes.lowerBound
        }.map { starts[$0].place.line }
    }
}
