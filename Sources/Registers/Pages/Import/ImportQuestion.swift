import Office
import Paper
import Web

/// How a file is taken in: which of its tables, in which form, what its columns are about, and whose work new records are. All of it stands
/// in the address, and goes with the form that takes the file in.
struct ImportQuestion: Sendable {
    enum Item {
        static let table = "bang"
        static let layout = "mau"
        static let unit = "don-vi"
        static func column(_ column: Int) -> String { "cot-\(column)" }
    }

    /// In place of a form's key: by the names of fields.
    static let plain = "ten-truong"
    /// In place of a target: what the form says of the column.
    static let asForm = "theo-mau"

    let address: PageAddress

    init(_ address: PageAddress) { self.address = address }

    /// The table, read as it was asked; `nil` where none of the file's has anything that the register knows.
    func table(of grids: [Grid], _ request: RegisterRequest) -> ImportTable? {
        let all = request.definitions.layouts(of: request.definition.key)
        let asked = address[Item.layout]
        let layouts = asked == nil ? all : all.filter { $0.key.text == asked }
        let number = address[Item.table].flatMap { Int($0) }
        let reading = HeadingReading(request.definition, layouts, isFormWanted: asked != nil && asked != Self.plain)
        guard var table = reading.table(of: grids, only: number) else { return nil }
        var taken: Set<ColumnTarget> = []
        for index in table.columns.indices {
            let text = address.items.first { $0.name == Item.column(table.columns[index].column) }?.value
            if let text, text != Self.asForm { table.columns[index].content = content(text, request.definition) }
            // Two columns cannot be about one thing.
            if case .target(let target) = table.columns[index].content, !taken.insert(target).inserted {
                table.columns[index].content = .ignored
            }
        }
        return table
    }

    private func content(_ text: String, _ definition: Definition) -> ImportColumn.Content {
        ColumnTarget.all(definition).first { $0.text == text }.map { .target($0) } ?? .ignored
    }

    /// Whether new records are to be another unit's than that of who asks.
    func isUnitAsked(_ request: RegisterRequest) -> Bool {
        address[Item.unit].map { $0 != request.call.seat.unit.name } ?? false
    }

    /// Whose work new records are where the table does not say: the unit that is asked, else that of who asks. `nil` where none is called
    /// so.
    func unit(_ request: RegisterRequest) -> OrganisationID? {
        guard let text = address[Item.unit] else { return OrganisationID(rawValue: request.call.seat.unit.id) }
        return request.unit(named: text)
    }
}

extension ColumnTarget {
    /// All that a column can be about.
    static func all(_ definition: Definition) -> [ColumnTarget] {
        var all: [ColumnTarget] = [.record]
        for field in definition.fields where field.kind != .file {
            all.append(.field(field.key))
            if field.kind == .money { all.append(.currency(field.key)) }
        }
        if definition.states.count > 1 { all.append(.state) }
        if definition.display.unit == nil { all.append(.unit) }
        return all
    }

    /// What it is called.
    func name(_ request: RegisterRequest) -> String {
        switch self {
        case .field(let key): request.definition[key].map { request.name($0.names) } ?? key.text
        case .currency(let key):
            "\(request.definition[key].map { request.name($0.names) } ?? key.text) – \(request.words("register.currency"))"
        case .record: request.words("register.code")
        case .state: request.words("register.state")
        case .unit: request.words("register.unit")
        }
    }
}
