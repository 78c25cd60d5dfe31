/// A table for a terminal: columns fitted to its width with wrapped cells, or one card a row where it is too narrow.
package struct TextTable: Sendable {
    /// A column with its title.
    package struct Column: Sendable {
        /// What stands above it.
        package var title: String
        /// Under this width the column is not worth reading.
        package var least: Int
        /// Whether it is set to the right.
        package var isNumber: Bool

        /// All of its parts.
        package init(_ title: String, least: Int = 10, isNumber: Bool = false) {
            self.title = title
            self.least = least
            self.isNumber = isNumber
        }
    }

    /// One line of the table: a row of cells, or a heading over those that follow.
    package enum Line: Sendable {
        case row([String])
        case heading(String)
    }

    /// From left to right.
    package var columns: [Column]
    /// From top to bottom.
    package var lines: [Line] = []

    /// All of its parts.
    package init(_ columns: [Column]) { self.columns = columns }

    /// The lines of text, columns that are empty throughout left out.
    package func rendered(width: Int, _ ink: Ink) -> [String] {
        let used = columns.indices.filter { index in rows.contains { index < $0.count && !$0[index].isEmpty } }
        let shown = TextTable(columns: used.map { columns[$0] }, lines: lines.map { $0.only(used) })
        let wanted = shown.columns.indices.map { index in
            (shown.rows.map { Self.widest($0[index]) } + [shown.columns[index].title.displayWidth]).max() ?? 0
        }
        guard let fit = ColumnWidths(wanted: wanted, least: shown.columns.map(\.least), available: width) else {
            return shown.cards(width, ink)
        }
        return shown.table(fit.widths, width, ink)
    }

    private init(columns: [Column], lines: [Line]) {
        self.columns = columns
        self.lines = lines
    }

    private var rows: [[String]] {
        lines.compactMap { line in
            if case .row(let cells) = line { cells } else { nil }
        }
    }

    private static func widest(_ cell: String) -> Int {
        cell.split(separator: "\n").map(\.displayWidth).max() ?? 0
    }

    private func table(_ widths: [Int], _ width: Int, _ ink: Ink) -> [String] {
        let total = widths.reduce(0, +) + ColumnWidths.gap * max(0, widths.count - 1)
        let rule = ink(.faint, String(repeating: "─", count: total))
        var result = row(columns.map(\.title), widths).map { ink(.strong, $0) } + [rule]
        // Rows that wrap are told apart by a blank line, rows of one line need none.
        let wraps = rows.contains { cells in zip(cells, widths).contains { Wrapping.lines(of: $0, width: $1).count > 1 }
        }
        for (index, line) in lines.enumerated() {
            switch line {
            case .heading(let text):
                if index > 0 && !wraps { result.append("") }
                result += Wrapping.lines(of: text, width: width).map { ink(.cyan, $0) }
            case .row(let cells): result += row(cells, widths)
            }
            if wraps, index < lines.count - 1, case .row = line { result.append("") }
        }
        return result + [rule]
    }

    private func row(_ cells: [String], _ widths: [Int]) -> [String] {
        let wrapped = zip(cells, widths).map { Wrapping.lines(of: $0, width: $1) }
        return (0..<(wrapped.map(\.count).max() ?? 0)).map { line in
            var text = ""
            for (index, width) in widths.enumerated() {
                let cell = line < wrapped[index].count ? wrapped[index][line] : ""
                let blanks = String(repeating: " ", count: max(0, width - cell.displayWidth))
                text += columns[index].isNumber ? blanks + cell : cell + blanks
                if index < widths.count - 1 { text += String(repeating: " ", count: ColumnWidths.gap) }
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    private func cards(_ width: Int, _ ink: Ink) -> [String] {
        var result: [String] = []
        for line in lines {
            switch line {
            case .heading(let text): result += Wrapping.lines(of: text, width: width).map { ink(.cyan, $0) } + [""]
            case .row(let cells):
                for (column, cell) in zip(columns, cells) where !cell.isEmpty {
                    let label = column.title + ": "
                    let lines = Wrapping.lines(of: label + cell.replacing("\n", with: "; "), width: max(12, width))
                    // The label alone is emphasised, where the first line holds it whole.
                    let first =
                        lines[0].hasPrefix(label) ? ink(.strong, label) + lines[0].dropFirst(label.count) : lines[0]
                    result += [first] + lines.dropFirst()
                }
                result.append("")
            }
        }
        return result.dropLast(result.last == "" ? 1 : 0)
    }
}

extension TextTable.Line {
    fileprivate func only(_ columns: [Int]) -> TextTable.Line {
        guard case .row(let cells) = self else { return self }
        return .row(columns.map { $0 < cells.count ? cells[$0] : "" })
    }
}
