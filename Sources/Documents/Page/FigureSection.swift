import Terminal

extension DocumentPage {
    mutating func addFigures() {
        guard !document.figures.isEmpty else { return }
        heading("page.figures", count: document.figures.count)
        var table = TextTable([
            .init(word("column.value"), least: 6, isNumber: true), .init(word("column.unit"), least: 8),
            .init(word("column.of"), least: 20), .init(word("column.place"), least: 10),
        ])
        for figure in document.figures {
            let value = (figure.isApproximate ? "≈ " : "") + Self.written(figure.value)
            table.lines.append(.row([value, figure.unit ?? "", figure.of ?? "", text(of: figure.place)]))
        }
        page.table(table)
    }

    mutating func addTables() {
        for (index, plain) in document.tables.enumerated() {
            page.heading(plain.title ?? word("page.table", ["number": String(index + 1)]))
            let columns = max(plain.header.count, plain.rows.map(\.count).max() ?? 0)
            var table = TextTable(
                (0..<columns).map { .init($0 < plain.header.count ? plain.header[$0] : "", least: 8) })
            table.lines = plain.rows.map { row in
                .row((0..<columns).map { $0 < row.count ? row[$0] : "" })
            }
            page.table(table)
        }
    }

    /// As Vietnamese offices write numbers: a point for thousands, a comma before the fraction.
    static func written(_ value: Double) -> String {
        guard let whole = Int(exactly: value.rounded(.towardZero)) else { return value.description }
        var digits = String(whole.magnitude)
        var groups: [Substring] = []
        while digits.utf8.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits.removeLast(3)
        }
        let sign = value < 0 ? "-" : ""
        let fraction = value.description.split(separator: ".").dropFirst().first.flatMap { $0 == "0" ? nil : ",\($0)" }
        return sign + ([Substring(digits)] + groups).joined(separator: ".") + (fraction ?? "")
    }
}
