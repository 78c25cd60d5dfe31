extension Transcript {
    /// A transcript of blocks that do not know their places yet: writes the extracted text, a line for each line of a
    /// paragraph and one for each row of a table, and tells every paragraph where it stands. Text typed before Unicode in
    /// a font that does not tell is turned into Unicode first.
    static func laying(_ blocks: [Block], format: FileFormat, repairs: [Repair] = []) -> Transcript {
        var blocks = blocks
        let mended = blocks.mendLegacyText().map { [$0] } ?? []
        var transcript = Transcript(format: format, repairs: repairs + mended.filter { !repairs.contains($0) })
        transcript.blocks.reserveCapacity(blocks.count)
        transcript.lines.reserveCapacity(blocks.count * 2)
        for block in blocks { transcript.lay(block) }
        return transcript
    }

    private mutating func lay(_ block: Block) {
        switch block {
        case .paragraph(var paragraph):
            lay(&paragraph)
            blocks.append(.paragraph(paragraph))
        case .table(var table):
            for index in table.rows.indices {
                let place = append(line: table.rows[index].line)
                table.rows[index].stand(at: place)
            }
            blocks.append(.table(table))
        case .footnote(var note):
            for index in note.paragraphs.indices {
                lay(&note.paragraphs[index], after: index == 0 ? note.label + " " : "")
            }
            blocks.append(.footnote(note))
        }
    }

    /// Gives the paragraph a line for each of its own; `label` stands in front of the first in the extracted text only.
    private mutating func lay(_ paragraph: inout Paragraph, after label: String = "") {
        guard paragraph.text.utf8.contains(UInt8(ascii: "\n")) else {
            let place = append(line: label.isEmpty ? paragraph.text : label + paragraph.text)
            return paragraph.starts = [Paragraph.Start(offset: 0, place: place)]
        }
        var starts: [Paragraph.Start] = []
        var offset = 0
        for line in paragraph.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let text = (offset == 0 ? label : "") + String(Substring(line))
            starts.append(Paragraph.Start(offset: offset, place: append(line: text)))
            offset += line.count + 1
        }
        paragraph.starts = starts
    }
}

extension Row {
    /// The row on one line, its cells separated by tabs; what a cell nests follows its own text.
    fileprivate var line: String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += "\t" }
            cell.write(to: &line)
        }
        return line
    }

    fileprivate mutating func stand(at place: Place) {
        self.place = place
        for cell in cells.indices {
            for index in cells[cell].paragraphs.indices {
                cells[cell].paragraphs[index].starts = [Paragraph.Start(offset: 0, place: place)]
            }
            for table in cells[cell].nested.indices {
                for row in cells[cell].nested[table].rows.indices {
                    cells[cell].nested[table].rows[row].stand(at: place)
                }
            }
        }
    }
}

extension Cell {
    fileprivate func write(to line: inout String) {
        var isFirst = true
        func space(_ line: inout String) {
            if !isFirst { line += " " }
            isFirst = false
        }
        for paragraph in paragraphs {
            space(&line)
            if paragraph.text.utf8.contains(UInt8(ascii: "\n")) {
                line += paragraph.text.split(separator: "\n").joined(separator: " ")
            } else {
                line += paragraph.text
            }
        }
        for table in nested {
            for row in table.rows {
                for cell in row.cells {
                    space(&line)
                    cell.write(to: &line)
                }
            }
        }
    }
}
