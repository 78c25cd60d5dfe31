import Vietnamese

extension [Block] {
    /// Turns text whose letters betray an encoding from before Unicode into Unicode, where the fonts did not tell.
    mutating func mendLegacyText() -> Repair? {
        var guess = LegacyGuess()
        for block in self {
            block.everyText { guess.add($0) }
            if guess.isUnicode { return nil }
        }
        guard let encoding = guess.encoding else { return nil }
        for index in indices { self[index].convert(from: encoding) }
        return .legacyFont(encoding)
    }
}

extension Block {
    fileprivate func everyText(_ body: (String) -> Void) {
        for paragraph in paragraphs { body(paragraph.text) }
        table?.everyText(body)
    }

    fileprivate mutating func convert(from encoding: LegacyEncoding) {
        switch self {
        case .paragraph(var paragraph):
            paragraph.convert(from: encoding)
            self = .paragraph(paragraph)
        case .footnote(var note):
            for index in note.paragraphs.indices { note.paragraphs[index].convert(from: encoding) }
            self = .footnote(note)
        case .table(var table):
            table.convert(from: encoding)
            self = .table(table)
        }
    }
}

extension Table {
    fileprivate func everyText(_ body: (String) -> Void) {
        for row in rows {
            for cell in row.cells {
                for paragraph in cell.paragraphs { body(paragraph.text) }
                for table in cell.nested { table.everyText(body) }
            }
        }
    }

    fileprivate mutating func convert(from encoding: LegacyEncoding) {
        for row in rows.indices {
            for cell in rows[row].cells.indices {
                for index in rows[row].cells[cell].paragraphs.indices {
                    rows[row].cells[cell].paragraphs[index].convert(from: encoding)
                }
                for index in rows[row].cells[cell].nested.indices {
                    rows[row].cells[cell].nested[index].convert(from: encoding)
                }
            }
        }
    }
}

extension Paragraph {
    /// Converts the text between the marks of footnotes, which move with it. For paragraphs without places yet.
    fileprivate mutating func convert(from encoding: LegacyEncoding) {
        var result = ""
        var from = 0
        for index in notes.indices {
            result += LegacyText.convert(String(text[utf8: from..<notes[index].offset]), from: encoding)
            from = notes[index].offset
            notes[index].offset = result.utf8.count
        }
        text = result + LegacyText.convert(String(text[utf8: from..<text.utf8.count]), from: encoding)
    }
}
