import Office
import Storage
import Web
import WorkCalendar

/// What the address of a list asks: which records, which columns, in which order.
struct RegisterQuestion: Sendable {
    /// Names of what is asked in the address.
    enum Item {
        static let words = "q"
        static let from = "tu"
        static let to = "den"
        static let order = "xep"
        static let column = "cot"
        static let page = "trang"
        static let removed = "da-xoa"
        static let state = "trang-thai"
        static let unit = "don-vi"

        static func facet(_ facet: RecordQuery.Facet) -> String {
            switch facet {
            case .state: state
            case .unit: unit
            case .field(let key): "loc-\(key)"
            case .behaviour(let name): "xet-\(name)"
            }
        }
    }

    /// How many records a page has.
    static let pageLength = 50
    /// Whoever goes further narrows the question.
    static let lastPage = 200

    var list = RecordList()
    var columns: [FieldDefinition]
    let page: Int
    /// Days as they were typed, where they are none.
    var misread: [String] = []

    /// - Parameter day: Today, on which time limits and what else follows from the day are asked.
    init(_ address: PageAddress, _ definition: Definition, on day: Day) {
        list.query.day = day
        let fields = definition.fields.filter { !$0.isPrivate && $0.kind != .file }
        let asked = address.all(Item.column).compactMap { text in fields.first { $0.key.text == text } }
        let usual = definition.display.columns.compactMap { key in fields.first { $0.key == key } }
        columns = asked.isEmpty ? usual : asked
        if !columns.contains(where: { $0.key == definition.display.title }),
            let title = fields.first(where: { $0.key == definition.display.title })
        {
            columns.insert(title, at: 0)
        }
        page = min(max(address[Item.page].flatMap { Int($0) } ?? 1, 1), Self.lastPage)
        list.limit = Self.pageLength
        list.offset = (page - 1) * Self.pageLength
        list.query.text = address[Item.words] ?? ""
        list.query.isOfRemoved = address[Item.removed] != nil
        for facet in definition.listFacets {
            let values = address.all(Item.facet(facet)).compactMap { definition.value($0, of: facet) }
            if !values.isEmpty { list.query.facets[facet] = values }
        }
        readWindow(address)
        readOrder(address[Item.order], definition)
    }

    private mutating func readWindow(_ address: PageAddress) {
        func date(_ name: String) -> PartialDate? {
            guard let text = address[name] else { return nil }
            let date = PartialDate(typed: text)
            if date == nil { misread.append(text) }
            return date
        }
        let (from, to) = (date(Item.from), date(Item.to))
        guard from != nil || to != nil else { return }
        let first = from?.firstDay ?? Day(year: 1, month: 1, day: 1)
        let last = to?.lastDay ?? Day(year: 9999, month: 12, day: 31)
        guard let first, let last, first <= last else { return }
        list.query.window = Window(first, last)
    }

    private mutating func readOrder(_ text: String?, _ definition: Definition) {
        guard var text else { return }
        list.isDescending = text.hasPrefix("-")
        if list.isDescending { text.removeFirst() }
        if text == "trang-thai" {
            list.order = .state
        } else if let field = definition.fields.first(where: { $0.key.text == text }), field.sortColumn != nil {
            list.order = .field(field.key)
        }
    }

    /// Which fields have a total under the list.
    var summed: [Key] { columns.filter { Kind.numbers.contains($0.kind) && !$0.isYear }.map(\.key) }

    /// Whether all records are asked for.
    var isOpen: Bool {
        list.query.facets.isEmpty && list.query.text.isEmpty && list.query.window == nil && !list.query.isOfRemoved
    }
}

extension Definition {
    /// A value of a facet as the address has it.
    func value(_ plain: String, of facet: RecordQuery.Facet) -> FieldValue? {
        switch facet {
        case .state: return states.contains { $0.key.text == plain } ? .key(plain) : nil
        case .unit: return Int(plain).map { .unit(.init(rawValue: $0)) }
        case .behaviour(let name):
            return sorting(name).map { type(of: $0).standings.contains(plain) } ?? false ? .key(plain) : nil
        case .field(let key):
            guard let field = self[key] else { return nil }
            // A yes of any day.
            if field.kind == .answer { return FieldValue(plain: plain, of: field) }
            return Kind.several.contains(field.kind) ? .key(plain) : FieldValue(plain: plain, of: field)
        }
    }
}
