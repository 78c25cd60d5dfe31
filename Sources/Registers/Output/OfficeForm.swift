package import Office
package import WorkCalendar

/// Records in a form of the office, ready for paper: whose it is, what it shows, the table, and its end. Forms are in Vietnamese.
package struct OfficeForm: Sendable {
    /// Whose it is.
    package let head: PaperHead
    /// What it is called, in capitals.
    package let title: String
    /// What was asked, below the title: "Từ ngày 01/01/2026 đến ngày 31/12/2026".
    package let lines: [String]
    /// The table.
    package let table: LayoutTable
    /// The cells of the last row of the table, which adds numbers up; empty where there is nothing to add.
    package let totals: [String]
    /// How many records it has: "Tổng số: 38 đoàn".
    package let count: String
    /// The day on which it was put together.
    package let day: Day

    /// The most records of one form: some hundred pages.
    package static let most = 2_000

    /// Whether it is kept as a book and ends with who kept it; else it is attached to a paper.
    package var isBook: Bool { table.layout.annex == nil }

    /// "(Kèm theo Kế hoạch số: …/KH-UBND ngày … tháng … năm … của Ủy ban nhân dân xã Hà Bắc)": filled in when the paper gets its number.
    package var attachment: String? {
        table.layout.annex.map { paper in
            "(Kèm theo \(paper) số:          ngày      tháng      năm          của \(head.name))"
        }
    }

    /// "Hà Bắc, ngày      tháng      năm 2026"
    package var dateline: String { "\(head.place), ngày      tháng      năm \(day.year)" }
}

extension Layout {
    /// The book of a register: its records numbered, with these fields as columns.
    init(bookOf definition: Definition, _ fields: [FieldDefinition]) {
        let name = definition.names.vi
        key = Key(unchecked: "book")
        names = definition.names
        register = definition.key
        // "Sổ văn bản đến" says already that it is a book.
        title = name.hasPrefix("Sổ") ? name : "Sổ theo dõi \(name.prefix(1).lowercased())\(name.dropFirst())"
        source = nil
        window = nil
        filter = Filter()
        order = nil
        annex = nil
        numbering = .all
        groups = nil
        hasNotes = false
        columns =
            [Column(heading: "TT", cell: .number, width: 5, columns: [])]
            + fields.map {
                Column(heading: $0.names.vi, cell: .pieces([.field($0.key)]), width: $0.printedWidth, columns: [])
            }
    }

    /// The row that adds up the columns that are one number each.
    func totals(_ records: [Record], _ definition: Definition, _ writing: ValueWriting) -> [String] {
        let sums = leaves.map { column -> String in
            guard case .pieces(let pieces) = column.cell, pieces.count == 1, let key = column.fields.first,
                let field = definition[key], Kind.numbers.contains(field.kind), field.isAddedUp(in: definition)
            else { return "" }
            return FieldSums(records.compactMap { $0.content.values[key] }).text(field, writing)
        }
        return sums.allSatisfy(\.isEmpty) ? [] : sums
    }
}

extension FieldDefinition {
    /// Its share of the width of a page, in characters.
    fileprivate var printedWidth: Int {
        switch kind {
        case .longText: 36
        case .text, .person, .place, .choices, .countries, .unit, .record, .link, .email: 24
        case .choice, .period, .money, .country, .partialDate, .telephone, .answer, .file: 15
        case .day: 12
        case .whole, .decimal: 9
        }
    }

    /// Numbers of years and those that only name something are not added up.
    func isAddedUp(in definition: Definition) -> Bool {
        kind == .money || unit != nil || kind == .decimal && !isUnique
    }
}

/// Numbers of one field together; of money, each currency apart.
private struct FieldSums {
    private var number: Int?
    private var money: [String: Int] = [:]

    init(_ values: [FieldValue]) {
        for value in values {
            switch value {
            case .number(let units): number = (number ?? 0) &+ units
            case .money(let amount): money[amount.currency, default: 0] &+= amount.hundredths
            default: break
            }
        }
    }

    func text(_ field: FieldDefinition, _ writing: ValueWriting) -> String {
        if let number { return writing.number(number, places: field.places) }
        return money.sorted { $0.key < $1.key }.map { writing.money(Money(hundredths: $0.value, currency: $0.key)) }
            .joined(separator: "\n")
    }
}
