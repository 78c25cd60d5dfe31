import Markup
import Paper
import Wording

// As a content is handed over and kept; keys are short, for there is one of them with every paragraph.
extension DocumentContent {
    /// Writes the members of the object that ``ContentParts`` reads.
    func write(to json: inout JSONWriter) {
        json.array("blocks") { json in for block in blocks { json.element { block.write(to: &$0) } } }
        json.array("sheets") { json in
            for sheet in sheets {
                json.elements { json in
                    for number in [sheet.width, sheet.height, sheet.slope] { json.element(number) }
                }
            }
        }
        json.array("boxes") { json in
            for box in boxes {
                json.elements { json in
                    for number in [box.left, box.top, box.right, box.bottom] { json.element(number.rounded(to: 10)) }
                }
            }
        }
        json.array("repairs") { json in
            for repair in repairs {
                json.element { json in
                    json.member("key", repair.key)
                    json.object("values") { json in
                        for (name, value) in repair.values.sorted(by: { $0.key < $1.key }) { json.member(name, value) }
                    }
                }
            }
        }
    }
}

extension Block {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .paragraph(let paragraph): json.object("p") { paragraph.write(to: &$0) }
        case .table(let table):
            json.member("head", table.headerRows)
            json.array("rows") { json in for row in table.rows { json.element { row.write(to: &$0) } } }
        case .footnote(let note):
            json.member("note", note.label)
            json.array("text") { json in for text in note.paragraphs { json.element { text.write(to: &$0) } } }
        }
    }
}

extension Row {
    fileprivate func write(to json: inout JSONWriter) {
        json.array("at") { place.write(to: &$0) }
        json.array("cells") { json in
            for cell in cells {
                json.element { json in
                    json.member("grid", [cell.column, cell.columnSpan, cell.rowSpan])
                    json.array("text") { json in
                        for paragraph in cell.paragraphs { json.element { paragraph.write(to: &$0) } }
                    }
                }
            }
        }
    }
}

extension Paragraph {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("t", text)
        json.array("s") { json in
            for start in starts {
                json.elements { json in
                    json.element(start.offset)
                    start.place.write(to: &json)
                }
            }
        }
        if let alignment = style.alignment { json.member("a", alignment.letter) }
        if style.bold == true { json.member("b", 1) }
        if style.italic == true { json.member("i", 1) }
        if let heading = style.heading { json.member("h", heading) }
        if confidence < 1 { json.member("c", confidence.rounded(to: 100)) }
        if !notes.isEmpty {
            json.array("n") { json in
                for note in notes {
                    json.element { json in
                        json.member("o", note.offset)
                        json.member("l", note.label)
                    }
                }
            }
        }
    }
}

extension Place {
    /// Line, then page where there are pages.
    fileprivate func write(to json: inout JSONWriter) {
        json.element(line)
        if let page { json.element(page) }
    }
}

extension Style.Alignment {
    /// As a content keeps it.
    var letter: String {
        switch self {
        case .left: "l"
        case .centre: "c"
        case .right: "r"
        case .justified: "j"
        }
    }

    init?(letter: String) {
        guard let found = [Self.left, .centre, .right, .justified].first(where: { $0.letter == letter }) else {
            return nil
        }
        self = found
    }
}

extension Double {
    fileprivate func rounded(to parts: Double) -> Double { (self * parts).rounded() / parts }
}
