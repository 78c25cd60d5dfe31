/// A page for a terminal, written from top to bottom.
package struct TerminalPage: Sendable {
    /// Columns of the terminal, 20 at least.
    package let width: Int
    /// How emphasis is shown.
    package let ink: Ink
    private var lines: [String] = []

    /// - Parameter width: Columns of the terminal.
    package init(width: Int, isColourful: Bool) {
        self.width = max(20, width)
        ink = Ink(isColourful: isColourful)
    }

    /// The page as it is printed.
    package var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

    /// A heading with a blank line above it.
    package mutating func heading(_ text: String) {
        blank()
        for line in wrap(text) { lines.append(ink(.strong, line)) }
    }

    /// A paragraph.
    /// - Parameters:
    ///   - indent: Columns left free before every line.
    ///   - mark: Stands before the first line, inside the indent.
    package mutating func paragraph(
        _ text: String, indent: Int = 0, mark: String = "", emphasis: Ink.Emphasis? = nil,
        markEmphasis: Ink.Emphasis? = nil
    ) {
        let mark = mark.printable
        let indent = max(indent, mark.displayWidth)
        for (index, line) in Wrapping.lines(of: text.printable, width: width - indent).enumerated() {
            let blanks = index == 0 ? indent - mark.displayWidth : indent
            let before = index == 0 ? (markEmphasis.map { ink($0, mark) } ?? mark) : ""
            let text = emphasis.map { ink($0, line) } ?? line
            lines.append(line.isEmpty && before.isEmpty ? "" : before + String(repeating: " ", count: blanks) + text)
        }
    }

    /// Labels on the left, values beside them; what has no value is left out.
    package mutating func fields(_ fields: [(label: String, value: String?)]) {
        let shown = fields.compactMap { field in field.value.map { (field.label, $0) } }.filter { !$0.1.isEmpty }
        let widest = shown.map(\.0.displayWidth).max() ?? 0
        for (label, value) in shown {
            let blanks = String(repeating: " ", count: widest - label.displayWidth)
            paragraph(value, indent: widest + 2, mark: label + blanks + "  ", markEmphasis: .faint)
        }
    }

    /// A table, or cards where it does not fit.
    package mutating func table(_ table: TextTable) {
        var table = table
        table.lines = table.lines.map { line in
            switch line {
            case .row(let cells): .row(cells.map(\.printable))
            case .heading(let text): .heading(text.printable)
            }
        }
        lines += table.rendered(width: width, ink)
    }

    /// An empty line, unless there is one already.
    package mutating func blank() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    private func wrap(_ text: String) -> [String] { Wrapping.lines(of: text.printable, width: width) }
}
