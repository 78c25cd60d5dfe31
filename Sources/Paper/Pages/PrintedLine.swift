/// A line of text in reading order, with the column that it fills.
struct PrintedLine: Sendable {
    enum Role: Sendable {
        /// Running text over the width of the page.
        case body
        /// A column of few words beside another: header, signature, list of recipients.
        case aside
        /// In a cell of a table.
        case cell
        case footnote
    }

    var row: TextRow
    var page: Int
    var role: Role
    /// The extent of the column, in points: what a full line fills.
    var left: Double
    var right: Double
    /// Whether heights tell the size of the type.
    var isRecognised = false

    var box: PageBox { row.box }
    var text: String { LineText(row).text }

    /// Free on both sides alike.
    var isCentred: Bool { isBalanced && box.left - left > 0.6 * row.size && right - box.right > 0.6 * row.size }

    /// The same distance from both edges, full lines included.
    var isBalanced: Bool {
        let before = box.left - left
        let behind = right - box.right
        return abs(before - behind) < max(6, 0.1 * (before + behind))
    }
}

/// The text of a row, marks of notes taken out.
struct LineText {
    private(set) var text = ""
    /// Raised numbers, with the offset into `text.utf8` that they follow.
    private(set) var marks: [NoteMark] = []

    /// - Parameter labels: What counts as the mark of a note; other raised words stay in the text.
    init(_ row: TextRow, labels: Set<String> = []) {
        var previous: PageWord?
        for word in row.words {
            if let mark = Self.label(word), labels.contains(mark), !Self.isUnit(previous?.text ?? "") {
                marks.append(NoteMark(offset: text.utf8.count, label: mark))
                // What is glued to the mark is glued to the word before it.
                previous?.box.right = word.box.right
                continue
            }
            if let previous, !Self.isGlued(word, to: previous, size: row.size) { text += " " }
            text += word.text
            previous = word
        }
    }

    /// The label that a raised word would be: a number, or a star, maybe in brackets.
    static func label(_ word: PageWord) -> String? {
        guard word.isRaised else { return nil }
        let trimmed = word.text.filter { !"()[].,;".contains($0) }
        guard !trimmed.isEmpty, trimmed.utf8.count <= 3, trimmed.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "*" })
        else { return nil }
        return trimmed
    }

    /// Square and cubic metres carry a raised figure of their own.
    private static func isUnit(_ text: String) -> Bool { ["m", "km", "cm", "dm", "mm", "hm"].contains(text) }

    private static func isGlued(_ word: PageWord, to previous: PageWord, size: Double) -> Bool {
        let gap = word.box.left - previous.box.right
        return word.isRaised ? gap < 0.2 * size : gap < 0.06 * size && gap > -0.5 * size
    }
}
