import Paper
import Wording

/// A content as it is read back. It came out of an untrusted file: sizes, places and offsets are looked at before anything is taken.
struct ContentParts: Decodable {
    let blocks: Bounded<BlockParts>
    let sheets, boxes: Bounded<Bounded<Double>>
    let repairs: Bounded<RepairParts>

    struct RepairParts: Decodable {
        let key: SafeText
        let values: [String: SafeText]
    }

    /// One of the three kinds of blocks.
    struct BlockParts: Decodable {
        let p: ParagraphParts?
        let head: Int?
        let rows: Bounded<RowParts>?
        let note: SafeText?
        let text: Bounded<ParagraphParts>?
    }

    struct RowParts: Decodable {
        let at: Bounded<Int>
        let cells: Bounded<CellParts>
    }

    struct CellParts: Decodable {
        let grid: Bounded<Int>
        let text: Bounded<ParagraphParts>
    }

    struct ParagraphParts: Decodable {
        let t: SafeText
        let s: Bounded<Bounded<Int>>
        let a: SafeText?
        let b, i, h: Int?
        let c: Double?
        let n: Bounded<NoteParts>?
    }

    struct NoteParts: Decodable {
        let o: Int
        let l: SafeText
    }
}

extension ContentParts {
    /// - Parameter lines: How many lines the extracted text has.
    /// - Throws: ``MalformedReading``.
    func content(lines: Int) throws -> DocumentContent {
        let content = DocumentContent(
            blocks: try blocks.values.map { try $0.block(lines) }, sheets: try sheets.values.map(Self.sheet),
            boxes: try boxes.values.map(Self.box),
            repairs: try repairs.values.map { part in
                guard part.key.text.hasPrefix("repair.") else { throw MalformedReading(detail: "repairs") }
                return Message(part.key.text, part.values.mapValues(\.text))
            })
        guard content.boxes.isEmpty || content.boxes.count == lines else { throw MalformedReading(detail: "boxes") }
        return content
    }

    private static func sheet(_ numbers: Bounded<Double>) throws -> Sheet {
        let numbers = numbers.values
        guard numbers.count == 3, numbers[0] > 0, numbers[1] > 0, numbers.allSatisfy({ abs($0) < 1e5 }) else {
            throw MalformedReading(detail: "sheets")
        }
        return Sheet(width: numbers[0], height: numbers[1], slope: numbers[2])
    }

    private static func box(_ numbers: Bounded<Double>) throws -> PageBox {
        let numbers = numbers.values
        guard numbers.count == 4, numbers.allSatisfy({ abs($0) < 1e5 }), numbers[0] <= numbers[2],
            numbers[1] <= numbers[3]
        else { throw MalformedReading(detail: "boxes") }
        return PageBox(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
    }
}

extension ContentParts.BlockParts {
    fileprivate func block(_ lines: Int) throws -> Block {
        if let p { return .paragraph(try p.paragraph(lines)) }
        if let rows {
            return .table(Table(rows: try rows.values.map { try $0.row(lines) }, headerRows: max(0, head ?? 0)))
        }
        guard let note, let text else { throw MalformedReading(detail: "blocks") }
        return .footnote(Footnote(label: note.text, paragraphs: try text.values.map { try $0.paragraph(lines) }))
    }
}

extension ContentParts.RowParts {
    fileprivate func row(_ lines: Int) throws -> Row {
        let cells = try cells.values.map { part -> Cell in
            let grid = part.grid.values
            guard grid.count == 3, (0...10_000).contains(grid[0]), (1...10_000).contains(grid[1]),
                (1...10_000).contains(grid[2])
            else { throw MalformedReading(detail: "grid") }
            return Cell(
                column: grid[0], columnSpan: grid[1], rowSpan: grid[2],
                paragraphs: try part.text.values.map { try $0.paragraph(lines) })
        }
        return Row(cells: cells, place: try Place(at.values, lines))
    }
}

extension ContentParts.ParagraphParts {
    fileprivate func paragraph(_ lines: Int) throws -> Paragraph {
        let text = t.text
        var last = -1
        let starts = try s.values.map { part -> Paragraph.Start in
            guard let offset = part.values.first, offset > last, text.hasCharacter(at: offset) else {
                throw MalformedReading(detail: "starts")
            }
            last = offset
            return Paragraph.Start(offset: offset, place: try Place(part.values.dropFirst(), lines))
        }
        let notes = try (n?.values ?? []).map { part in
            guard text.hasCharacter(at: part.o) else { throw MalformedReading(detail: "notes") }
            return NoteMark(offset: part.o, label: part.l.text)
        }
        let style = Style(
            alignment: a.flatMap { Style.Alignment(letter: $0.text) }, bold: b == 1 ? true : nil,
            italic: i == 1 ? true : nil, heading: h.map { min(max($0, 1), 6) })
        return Paragraph(text, style: style, starts: starts, notes: notes, confidence: min(max(c ?? 1, 0), 1))
    }
}

extension Place {
    /// Line, then page where there are pages.
    fileprivate init(_ numbers: some Collection<Int>, _ lines: Int) throws {
        let numbers = Array(numbers)
        guard (1...2).contains(numbers.count), (1...max(lines, 1)).contains(numbers[0]),
            numbers.count == 1 || (1...100_000).contains(numbers[1])
        else { throw MalformedReading(detail: "place") }
        self.init(page: numbers.count == 2 ? numbers[1] : nil, line: numbers[0])
    }
}

extension String {
    /// Whether a character begins at an offset of its bytes, or it ends there.
    fileprivate func hasCharacter(at offset: Int) -> Bool {
        guard (0...utf8.count).contains(offset) else { return false }
        return utf8.index(startIndex, offsetBy: offset).samePosition(in: unicodeScalars) != nil
    }
}
