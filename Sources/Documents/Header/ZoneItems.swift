import Paper
import Vietnamese

/// A document as a run of lines, with the tables that are no mere layout left whole.
struct ZoneItems {
    enum Item {
        case line(ZoneLine)
        case table(Table, block: Int)
        case footnote(Int)

        var line: ZoneLine? { if case .line(let line) = self { line } else { nil } }
    }

    var items: [Item] = []

    init(_ blocks: [Block]) {
        items.reserveCapacity(blocks.count * 2)
        var hasLetterhead = false
        for (index, block) in blocks.enumerated() {
            switch block {
            case .paragraph(let paragraph):
                items += paragraph.lines.map { .line(ZoneLine($0, block: index)) }
            case .footnote:
                items.append(.footnote(index))
            case .table(let table):
                let layout = LayoutTable.kind(table)
                if layout == .closing || (layout == .letterhead && !hasLetterhead) {
                    hasLetterhead = hasLetterhead || layout == .letterhead
                    let lines = LayoutTable.lines(table)
                    items += lines.map { .line(ZoneLine($0, block: index, isInLayoutTable: true)) }
                } else {
                    items.append(.table(table, block: index))
                }
            }
        }
    }

    /// The blocks that the items came from, whole where all of a block's lines are there.
    static func blocks(_ items: ArraySlice<Item>, of source: [Block]) -> [Block] {
        var blocks: [Block] = []
        var index = items.startIndex
        var last: Int?
        while index < items.endIndex {
            switch items[index] {
            case .table(_, let block), .footnote(let block):
                blocks.append(source[block])
                last = nil
                index += 1
            case .line(let line):
                var end = index + 1
                var paragraph = line.paragraph
                while end < items.endIndex, case .line(let next) = items[end], next.block == line.block,
                    !line.isInLayoutTable
                {
                    paragraph = paragraph.appending(next.paragraph, separator: "\n")
                    end += 1
                }
                // A letterhead was cut out between two blocks: the sentence around it goes on.
                if let before = last, before + 1 < line.block, case .paragraph(let open)? = blocks.last,
                    goesOn(open, paragraph)
                {
                    blocks[blocks.count - 1] = .paragraph(open.appending(paragraph, separator: " "))
                } else {
                    blocks.append(.paragraph(paragraph))
                }
                last = line.block
                index = end
            }
        }
        return blocks
    }

    private static func goesOn(_ open: Paragraph, _ next: Paragraph) -> Bool {
        guard let end = open.text.unicodeScalars.last, let start = next.text.unicodeScalars.first else { return false }
        return !".;:!?…".unicodeScalars.contains(end) && start.properties.isLowercase
    }
}

/// Tables that only put two columns side by side.
enum LayoutTable {
    enum Kind { case letterhead, closing }

    /// What the table lays out; `nil` for one that holds data.
    static func kind(_ table: Table) -> Kind? {
        guard table.rows.count <= 12, table.columns <= 5 else { return nil }
        let lines = self.lines(table).map { ZoneLine($0, block: 0) }
        guard lines.count <= 60 else { return nil }
        if lines.contains(where: ClosingLine.isRecipientsLabel) { return .closing }
        let kinds = Set(lines.prefix(24).flatMap { LetterheadLine.read($0) }.map(\.kind))
        if kinds.contains(.nationalName) || kinds.contains(.motto) { return .letterhead }
        if kinds.contains(.number), kinds.contains(.placeAndDate) { return .letterhead }
        let signing = lines.filter { ClosingLine.signingStart($0) == 0 }
        let isShort = lines.allSatisfy { $0.text.utf8.count < 120 }
        if isShort, lines.count <= 12, signing.contains(where: { ClosingLine.isCapacity($0.tokens, at: 0) }) {
            return .closing
        }
        return isShort && table.rows.count <= 3 && kinds.contains(.number) ? .letterhead : nil
    }

    /// The lines column by column; a row that spans the table parts what is above from what is below it.
    static func lines(_ table: Table) -> [Paragraph] {
        let width = table.columns
        var lines: [Paragraph] = []
        var band: [Row] = []
        func flush() {
            for column in 0..<max(width, 1) {
                for row in band {
                    for cell in row.cells where cell.column == column { lines += Self.lines(cell) }
                }
            }
            band = []
        }
        for row in table.rows {
            if width > 1, row.cells.contains(where: { $0.columnSpan >= width }) {
                flush()
                for cell in row.cells { lines += Self.lines(cell) }
            } else {
                band.append(row)
            }
        }
        flush()
        return lines
    }

    private static func lines(_ cell: Cell) -> [Paragraph] {
        cell.paragraphs.flatMap(\.lines) + cell.nested.flatMap { Self.lines($0) }
    }
}
