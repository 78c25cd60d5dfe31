import Office
import Storage
package import WorkCalendar

/// A day that a behaviour sets for a record: by when something is to be done, or until when something holds.
package struct Term: Hashable, Sendable {
    /// Which behaviour set it.
    package enum Sort: String, Sendable, CaseIterable {
        /// Something is to be done by then.
        case clock = "clocks"
        /// Something holds until then.
        case expiry
    }

    /// Which behaviour set it.
    package let sort: Sort
    /// Which of several: the key of the clock.
    package let key: Key
    /// When it began to run.
    package let began: Day?
    /// Its last day.
    package let due: Day
    /// From which day on it counts as near.
    package let soon: Day
    /// Since when it stands still.
    package let paused: Day?
    /// When it was done.
    package let met: Day?

    /// Where it stands on a day. Nothing keeps it: it follows from the days.
    package func standing(on day: Day) -> Standing {
        if let met { return met <= due ? .met : .metLate }
        if paused != nil { return .paused }
        return day > due ? .overdue : day >= soon ? .soon : .running
    }

    /// Where a term stands.
    package enum Standing: String, Sendable, CaseIterable {
        case overdue, soon, running, paused, met
        case metLate = "met-late"
    }
}

extension Term.Sort: Storable {}

extension Term.Standing {
    /// The condition on `record_terms AS t` that a term stands there on a day; as ``Term/standing(on:)``.
    func condition(on day: Day) -> Query {
        switch self {
        case .overdue: "t.met IS NULL AND t.paused IS NULL AND t.due < \(day)"
        case .soon: "t.met IS NULL AND t.paused IS NULL AND t.due >= \(day) AND t.soon <= \(day)"
        case .running: "t.met IS NULL AND t.paused IS NULL AND t.due >= \(day) AND t.soon > \(day)"
        case .paused: "t.met IS NULL AND t.paused IS NOT NULL"
        case .met: "t.met IS NOT NULL AND t.met <= t.due"
        case .metLate: "t.met IS NOT NULL AND t.met > t.due"
        }
    }

    /// The look of its badge.
    var look: String {
        switch self {
        case .overdue, .metLate: "late"
        case .soon, .paused: "wait"
        case .running: "accent"
        case .met: "done"
        }
    }
}
