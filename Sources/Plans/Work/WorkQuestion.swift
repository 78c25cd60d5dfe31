package import Office
package import WorkCalendar

/// What is asked of the list of work (Nhiệm vụ): all of it stands in the address of the page, so that it can be kept and sent.
package struct WorkQuestion: Hashable, Sendable {
    /// When it is due.
    package enum Due: Hashable, Sendable {
        /// In a day, a month, a quarter or a year.
        case period(PartialDate)
        /// From one day to another, both included.
        case window(Window)
        /// It has no due day.
        case undated
    }

    /// The order of the rows.
    package enum Order: String, Hashable, Sendable, CaseIterable {
        /// The soonest first; what has no due day comes last.
        case due = "han"
        /// Unit by unit as they were recorded, which is the official order, then by due day; nobody's work comes first.
        case unit = "don-vi"
        /// Plan by plan as they were registered, in the order of their assignments, then by due day.
        case plan = "ke-hoach"
        /// By the text of the assignment, as dictionaries order words, then by due day.
        case text = "nhiem-vu"
    }

    /// Whose work: of this unit and those below it. `nil`: of all that may be seen.
    package var unit: OrganisationID?
    /// What the unit does in it.
    package var role = AssignmentBody.Role.lead
    /// Of which plan.
    package var plan: Int?
    /// Under which heading of that plan.
    package var group: String?
    /// In one of these states; empty: in any.
    package var states: Set<OccurrenceState> = []
    /// When it is due.
    package var due: Due?
    /// Words of the assignment, with or without accents; empty: any.
    package var words = ""
    /// The order of the rows.
    package var order = Order.due
    /// Whether the order is turned round.
    package var isDescending = false
    /// The page, from 1.
    package var page = 1
    /// Whether the filters beside the list are put away: the rows have all of the page, and nothing is counted.
    package var hidesFilters = false

    /// Everything, the soonest first.
    package init() {}

    /// How many rows a page has.
    package static let pageLength = 50
    /// The last page that is shown: whoever needs more narrows the question, or takes the list as a file.
    package static let lastPage = 1_000
}

// The names and values in an address.
extension WorkQuestion {
    private enum Name {
        static let unit = "don-vi"
        static let role = "vai-tro"
        static let plan = "ke-hoach"
        static let group = "nhom"
        static let state = "trang-thai"
        static let due = "han"
        static let words = "q"
        static let order = "xep"
        static let page = "trang"
        static let filters = "bo-loc"
        static let hidden = "an"
    }

    /// All names that it reads and writes.
    package static let names: Set<String> = [
        Name.unit, Name.role, Name.plan, Name.group, Name.state, Name.due, Name.words, Name.order, Name.page,
        Name.filters,
    ]

    /// What an address asks. What it does not understand counts as not asked.
    package init(_ items: some Sequence<(name: String, value: String)>) {
        for (name, value) in items {
            switch name {
            case Name.unit: unit = Int(value).map { OrganisationID(rawValue: $0) }
            case Name.role: role = AssignmentBody.Role(rawValue: value) ?? .lead
            case Name.plan: plan = Int(value)
            case Name.group: group = value.isBlank ? nil : value
            case Name.state: if let state = OccurrenceState(rawValue: value) { states.insert(state) }
            case Name.due: due = Due(value)
            case Name.words: words = String(value.prefix(200))
            case Name.order:
                isDescending = value.hasPrefix("-")
                order = Order(rawValue: String(value.drop { $0 == "-" })) ?? .due
            case Name.page: page = min(max(Int(value) ?? 1, 1), Self.lastPage)
            case Name.filters: hidesFilters = value == Name.hidden
            default: break
            }
        }
        if plan == nil { group = nil }
    }

    /// What stands in an address that asks this; nothing for what is asked anyway.
    package var items: [(name: String, value: String)] {
        var items: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) { if let value { items.append((name, value)) } }
        add(Name.unit, unit.map { String($0.rawValue) })
        add(Name.role, role == .lead ? nil : role.rawValue)
        add(Name.plan, plan.map(String.init))
        add(Name.group, group)
        for state in OccurrenceState.allCases where states.contains(state) { add(Name.state, state.rawValue) }
        add(Name.due, due?.text)
        add(Name.words, words.isBlank ? nil : words)
        let isUsual = order == .due && !isDescending
        add(Name.order, isUsual ? nil : (isDescending ? "-" : "") + order.rawValue)
        add(Name.page, page == 1 ? nil : String(page))
        add(Name.filters, hidesFilters ? Name.hidden : nil)
        return items
    }

    /// The same question with something changed, from its first page.
    package func with(_ change: (inout WorkQuestion) -> Void) -> WorkQuestion {
        var changed = self
        changed.page = 1
        change(&changed)
        return changed
    }

    /// Whether nothing narrows it.
    package var isOpen: Bool {
        unit == nil && role == .lead && plan == nil && states.isEmpty && due == nil && words.isBlank
    }
}

extension WorkQuestion.Due {
    private static let none = "khong"

    /// Reads what ``text`` writes: "2026-Q4", "2026-11-01..2026-11-30", "khong".
    init?(_ text: String) {
        if text == Self.none {
            self = .undated
        } else if let period = PartialDate(key: text) {
            self = .period(period)
        } else {
            let ends = text.split(separator: ".", omittingEmptySubsequences: true).compactMap { Day(iso: String($0)) }
            guard ends.count == 2, text.contains("..") else { return nil }
            self = .window(Window(ends[0], ends[1]))
        }
    }

    /// As it stands in an address.
    package var text: String {
        switch self {
        case .period(let period): period.key
        case .window(let window): "\(window.first)..\(window.last)"
        case .undated: Self.none
        }
    }

    /// The days, where it has any.
    package var window: Window? {
        switch self {
        case .period(let period): period.window
        case .window(let window): window
        case .undated: nil
        }
    }
}
