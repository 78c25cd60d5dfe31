import Paper
import Vietnamese

/// What a column of a table that comes in is about.
enum ColumnTarget: Hashable, Sendable {
    /// A field.
    case field(Key)
    /// The currency of a field of money.
    case currency(Key)
    /// The number of the record: "Mã số".
    case record
    /// Where the record stands.
    case state
    /// Whose work it is, where the register has no field for that.
    case unit

    /// As addresses and forms have it.
    var text: String {
        switch self {
        case .field(let key): key.text
        case .currency(let key): "\(key)/loai-tien"
        case .record: "/ma-so"
        case .state: "/trang-thai"
        case .unit: "/don-vi"
        }
    }
}

/// A column of a table that comes in.
struct ImportColumn: Sendable {
    enum Content: Sendable {
        /// One thing.
        case target(ColumnTarget)
        /// What a form says of it, one field or several.
        case form(Layout.Column)
        /// Nothing that is taken in.
        case ignored
    }

    /// In the file, from 0.
    let column: Int
    /// As the file calls it.
    let heading: String
    var content: Content

    /// The fields that it fills.
    var fields: [Key] {
        switch content {
        case .target(.field(let key)), .target(.currency(let key)): [key]
        case .target, .ignored: []
        case .form(let column): column.fields
        }
    }
}

/// The table of a file that is taken in: where its rows begin, and what its columns are about.
struct ImportTable: Sendable {
    let grid: Grid
    /// Among the tables of the file, from 0.
    let index: Int
    /// The form that it is written in.
    let layout: Layout?
    /// The first row below the headings, among the rows of the grid.
    let first: Int
    var columns: [ImportColumn]

    /// The year that the title above the table names: forms say "Quý III" below "năm 2026".
    var year: Int? {
        let above = grid.above + grid.rows.prefix(first).flatMap { $0.cells.map(\.text) }
        for text in above.reversed() {
            if let match = text.firstMatch(of: /(?:năm|year)\s+((?:19|20)[0-9]{2})/.ignoresCase()) {
                return Int(match.1)
            }
        }
        return nil
    }

    func target(_ target: ColumnTarget) -> ImportColumn? {
        columns.first { if case .target(target) = $0.content { true } else { false } }
    }

    /// All fields that the table has a column for.
    var fields: Set<Key> { Set(columns.flatMap(\.fields)).union(layout?.groups.map { [$0.field] } ?? []) }
}

/// Finds the table of a file that has a register's records, and what its columns are about: by the names of fields in either language, with
/// or without accents, by keys, or by the headings of a form.
struct HeadingReading {
    let definition: Definition
    let layouts: [Layout]
    /// Whether a form was asked for, so that names of fields are not looked for.
    let isFormWanted: Bool
    private let targets: [String: ColumnTarget]

    /// How many rows from above may stand before the headings.
    private static let mostBefore = 40
    /// Which part of a form's headings must be there for a table to be in it.
    private static let leastOfForm = 0.75

    init(_ definition: Definition, _ layouts: [Layout], isFormWanted: Bool = false) {
        self.definition = definition
        self.layouts = layouts
        self.isFormWanted = isFormWanted
        var targets: [String: ColumnTarget] = [:]
        func add(_ name: String, _ target: ColumnTarget) {
            let words = name.soughtWords
            if !words.isEmpty, targets[words] == nil { targets[words] = target }
        }
        // A currency after all names of fields: a field may be called so.
        for field in definition.fields where field.kind != .file {
            for name in [field.names.vi, field.names.en, field.key.text] { add(name, .field(field.key)) }
        }
        for name in ["Mã số", "Mã bản ghi", "Number", "id"] { add(name, .record) }
        for name in ["Trạng thái", "State"] { add(name, .state) }
        if definition.display.unit == nil {
            for name in ["Đơn vị", "Unit"] { add(name, .unit) }
        }
        for field in definition.fields where field.kind == .money {
            for name in [field.names.vi, field.names.en, field.key.text] {
                add("\(name) loại tiền", .currency(field.key))
                add("\(name) currency", .currency(field.key))
            }
        }
        self.targets = targets
    }

