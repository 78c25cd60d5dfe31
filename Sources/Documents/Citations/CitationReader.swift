package import Paper
import Vietnamese
import WorkCalendar

/// Finds every other document that a text names by its number, in the order of first mention.
package enum CitationReader {
    /// The documents cited anywhere in the text, in tables and notes too.
    /// - Parameter header: the document's own number is no citation.
    package static func read(_ blocks: [Block], header: DocumentHeader) -> [Citation] {
        var list = CitationList(own: header.number, ownDate: header.date)
        var index = 0
        while index < blocks.count {
            switch blocks[index] {
            case .paragraph(let paragraph):
                // A number broken over a page goes on in the next paragraph, notes and page numbers between.
                if endsOpen(paragraph.text), let next = continuation(blocks, after: index) {
                    list.add(CitationScan.mentions(paragraph.appending(next, separator: "")))
                } else {
                    list.add(CitationScan.mentions(paragraph))
                }
            case .footnote(let note):
                for paragraph in note.paragraphs { list.add(CitationScan.mentions(paragraph)) }
            case .table(let table): add(table, to: &list)
            }
            index += 1
        }
        return list.citations
    }

    private static func add(_ table: Table, to list: inout CitationList) {
        for row in table.rows {
            for cell in row.cells {
                guard var text = cell.paragraphs.first else { continue }
                for next in cell.paragraphs.dropFirst() { text = text.appending(next, separator: "\n") }
                list.add(CitationScan.mentions(text))
                for nested in cell.nested { add(nested, to: &list) }
            }
        }
    }

    /// Ends in the middle of a number: `số 02-`.
    private static func endsOpen(_ text: String) -> Bool {
        guard let last = text.utf8.last, last == UInt8(ascii: "-") || last == UInt8(ascii: "/") else { return false }
        let before = text.utf8.dropLast().last
        return before.map { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 >= 0x80 } ?? false
    }

    private static func continuation(_ blocks: [Block], after index: Int) -> Paragraph? {
        for block in blocks[(index + 1)...].prefix(4) {
            guard case .paragraph(let next) = block else { continue }
            if next.text.utf8.count <= 3 { continue }
            guard let first = next.text.unicodeScalars.first, first.properties.isUppercase else { return nil }
            return next
        }
        return nil
    }
}

/// The documents met so far, each once.
private struct CitationList {
    let own: String?
    let ownDate: Day?
    var citations: [Citation] = []
    private var indices: [String: Int] = [:]

    init(own: String?, ownDate: Day?) {
        self.own = own.map(DocumentNumber.key)
        self.ownDate = ownDate
    }

    mutating func add(_ found: [CitedDocument]) {
        for document in found {
            let key = DocumentNumber.key(document.number)
            if key == own, document.date == nil || ownDate == nil || document.date == ownDate { continue }
            let mention = Citation.Mention(date: document.date, issuer: document.issuer, place: document.place)
            if let index = indices[key] {
                citations[index].date = citations[index].date ?? document.date
                citations[index].issuer =
                    document.issuer.flatMap { citations[index].hasStatedIssuer ? nil : $0 }
                    ?? citations[index].issuer
                citations[index].mentions.append(mention)
            } else {
                indices[key] = citations.count
                citations.append(
                    Citation(
                        number: document.number, type: document.type, date: document.date,
                        issuer: document.issuer ?? document.impliedIssuer, place: document.place, mentions: [mention]))
            }
        }
    }
}

extension Citation {
    /// Whether a mention said whose document it is.
    fileprivate var hasStatedIssuer: Bool { mentions.contains { $0.issuer != nil } }
}
