/// A table's grid as its rules draw it.
struct RuledGrid: Sendable {
    /// The borders of its columns and rows, ascending, in points.
    var columns: [Double]
    var rows: [Double]
    /// Its cells from the top down, each row from left to right; none overlap.
    var cells: [GridCell]

    var box: PageBox {
        PageBox(
            left: columns.first ?? 0, top: rows.first ?? 0, right: columns.last ?? 0, bottom: rows.last ?? 0)
    }

    struct GridCell: Sendable {
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
    }

    /// The rectangle of a cell.
    func box(of cell: GridCell) -> PageBox {
        PageBox(
            left: columns[cell.column], top: rows[cell.row], right: columns[cell.column + cell.columnSpan],
            bottom: rows[cell.row + cell.rowSpan])
    }

    /// Distance below which two rules are the same border, in points.
    private static let tolerance = 4.0

    /// The grids that the rules of a page form, from the top down: rules that touch belong together, and two of each
    /// direction make a table. Frames of one cell are none.
    static func grids(from rules: [Rule]) -> [RuledGrid] {
        groups(of: rules).compactMap(grid).sorted { $0.box.top < $1.box.top }
    }

    private static func groups(of rules: [Rule]) -> [[Rule]] {
        var parent = Array(rules.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parent[index] != index {
                parent[index] = parent[parent[index]]
                index = parent[index]
            }
            return index
        }
        let vertical = rules.indices.filter { rules[$0].direction == .vertical }
        for one in rules.indices where rules[one].direction == .horizontal {
            for other in vertical where rules[one].touches(rules[other], within: tolerance) {
                parent[root(other)] = root(one)
            }
        }
        return Dictionary(grouping: rules.indices) { root($0) }.values.map { $0.map { rules[$0] } }
    }

    private static func grid(of rules: [Rule]) -> RuledGrid? {
        let horizontal = rules.filter { $0.direction == .horizontal }
        let vertical = rules.filter { $0.direction == .vertical }
        guard horizontal.count >= 2, vertical.count >= 1, rules.count >= 5, rules.count < 5000 else { return nil }
        // Ends count as borders too: a table broken over a page may lack the last rule, one set without sides the
        // outer.
        let columns = borders(vertical.map(\.position), ends: horizontal.flatMap { [$0.from, $0.to] })
        let rows = borders(horizontal.map(\.position), ends: vertical.flatMap { [$0.from, $0.to] })
        guard columns.count >= 3 || rows.count >= 3, columns.count >= 2, rows.count >= 2, columns.count < 64 else {
            return nil
        }
        var grid = RuledGrid(columns: columns, rows: rows, cells: [])
        grid.cells = grid.cells(horizontal: horizontal, vertical: vertical)
        return grid.cells.count > 1 ? grid : nil
    }

    /// Positions gathered into borders; of the `ends` only the outermost, where they lie well outside of the positions.
    private static func borders(_ positions: [Double], ends: [Double]) -> [Double] {
        var all = positions
        if let low = ends.min(), low < (positions.min() ?? low) - 2 * tolerance { all.append(low) }
        if let high = ends.max(), high > (positions.max() ?? high) + 2 * tolerance { all.append(high) }
        var borders: [(sum: Double, count: Double, last: Double)] = []
        for position in all.sorted() {
            if let last = borders.last, position - last.last <= tolerance {
                borders[borders.count - 1] = (last.sum + position, last.count + 1, position)
            } else {
                borders.append((position, 1, position))
            }
        }
        return borders.map { $0.sum / $0.count }
    }

    /// The smallest fields of the grid, joined wherever no rule parts them.
    private func cells(horizontal: [Rule], vertical: [Rule]) -> [GridCell] {
        let width = columns.count - 1
        let height = rows.count - 1
        var taken = Array(repeating: false, count: width * height)
        var cells: [GridCell] = []
        func isOpen(right column: Int, row: Int) -> Bool {
            column + 1 < width && !Self.covers(vertical, at: columns[column + 1], from: rows[row], to: rows[row + 1])
        }
        func isOpen(below row: Int, column: Int) -> Bool {
            row + 1 < height
                && !Self.covers(horizontal, at: rows[row + 1], from: columns[column], to: columns[column + 1])
        }
        for row in 0..<height {
            for column in 0..<width where !taken[row * width + column] {
                var columnSpan = 1
                while isOpen(right: column + columnSpan - 1, row: row), !taken[row * width + column + columnSpan] {
                    columnSpan += 1
                }
                var rowSpan = 1
                while (column..<column + columnSpan).allSatisfy({ isOpen(below: row + rowSpan - 1, column: $0) }),
                    (column..<column + columnSpan).allSatisfy({ !taken[(row + rowSpan) * width + $0] })
                {
                    rowSpan += 1
                }
                for y in row..<row + rowSpan {
                    for x in column..<column + columnSpan { taken[y * width + x] = true }
                }
                cells.append(GridCell(row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan))
            }
        }
        return cells
    }

    /// Whether rules at `position` cover more than half of the way.
    private static func covers(_ rules: [Rule], at position: Double, from: Double, to: Double) -> Bool {
        var covered = 0.0
        for rule in rules where abs(rule.position - position) <= tolerance {
            covered += max(0, min(rule.to, to) - max(rule.from, from))
        }
        return covered > 0.5 * (to - from)
    }
}

extension Rule {
    /// Whether a rule of the other direction meets this one.
    fileprivate func touches(_ other: Rule, within tolerance: Double) -> Bool {
        position >= other.from - tolerance && position <= other.to + tolerance
            && other.position >= from - tolerance && other.position <= to + tolerance
    }
}
