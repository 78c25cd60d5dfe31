import Documents
import Markup
import Paper
import Web

/// The document of a plan as running text: paragraphs, tables and notes, with what was read of it marked where it stands.
struct ContentView {
    let matter: ReviewMatter
    let words: Words

    /// What is marked in a paragraph or a row: an assignment, by its key.
    private typealias Marked = (id: Int, bytes: Range<Int>)

    func write(_ html: inout MarkupWriter) {
        var paragraphs: [Int: [Marked]] = [:]
        var rows: [Int: [Int]] = [:]
        for assignment in matter.shown.map(\.assignment) {
            switch matter.passages[assignment.id]?.spot {
            case .text(let paragraph, let bytes): paragraphs[paragraph, default: []].append((assignment.id, bytes))
            case .row(let row): rows[row, default: []].append(assignment.id)
            case nil: break
            }
        }
        var writer = Writer(paragraphs: paragraphs, rows: rows, flags: matter.flags, words: words)
        html.element("article", .class("text"), Attribute("lang", "vi")) { html in
            for block in matter.content.blocks { writer.write(block, &html) }
        }
    }

    /// Counts paragraphs and rows as ``Passages`` does.
    private struct Writer {
        let paragraphs: [Int: [Marked]]
        let rows: [Int: [Int]]
        /// Numbers of findings, by what they point at.
        var flags: [Passage.Spot: [Int]]
        let words: Words
        private var paragraph = 0
        private var row = 0
        private var page: Int?
        private var told: Set<Int> = []

        init(paragraphs: [Int: [Marked]], rows: [Int: [Int]], flags: [Passage.Spot: [Int]], words: Words) {
            self.paragraphs = paragraphs
            self.rows = rows
            self.words = words
            // A finding on words is a finding on their paragraph.
            self.flags = [:]
            for (spot, numbers) in flags {
                if case .text(let paragraph, _) = spot {
                    self.flags[.text(paragraph: paragraph, bytes: 0..<0), default: []] += numbers
                } else {
                    self.flags[spot, default: []] += numbers
                }
            }
        }

        mutating func write(_ block: Block, _ html: inout MarkupWriter) {
            switch block {
            case .paragraph(let text):
                turn(to: text.place.page, &html)
                write(text, &html)
            case .footnote(let note):
                html.element("div", .class("note")) { html in
                    html.element("sup", text: note.label)
                    for text in note.paragraphs { write(text, &html) }
                }
            case .table(let table):
                turn(to: table.place.page, &html)
                html.element(
                    "div", .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
                    Attribute("aria-label", words("review.table"))
                ) { html in
                    html.element("table") { html in
                        html.element("tbody") { html in
                            for (index, row) in table.rows.enumerated() {
                                write(row, isHead: index < table.headerRows, &html)
                            }
                        }
                    }
                }
            }
        }

        private mutating func turn(to next: Int?, _ html: inout MarkupWriter) {
            guard let next, next != page else { return }
            page = next
            html.element("p", .class("turn"), text: words("review.page", ["page": String(next)]))
        }

        private mutating func write(_ line: Row, isHead: Bool, _ html: inout MarkupWriter) {
            let ids = rows[row] ?? []
            let flagged = flags[.row(row)] ?? []
            row += 1
            let names = ids.isEmpty ? nil : Attribute("data-for", ids.map(String.init).joined(separator: " "))
            html.element("tr", ids.isEmpty ? nil : .class("quoted"), names) { html in
                for (index, cell) in line.cells.enumerated() {
                    let across = cell.columnSpan > 1 ? Attribute("colspan", String(cell.columnSpan)) : nil
                    let down = cell.rowSpan > 1 ? Attribute("rowspan", String(cell.rowSpan)) : nil
                    html.element(isHead ? "th" : "td", across, down) { html in
                        if index == 0 {
                            for id in ids { link(to: id, &html) }
                            flag(flagged, &html)
                        }
                        for text in cell.paragraphs { write(text, &html) }
                    }
                }
            }
        }

        /// A link to the assignment, where its first words begin.
        private mutating func link(to id: Int, _ html: inout MarkupWriter) {
            let anchor = told.insert(id).inserted ? Attribute.id("q-\(id)") : nil
            html.element(
                "a", .class("to-draft"), anchor, .href("#n-\(id)"),
                Attribute("aria-label", words("review.to-draft")), text: "▸")
        }

        private func flag(_ numbers: [Int], _ html: inout MarkupWriter) {
            for number in numbers {
                html.element(
                    "a", .class("flag"), .id("c-\(number)"), .href("#f-\(number)"),
                    Attribute("aria-label", words("review.to-finding", ["number": String(number)])),
                    text: "⚑\(number)")
            }
        }

        private mutating func write(_ text: Paragraph, _ html: inout MarkupWriter) {
            let marked = (paragraphs[paragraph] ?? []).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
            let flagged = flags[.text(paragraph: paragraph, bytes: 0..<0)] ?? []
            paragraph += 1
            html.element("p", text.look.isEmpty ? nil : .class(text.look)) { html in
                flag(flagged, &html)
                for piece in text.pieces(cutAt: marked.flatMap { [$0.bytes.lowerBound, $0.bytes.upperBound] }) {
                    let ids = marked.filter { $0.bytes.contains(piece.start) }.map(\.id)
                    if ids.isEmpty {
                        html.text(piece.text)
                    } else {
                        for id in ids where !told.contains(id) { link(to: id, &html) }
                        let names = Attribute("data-for", ids.map(String.init).joined(separator: " "))
                        html.element("mark", names, text: piece.text)
                    }
                    for label in piece.notes { html.element("sup", text: label) }
                }
            }
        }
    }
}

extension Paragraph {
    /// Classes for the style sheet.
    fileprivate var look: String {
        var names: [String] = []
        switch style.alignment {
        case .centre: names.append("centred")
        case .right: names.append("right")
        case .left, .justified, nil: break
        }
        if style.bold == true || style.heading != nil { names.append("strong") }
        if style.italic == true { names.append("slanted") }
        if confidence < 0.8 { names.append("doubtful") }
        return names.joined(separator: " ")
    }

    /// Its text in pieces that begin at these bytes and at its marks of notes, which stand at the end of their pieces.
    fileprivate func pieces(cutAt bytes: [Int]) -> [(start: Int, text: String, notes: [String])] {
        let length = text.utf8.count
        let cuts = Set(bytes + notes.map(\.offset)).filter { (1..<max(length, 1)).contains($0) }.sorted()
        return zip([0] + cuts, cuts + [length]).map { start, end in
            let part = text.utf8.dropFirst(start).prefix(end - start)
            return (start, String(decoding: part, as: UTF8.self), notes.filter { $0.offset == end }.map(\.label))
        }
    }
}
