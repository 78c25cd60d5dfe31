import Paper
import Vietnamese

/// One line as the drafter made it: a paragraph, or a part of one between breaks made on purpose.
struct ReviewLine: Sendable {
    let text: String
    let place: Place
    let style: Style
    /// The folded beginning, to tell in passing what kind of line it is.
    let opening: String
    /// Cells and the space between tables each have a number of their own: a list does not run from one into another.
    let container: Int

    private static let openingLength = 28

    init(_ text: String, at place: Place, style: Style, container: Int) {
        self.text = text
        self.place = place
        self.style = style
        self.container = container
        opening =
            text.utf8.count <= Self.openingLength
            ? text.folded
            : String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.openingLength))).folded
    }

    /// The last character that is not white space.
    var lastSign: Unicode.Scalar? { text.unicodeScalars.last { !$0.properties.isWhitespace } }

    /// Whether the line is an item of a list with a dash, a plus or a bullet.
    var isListItem: Bool {
        switch text.unicodeScalars.first {
        case "-", "+", "–", "—", "•", "*": true
        default: false
        }
    }

    /// Whether it holds letters and none of them is a small one.
    var isInCapitals: Bool {
        var hasLetter = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isLowercase { return false }
            hasLetter = hasLetter || scalar.properties.isUppercase
        }
        return hasLetter
    }
}

extension Transcript {
    /// The lines outside big tables: those that hold data have many rows, those that hold a head or a signature few.
    var reviewLines: [ReviewLine] {
        var lines: [ReviewLine] = []
        lines.reserveCapacity(blocks.count)
        var container = 0
        func add(_ paragraph: Paragraph) {
            guard paragraph.text.utf8.contains(0x0A) else {
                if !paragraph.text.isEmpty {
                    lines.append(
                        ReviewLine(paragraph.text, at: paragraph.place, style: paragraph.style, container: container))
                }
                return
            }
            var offset = 0
            for part in paragraph.text.split(separator: "\n", omittingEmptySubsequences: false) {
                if !part.isEmpty {
                    let place = paragraph.place(at: offset)
                    lines.append(ReviewLine(String(part), at: place, style: paragraph.style, container: container))
                }
                offset += part.utf8.count + 1
            }
        }
        for block in blocks {
            switch block {
            case .paragraph(let paragraph): add(paragraph)
            case .table(let table) where table.rows.count <= 6:
                for cell in table.rows.flatMap(\.cells) {
                    container += 1
                    cell.paragraphs.forEach(add)
                }
                container += 1
            case .table: container += 1
            case .footnote: break
            }
        }
        return lines
    }
}
