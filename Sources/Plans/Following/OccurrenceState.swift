package import Storage
package import WorkCalendar

/// How an occurrence stands on a day: the four states of Quyết định 42/2014/QĐ-TTg as amended by Quyết định
/// 23/2018/QĐ-TTg. They follow from the due day, the day of completion and today; nobody types them, nothing keeps
/// them.
///
/// The due day itself is in time. What has no due day is never late. What was recalled, replaced or withdrawn has no
/// state.
package enum OccurrenceState: String, Sendable, CaseIterable {
    /// chưa hoàn thành, trong hạn
    case openInTime
    /// chưa hoàn thành, quá hạn
    case openLate
    /// hoàn thành đúng hạn
    case doneInTime
    /// hoàn thành quá hạn
    case doneLate

    /// The state on a day. What was completed later than that was still open then.
    package init(due: Day?, completed: Day?, on day: Day) {
        if let completed, completed <= day {
            self = due.map { completed > $0 } ?? false ? .doneLate : .doneInTime
        } else {
            self = due.map { day > $0 } ?? false ? .openLate : .openInTime
        }
    }

    /// Whether the work is still to be done.
    package var isOpen: Bool { self == .openInTime || self == .openLate }

    /// The same rule as a condition on the rows of `occurrences`, whose columns `due` and `completed` it reads.
    package func condition(on day: Day) -> Query {
        switch self {
        case .openInTime: "(\(Self.open(on: day))) AND (due IS NULL OR due >= \(day))"
        case .openLate: "(\(Self.open(on: day))) AND due < \(day)"
        case .doneInTime: "completed <= \(day) AND (due IS NULL OR completed <= due)"
        case .doneLate: "completed <= \(day) AND completed > due"
        }
    }

    private static func open(on day: Day) -> Query { "completed IS NULL OR completed > \(day)" }
}

/// How many occurrences are in each of the four states.
package struct StateCounts: Sendable, Equatable {
    /// By state; a state that is missing has none.
    private var numbers: [OccurrenceState: Int]

    /// - Parameter numbers: By state; those that are missing are none.
    package init(_ numbers: [OccurrenceState: Int] = [:]) { self.numbers = numbers.filter { $0.value != 0 } }

    /// How many are in a state.
    package subscript(state: OccurrenceState) -> Int {
        get { numbers[state] ?? 0 }
        set { numbers[state] = newValue == 0 ? nil : newValue }
    }

    /// How many in all.
    package var total: Int { numbers.values.reduce(0, +) }

    /// The columns that ``init(_:)`` reads: an aggregate of rows of `occurrences`.
    static func columns(on day: Day) -> Query {
        func number(_ state: OccurrenceState) -> Query { "count(*) FILTER (WHERE \(state.condition(on: day)))" }
        let states = OccurrenceState.allCases
        return states.dropFirst().reduce(number(states[0])) { "\($0), \(number($1))" }
    }

    init(_ fields: inout Fields) throws {
        self.init()
        for state in OccurrenceState.allCases { self[state] = try fields.next() }
    }
}
