/// How a table's columns share the width of a terminal.
struct ColumnWidths: Equatable {
    /// Blanks between columns.
    static let gap = 2
    let widths: [Int]

    /// Every column has its least; what is left goes, bit by bit, to the column whose text is the most lines long.
    /// - Parameters:
    ///   - wanted: The widest text of each column.
    ///   - least: Under this a column is not worth reading.
    ///   - available: Columns of the terminal.
    /// - Returns: `nil` where the table does not fit: it is to be shown as cards.
    init?(wanted: [Int], least: [Int], available: Int) {
        var widths = zip(wanted, least).map { min($0, $1) }
        let left = available - Self.gap * max(0, wanted.count - 1) - widths.reduce(0, +)
        guard left >= 0 else { return nil }
        func height(_ column: Int) -> Double { Double(wanted[column]) / Double(max(1, widths[column])) }
        for _ in 0..<left {
            let open = widths.indices.filter { widths[$0] < wanted[$0] }
            guard let tallest = open.max(by: { height($0) < height($1) }) else { break }
            widths[tallest] += 1
        }
        self.widths = widths
    }
}
