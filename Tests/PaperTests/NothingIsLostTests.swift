import TestSupport
import Testing

@testable import Paper

/// Every word put into a document stands in a block, once, and in the extracted text.
struct NothingIsLostTests {
    /// Writes random documents out of numbered words.
    private struct Author {
        var random: SeededNumbers
        var words: [String] = []

        mutating func word() -> String {
            let syllable = ["Sở", "xã", "Ủy", "ngày", "đến", "việc", "quý"].randomElement(using: &random) ?? ""
            words.append("\(syllable)\(words.count)")
            return words[words.count - 1]
        }

        mutating func runs() -> String {
            (0..<Int.random(in: 1...4, using: &random)).map { _ in
                switch Int.random(in: 0..<7, using: &random) {
                case 0: "<w:ins>" + r(word() + " ") + "</w:ins>"
                case 1: "<w:hyperlink>" + r(word(), "<w:b/>") + "</w:hyperlink>" + r(" ")
                case 2: "<w:sdt><w:sdtContent>" + r(" " + word() + " ") + "</w:sdtContent></w:sdt>"
                case 3: r(word()) + "<w:r><w:tab/><w:br/></w:r>"
                case 4: "<w:r><w:pict><w:txbxContent>" + p(word()) + "</w:txbxContent></w:pict></w:r>"
                case 5: "<w:smartTag>" + r(word(), "<w:i/>") + "</w:smartTag>" + r("\u{A0}")
                default: r(word() + "  ", #"<w:sz w:val="26"/>"#)
                }
            }.joined()
        }

        mutating func blocks(_ depth: Int) -> String {
            (0..<Int.random(in: 1...5, using: &random)).map { _ in
                switch Int.random(in: 0..<(depth > 0 ? 5 : 3), using: &random) {
                case 3: "<w:tbl>" + rows(depth - 1) + "</w:tbl>"
                case 4: "<w:sdt><w:sdtContent>" + blocks(depth - 1) + "</w:sdtContent></w:sdt>"
                default: "<w:p>" + runs() + "</w:p>"
                }
            }.joined()
        }

        mutating func rows(_ depth: Int) -> String {
            (0..<Int.random(in: 1...3, using: &random)).map { _ in
                let cells = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    tc(
                        blocks(depth),
                        ["", #"<w:gridSpan w:val="2"/>"#, "<w:vMerge/>", #"<w:vMerge w:val="restart"/>"#]
                            .randomElement(using: &random) ?? "")
                }
                return "<w:tr>" + cells.joined() + "</w:tr>"
            }.joined()
        }
    }

    private func words(_ table: Table) -> [Substring] {
        table.rows.flatMap(\.cells).flatMap { cell in
            cell.paragraphs.flatMap { $0.text.split(whereSeparator: \.isWhitespace) } + cell.nested.flatMap(words)
        }
    }

    @Test(arguments: 0..<60) func everyWordOfAWordDocumentIsThereOnce(seed: UInt64) throws {
        var author = Author(random: SeededNumbers(seed))
        let transcript = try WordFile(author.blocks(3)).transcript()
        let read = transcript.blocks.flatMap { block in
            block.paragraphs.flatMap { $0.text.split(whereSeparator: \.isWhitespace) } + (block.table.map(words) ?? [])
        }
        #expect(read.map(String.init).sorted() == author.words.sorted())
        let lines = transcript.lines.flatMap { $0.split(whereSeparator: \.isWhitespace) }
        #expect(lines.map(String.init).sorted() == author.words.sorted())
    }

    @Test(arguments: 0..<30) func everyPlaceIsTheLineThatHoldsTheText(seed: UInt64) throws {
        var author = Author(random: SeededNumbers(seed &+ 1000))
        let transcript = try WordFile(author.blocks(2)).transcript()
        for paragraph in transcript.paragraphs {
            let lines = paragraph.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(paragraph.starts.map { transcript.lines[$0.place.line - 1] } == lines.map(String.init))
        }
        for row in transcript.tables.flatMap(\.rows) {
            let line = transcript.lines[row.place.line - 1]
            for word in row.cells.flatMap({ $0.text.split(whereSeparator: \.isWhitespace) }) {
                #expect(line.contains(word))
            }
        }
    }
}
