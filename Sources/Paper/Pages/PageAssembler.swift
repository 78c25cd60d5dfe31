import Vietnamese

/// Puts pages together into one transcript: paragraphs and tables run on over the ends of pages.
struct PageAssembler {
    private(set) var transcript: Transcript
    private var open = ParagraphBuilder()
    /// Notes of pages on which the open paragraph stood.
    private var waiting: [Block] = []
    private var breaks = ParagraphBreaks(pitch: 20)
    /// The table that ended the page before, by its borders.
    private var lastTable: (page: Int, columns: [Double])?

    init(format: FileFormat, pages: Int) {
        transcript = Transcript(format: format, pages: pages)
    }

    /// The transcript of pages in order.
    static func transcript(of pages: [PageContent], format: FileFormat) -> Transcript {
        var assembler = PageAssembler(format: format, pages: pages.count)
        let layouts = pages.map(PageLayout.init)
        assembler.breaks.pitch = pitch(of: layouts)
        assembler.transcript.sheets = pages.map { Sheet(width: $0.width, height: $0.height, slope: $0.slope) }
        for layout in layouts { assembler.add(layout) }
        assembler.close()
        return assembler.transcript
    }

    private static func pitch(of layouts: [PageLayout]) -> Double {
        var distances: [Double] = []
        for layout in layouts {
            var last: PrintedLine?
            for case .line(let line) in layout.pieces where line.role == .body {
                if let last, line.box.bottom > last.box.bottom { distances.append(line.box.bottom - last.box.bottom) }
                last = line
            }
        }
        distances.sort()
        return distances.isEmpty ? 20 : distances[distances.count * 2 / 5]
    }

    private mutating func add(_ layout: PageLayout) {
        let notes = Footnotes.split(layout.notes)
        let labels = Set(notes.map(\.label))
        for (index, piece) in layout.pieces.enumerated() {
            switch piece {
            case .line(let line): add(line, labels: labels)
            case .table(let grid, let words):
                add(TableBuilder(grid, words: words, page: layout.page), labels: labels, isFirst: index == 0)
            }
        }
        for note in notes {
            var builder = ParagraphBuilder()
            for line in note.lines {
                builder.append(line, at: transcript.append(line), labels: [])
            }
            waiting.append(.footnote(Footnote(label: note.label, paragraphs: [builder.paragraph])))
        }
    }

    private mutating func add(_ line: PrintedLine, labels: Set<String>) {
        lastTable = nil
        if let last = open.lines.last, let opening = open.lines.first,
            breaks.parts(line, from: last, opening: opening, isFirst: open.lines.count == 1)
        {
            close()
        }
        open.append(line, at: transcript.append(line), labels: labels)
    }

    /// Ends the open paragraph.
    private mutating func close() {
        if !open.isEmpty, !open.paragraph.text.isEmpty { transcript.blocks.append(.paragraph(open.paragraph)) }
        open = ParagraphBuilder()
        transcript.blocks += waiting
        waiting = []
    }

    private mutating func add(_ builder: TableBuilder, labels: Set<String>, isFirst: Bool) {
        let continues =
            isFirst && open.isEmpty && lastTable.map { builder.continues(columns: $0.columns, page: $0.page) } ?? false
        if !continues { close() }
        let rows = builder.rows(labels: labels, into: &transcript)
        lastTable = (builder.page.number, builder.grid.columns)
        if continues, let index = transcript.blocks.lastIndex(where: { if case .table = $0 { true } else { false } }),
            case .table(var table) = transcript.blocks[index]
        {
            let repeated = zip(table.rows, rows).prefix { Self.isRepeated($0.1, of: $0.0) }.count
            table.headerRows = max(table.headerRows, repeated)
            table.rows += rows.dropFirst(repeated)
            transcript.blocks[index] = .table(table)
        } else {
            transcript.blocks.append(.table(Table(rows: rows)))
        }
    }

    /// Whether a row says the same as another, but for what a recogniser may have misread.
    private static func isRepeated(_ row: Row, of other: Row) -> Bool {
        let (text, old) = (row.cells.map(\.text).joined(separator: "|"), other.cells.map(\.text).joined(separator: "|"))
        if text == old { return !old.isEmpty }
        let confidence = (row.cells + other.cells).flatMap(\.paragraphs).map(\.confidence).min() ?? 1
        guard confidence < 1, row.cells.count == other.cells.count else { return false }
        let words = text.folded.split { $0 == " " || $0 == "|" || $0 == "\n" }
        let known = Set(old.folded.split { $0 == " " || $0 == "|" || $0 == "\n" })
        return words.count > 3 && words.count { known.contains($0) } * 10 >= words.count * 7
    }
}
