/// A page taken apart: its lines in reading order, its tables, its notes.
struct PageLayout: Sendable {
    enum Piece: Sendable {
        case line(PrintedLine)
        case table(RuledGrid, words: [PageWord])
    }

    private(set) var pieces: [Piece] = []
    /// Lines of the notes at its foot.
    private(set) var notes: [PrintedLine] = []
    let page: PageContent

    init(_ page: PageContent) {
        self.page = page
        let grids = RuledGrid.grids(from: page.rules)
        var loose: [PageWord] = []
        var inside = Array(repeating: [PageWord](), count: grids.count)
        for word in page.words {
            if let index = grids.firstIndex(where: { $0.box.contains(x: word.box.middle, y: word.box.centre) }) {
                inside[index].append(word)
            } else {
                loose.append(word)
            }
        }
        let tables = zip(grids, inside).filter { !$0.1.isEmpty }
        var rows = TextRow.rows(of: loose)
        dropPageNumbers(&rows)
        takeNotes(&rows, below: tables.last?.0.box.bottom ?? 0)
        if page.isRecognised, !notes.isEmpty {
            rows = MisreadMarks.restored(rows, labels: Footnotes.split(notes).map(\.label))
        }
        let extent = Self.extent(of: rows, page: page, tables: tables.map(\.0))
        for (grid, words) in tables {
            let above = rows.prefix { $0.box.centre < grid.box.top }
            addLines(Array(above), extent)
            rows.removeFirst(above.count)
            pieces.append(.table(grid, words: words))
        }
        addLines(rows, extent)
    }

    /// Page numbers stand alone at the top or bottom edge.
    private func dropPageNumbers(_ rows: inout [TextRow]) {
        if let first = rows.first, first.box.bottom < 0.12 * page.height, isPageNumber(first) { rows.removeFirst() }
        if let last = rows.last, last.box.top > 0.88 * page.height, isPageNumber(last) { rows.removeLast() }
    }

    /// `2`, `- 2 -`, `2/7`, `Trang 2`
    private func isPageNumber(_ row: TextRow) -> Bool {
        guard row.words.count <= 4 else { return false }
        // A figure may be misread, but stays short and in the middle.
        if page.isRecognised, row.text.count <= 3, abs(row.box.middle - page.width / 2) < 0.08 * page.width {
            return true
        }
        let words = row.words.map(\.text).filter { !["-", "–", "Trang", "trang", "|"].contains($0) }
        guard words.count == 1, let text = words.first else { return false }
        let digits = text.split(separator: "/", omittingEmptySubsequences: false)
        return digits.count <= 2 && digits.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isNumber) }
    }

    /// Takes the notes off the foot of the page: smaller lines, the first of which begins with a label.
    private mutating func takeNotes(_ rows: inout [TextRow], below floor: Double) {
        guard let usual = Self.usualSize(rows) else { return }
        let rule = page.rules.last {
            $0.direction == .horizontal && $0.position > max(floor, 0.3 * page.height)
                && $0.length < 0.45 * page.width && $0.length > 0.08 * page.width
        }
        var start = rows.count
        // Where pixels tell little of the size, the short rule above the notes must be there.
        while start > 0, rows[start - 1].box.top > floor,
            page.isRecognised
                ? rows[start - 1].box.centre > rule?.position ?? .infinity : rows[start - 1].size < 0.93 * usual
        {
            start -= 1
        }
        while start < rows.count, !Self.beginsNote(rows[start]) { start += 1 }
        guard start < rows.count, start > 0 || floor > 0 || rule != nil else { return }
        let lines = rows[start...]
        let left = lines.map(\.box.left).min() ?? 0
        let right = lines.map(\.box.right).max() ?? page.width
        notes = lines.map {
            PrintedLine(
                row: $0, page: page.number, role: .footnote, left: left, right: right, isRecognised: page.isRecognised)
        }
        rows.removeSubrange(start...)
    }

    private static func beginsNote(_ row: TextRow) -> Bool {
        guard let first = row.words.first, row.words.count > 1 else { return false }
        return Footnotes.label(of: first.text) != nil
    }

    private static func usualSize(_ rows: [TextRow]) -> Double? {
        var lengths: [Double: Int] = [:]
        for row in rows { lengths[(row.size * 2).rounded() / 2, default: 0] += row.words.count }
        return lengths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    /// The margins that full lines keep to.
    private static func extent(of rows: [TextRow], page: PageContent, tables: [RuledGrid]) -> (Double, Double) {
        func edge(_ values: [Double]) -> Double? {
            // The outermost that another line shares.
            let sorted = values.sorted()
            for (index, value) in sorted.enumerated().dropLast() where abs(sorted[index + 1] - value) < 3 {
                return value
            }
            return sorted.first
        }
        let long = rows.filter { $0.words.count > 4 }
        guard let left = edge((long.isEmpty ? rows : long).map(\.box.left)),
            let right = edge((long.isEmpty ? rows : long).map { -$0.box.right }), -right - left > 0.3 * page.width
        else {
            let box = tables.first?.box
            return (box?.left ?? 0.14 * page.width, box?.right ?? 0.92 * page.width)
        }
        return (left, -right)
    }

    private mutating func addLines(_ rows: [TextRow], _ extent: (left: Double, right: Double)) {
        var next = 0
        func add(_ row: TextRow, _ role: PrintedLine.Role, _ left: Double, _ right: Double) -> Piece {
            .line(
                PrintedLine(
                    row: row, page: page.number, role: role, left: left, right: right, isRecognised: page.isRecognised))
        }
        for zone in SideBySide(left: extent.left, right: extent.right).zones(in: rows) {
            pieces += rows[next..<zone.rows.lowerBound].map { add($0, .body, extent.left, extent.right) }
            let words = rows[zone.rows].flatMap(\.words)
            let middle = (zone.strip.lowerBound + zone.strip.upperBound) / 2
            let columns = [words.filter { $0.box.middle < middle }, words.filter { $0.box.middle >= middle }]
            for (words, bounds) in zip(columns, [(extent.left, middle), (middle, extent.right)]) {
                pieces += TextRow.rows(of: words).map { add($0, .aside, bounds.0, bounds.1) }
            }
            next = zone.rows.upperBound
        }
        pieces += rows[next...].map { add($0, .body, extent.left, extent.right) }
    }
}
