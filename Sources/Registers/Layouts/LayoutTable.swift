/// A layout with records in it, as text: what Word, Excel and pages write, and what comes back from them.
package struct LayoutTable: Sendable {
    /// A heading above one or several columns.
    package struct Heading: Hashable, Sendable {
        /// As the form writes it.
        package let text: String
        /// The first column, from 0.
        package let column: Int
        /// Over how many columns it goes.
        package let columns: Int
        /// Over how many rows it goes.
        package let rows: Int
    }

    /// A row below the headings.
    package enum Row: Hashable, Sendable {
        /// Across the table, above the records of a group.
        case group(String)
        /// A record and the texts of its cells.
        case record(Record, [String])
    }

    /// The form.
    package let layout: Layout
    /// The rows of headings, from above.
    package let head: [[Heading]]
    /// The numbers of the columns; `nil` where the form has no such row.
    package let numbers: [String]?
    /// Groups and records.
    package let rows: [Row]
    /// Lines below the table: what helps with each column.
    package let notes: [String]

    /// - Parameters:
    ///   - records: Those that the form has, in its order.
    ///   - writing: In Vietnamese, as forms are; it knows what the records are called that these refer to.
    package init(_ layout: Layout, _ records: [Record], of definition: Definition, _ writing: ValueWriting) {
        self.layout = layout
        head = layout.head
        numbers = layout.numbers
        notes = layout.hasNotes ? layout.notes(definition) : []
        func row(_ index: Int, _ record: Record) -> Row {
            .record(record, layout.leaves.map { $0.text(record, number: index + 1, definition, writing) })
        }
        guard let groups = layout.groups else {
            rows = records.enumerated().map(row)
            return
        }
        rows = groups.rows.flatMap { key -> [Row] in
            let own = records.filter { $0.content.values[groups.field] == .key(key.text) }
            let name = definition[groups.field]?.choice(key.text)?.names.vi ?? key.text
            let heading = [name, own.isEmpty ? groups.empty : nil].compactMap(\.self).joined(separator: " ")
            return [.group(heading)] + own.enumerated().map(row)
        }
    }
}

extension Layout {
    /// The rows of headings, from above; those with nothing below them go down to the last row.
    package var head: [[LayoutTable.Heading]] {
        let depth = columns.map(\.depth).max() ?? 1
        var rows: [[LayoutTable.Heading]] = Array(repeating: [], count: depth)
        func add(_ columns: [Column], _ row: Int, _ first: Int) {
            var place = first
            for column in columns {
                let count = column.leaves.count
                rows[row].append(
                    .init(
                        text: column.heading, column: place, columns: count,
                        rows: column.columns.isEmpty ? depth - row : 1))
                add(column.columns, row + 1, place)
                place += count
            }
        }
        add(columns, 0, 0)
        return rows
    }

    /// The numbers of the columns; `nil` where the form has no such row.
    package var numbers: [String]? {
        switch numbering {
        case .none: nil
        case .all: leaves.indices.map { "\($0 + 1)" }
        case .afterFirst: leaves.indices.map { $0 == 0 ? "" : "\($0)" }
        }
    }

    /// "1- Tên đoàn: …" of each column whose field has a word of help, numbered as the columns are.
    func notes(_ definition: Definition) -> [String] {
        zip(leaves, numbers ?? leaves.indices.map { "\($0 + 1)" }).compactMap { column, number in
            guard let key = column.fields.first, let help = definition[key]?.help else { return nil }
            return "\(number)- \(column.heading): \(help.vi)"
        }
    }
}

extension Layout.Column {
    /// What a cell says of a record. What stands before or after an empty field is left out with it.
    package func text(_ record: Record, number: Int, _ definition: Definition, _ writing: ValueWriting) -> String {
        guard case .pieces(let pieces) = cell else { return "\(number)" }
        var text = ""
        // What stands between two fields waits for the second.
        var between: String?
        for piece in pieces {
            switch piece {
            case .text(let literal): between = literal
            case .field(let key):
                guard let field = definition[key], let value = record.content.values[key] else { continue }
                if !text.isEmpty { text += between ?? "" }
                text += writing.text(value, field)
            }
        }
        return text
    }

    /// The texts of the fields that a cell says, as ``text(_:number:_:_:)`` wrote it. Where nothing parts them, all of it is the
    /// last field's.
    package func texts(_ cell: String) -> [Key: String] {
        guard case .pieces(let pieces) = self.cell else { return [:] }
        var texts: [Key: String] = [:]
        var rest = cell[...]
        var field: Key?
        for piece in pieces {
            switch piece {
            case .field(let key): field = key
            case .text(let literal):
                guard let key = field, let range = rest.firstRange(of: literal) else { continue }
                texts[key] = String(rest[..<range.lowerBound])
                rest = rest[range.upperBound...]
            }
        }
        if let field { texts[field] = String(rest) }
        return texts
    }
}