    /// The table with the most columns that are about something; `nil` where there is none.
    /// - Parameter number: The only one that is looked at.
    func table(of grids: [Grid], only number: Int? = nil) -> ImportTable? {
        var best: (table: ImportTable, score: Int)?
        for (index, grid) in grids.enumerated() where number == nil || number == index {
            for row in grid.rows.indices.prefix(Self.mostBefore) {
                let plain = isFormWanted ? nil : plain(grid, index, row)
                for found in [plain] + layouts.map({ form($0, grid, index, row) }) {
                    guard let found, found.score > best?.score ?? 0 else { continue }
                    best = found
                }
            }
        }
        return best?.table
    }

    // MARK: Names of fields

    private func plain(_ grid: Grid, _ index: Int, _ row: Int) -> (table: ImportTable, score: Int)? {
        var columns: [ImportColumn] = []
        var taken: Set<ColumnTarget> = []
        var money: Key?
        for cell in grid.rows[row].cells {
            var column = ImportColumn(column: cell.column, heading: cell.text, content: .ignored)
            if let target = target(cell.text, after: money), taken.insert(target).inserted {
                column.content = .target(target)
                if case .field(let key) = target { money = definition[key]?.kind == .money ? key : nil }
            }
            columns.append(column)
        }
        guard !taken.isEmpty else { return nil }
        let first = row + 1
        let table = ImportTable(grid: grid, index: index, layout: nil, first: first, columns: columns)
        // A table with the numbers of records is no form, whatever else its headings are like.
        return (table, taken.count * 2 + (taken.contains(.record) ? 100 : 0))
    }

    private func target(_ heading: String, after money: Key?) -> ColumnTarget? {
        for text in [heading, String(heading.prefix { $0 != "(" && $0 != "\n" })] {
            let words = text.soughtWords
            if let target = targets[words] { return target }
            if let money, ["loai tien", "currency", "tien te"].contains(words) { return .currency(money) }
        }
        return nil
    }

    // MARK: Forms

    private func form(_ layout: Layout, _ grid: Grid, _ index: Int, _ row: Int) -> (table: ImportTable, score: Int)? {
        let depth = layout.head.count
        guard row + depth <= grid.rows.count else { return nil }
        let head = grid.rows[row..<(row + depth)]
        // What stands above each column, from above: a heading over several columns stands above all of them.
        var above: [Int: [String]] = [:]
        for cell in head.flatMap(\.cells) {
            for column in cell.column..<(cell.column + cell.span) { above[column, default: []].append(cell.text) }
        }
        var free = above
        var columns: [ImportColumn] = []
        for leaf in layout.leafPaths {
            let path = leaf.path.map(\.soughtWords)
            let found = free.filter { $0.value.map(\.soughtWords) == path || $0.value.last?.soughtWords == path.last }
                .keys.min()
            guard let found else { continue }
            free[found] = nil
            columns.append(
                ImportColumn(
                    column: found, heading: leaf.path.last ?? "",
                    content: leaf.column.fields.isEmpty ? .ignored : .form(leaf.column)))
        }
        let (found, leaves) = (columns.count, layout.leafPaths.count)
        guard found > 1, Double(found) >= Double(leaves) * Self.leastOfForm else { return nil }
        for (column, texts) in free.sorted(by: { $0.key < $1.key }) {
            columns.append(ImportColumn(column: column, heading: texts.joined(separator: " – "), content: .ignored))
        }
        let table = ImportTable(
            grid: grid, index: index, layout: layout, first: row + depth,
            columns: columns.sorted { $0.column < $1.column })
        // Where names of fields fit as well, the form is meant.
        return (table, found * 2 + 1)
    }
}

extension Layout {
    /// The columns that have cells, each with all headings above it.
    fileprivate var leafPaths: [(path: [String], column: Column)] {
        func paths(_ column: Column, _ above: [String]) -> [(path: [String], column: Column)] {
            let path = above + [column.heading]
            return column.columns.isEmpty ? [(path, column)] : column.columns.flatMap { paths($0, path) }
        }
        return columns.flatMap { paths($0, []) }
    }
}
