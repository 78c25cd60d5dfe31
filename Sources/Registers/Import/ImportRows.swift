import Paper
import Vietnamese

/// A row of a table that comes in: what its cells say of each field, as text.
struct ImportRow: Sendable {
    /// What a cell says of a field.
    struct Said: Sendable {
        var text: String
        /// The number or the day as the file has it.
        var exact: String?
        /// Of an amount: what the column of its currency says.
        var currency: String?
    }

    /// As the file counts it.
    let number: Int
    /// By field; empty texts of fields that have a column.
    var fields: [Key: Said] = [:]
    var record = ""
    var state = ""
    var unit = ""

    var isBlank: Bool { record.isEmpty && fields.values.allSatisfy(\.text.isEmpty) }
}

extension ImportTable {
    /// The rows with records, and of those that are none what nobody understands.
    func rows(_ definition: Definition) -> (rows: [ImportRow], unknown: [Int]) {
        var rows: [ImportRow] = []
        var unknown: [Int] = []
        var group: Key?
        for (index, row) in grid.rows[min(first, grid.rows.count)...].enumerated() {
            if index < 3, isNumbering(row) || isSum(row) { continue }
            if isSum(row) { continue }
            if let layout, row.cells.count == 1, let cell = row.cells.first, layout.groups != nil {
                switch self.group(cell.text, layout, definition) {
                case .some(let key): group = key
                // A number that stands in wait for a record.
                case nil where cell.text.wholeMatch(of: /[(]?[0-9]{1,4}[).]?/) != nil || isNothing(cell.text): break
                case nil: unknown.append(row.number)
                }
                continue
            }
            let read = self.row(row, definition, group)
            if !read.isBlank { rows.append(read) }
        }
        return (rows, unknown)
    }

    private func row(_ row: Grid.Row, _ definition: Definition, _ group: Key?) -> ImportRow {
        var read = ImportRow(number: row.number)
        for column in columns {
            let cell = row[column.column]
            let text = cell?.text ?? ""
            switch column.content {
            case .ignored: break
            case .target(.field(let key)):
                read.fields[key, default: .init(text: "")].text = text
                read.fields[key]?.exact = cell?.exact
            case .target(.currency(let key)): read.fields[key, default: .init(text: "")].currency = text
            case .target(.record): read.record = text
            case .target(.state): read.state = text
            case .target(.unit): read.unit = text
            case .form(let own):
                let texts = own.texts(text, definition)
                for key in own.fields { read.fields[key] = .init(text: (texts[key] ?? "").trimmed) }
                if own.fields.count == 1, let key = own.fields.first { read.fields[key]?.exact = cell?.exact }
            }
        }
        // A group alone makes no record.
        if let group, let field = layout?.groups?.field, !read.isBlank {
            read.fields[field] = .init(text: group.text)
        }
        return read
    }

    /// The numbers of the columns below the headings.
    private func isNumbering(_ row: Grid.Row) -> Bool {
        row.cells.count > 2 && row.cells.allSatisfy { $0.text.wholeMatch(of: /[(]?[0-9]{1,2}[)]?/) != nil }
            && zip(row.cells, row.cells.dropFirst()).allSatisfy {
                (Int($0.text.filter(\.isNumber)) ?? 0) + 1 == Int($1.text.filter(\.isNumber))
            }
    }

    private func isSum(_ row: Grid.Row) -> Bool {
        guard let first = row.cells.first?.text.soughtWords else { return false }
        return ["tong", "tong cong", "cong", "tong so", "total"].contains(first)
    }

    private func isNothing(_ text: String) -> Bool {
        ["khong", "khong co", "none"].contains(text.soughtWords)
    }

    /// The choice that the heading of a group names: by its words, or by the number before them ("II.").
    private func group(_ text: String, _ layout: Layout, _ definition: Definition) -> Key? {
        guard let groups = layout.groups, let field = definition[groups.field] else { return nil }
        let words = text.prefix { $0 != "(" }.description.soughtWords
        func numeral(_ text: String) -> String? { text.firstMatch(of: /^\s*([IVX]+)\s*[.,)\-–]/).map { String($0.1) } }
        let choices = groups.rows.compactMap { field.choice($0.text) }
        return
            (choices.first { $0.names.vi.soughtWords == words || $0.names.vi.soughtWords.hasSuffix(" \(words)") }
            ?? choices.first { numeral(text) != nil && numeral($0.names.vi) == numeral(text) })?.key
    }
}

extension Layout.Column {
    /// The texts of the fields that a cell says. Where what stands before a mark is no value of its field, the mark belongs to the text:
    /// "Nhắc lại: kế hoạch" names no kind of document.
    fileprivate func texts(_ cell: String, _ definition: Definition) -> [Key: String] {
        let texts = texts(cell)
        guard texts.count > 1, let last = fields.last, definition[last].map({ Kind.texts.contains($0.kind) }) == true
        else { return texts }
        let isRead = texts.allSatisfy { key, text in
            guard let field = definition[key], field.kind == .choice else { return true }
            return field.choices.contains { $0.isCalled(text.soughtWords) }
        }
        return isRead ? texts : [last: cell]
    }
}
