import Paper

@testable import Documents

/// Invented documents for the tests of zones and headers.
enum HeaderTestText {
    /// A block a line, as they stand in the text.
    static func blocks(_ text: String) -> [Block] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let line = line.split(separator: " ").joined(separator: " ")
            return line.isEmpty ? nil : .paragraph(Paragraph(line, at: Place(line: index + 1)))
        }
    }

    static func zones(_ text: String) -> DocumentZones { DocumentZones.split(blocks(text)) }
    static func header(_ text: String) -> DocumentHeader { HeaderReader.read(zones(text)) }

    /// A letterhead with the lines given, and a plan's first words.
    static func plan(_ letterhead: String) -> DocumentHeader {
        header(letterhead + "\nKẾ HOẠCH\nPhát triển du lịch cộng đồng\n\nI. MỤC TIÊU\n1. Thu hút khách.")
    }

    /// A plan that ends with the lines given.
    static func closing(_ lines: String) -> DocumentHeader {
        header("KẾ HOẠCH\nPhát triển du lịch\n\nI. MỤC TIÊU\n1. Thu hút khách./.\n" + lines)
    }

    static func table(_ rows: [[String]]) -> Table {
        Table(
            rows: rows.enumerated().map { index, cells in
                Row(
                    cells: cells.enumerated().map { column, text in
                        let lines = text.split(separator: "\n").map {
                            Paragraph(String($0), at: Place(line: index + 1))
                        }
                        return Cell(column: column, paragraphs: lines)
                    }, place: Place(line: index + 1))
            })
    }

    static func text(_ blocks: [Block]) -> [String] {
        blocks.map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.text
            case .table(let table): "table \(table.rows.count)×\(table.columns)"
            case .footnote(let note): "note \(note.label)"
            }
        }
    }
}
