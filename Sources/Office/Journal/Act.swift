package import WorkCalendar

/// Something with a key and the name it has now: the journal keeps both, for names change.
package struct Named: Hashable, Sendable {
    /// Its key.
    package let id: Int
    /// Its name now.
    package let name: String

    /// Both parts.
    package init(id: Int, name: String) {
        self.id = id
        self.name = name
    }
}

/// Who acts.
package enum Actor: Hashable, Sendable {
    /// An account, for a position in a unit.
    case holder(account: Named, position: Named, unit: Named)
    /// No account: the administrator at the command line, or a job. The reason says which: "nhipcau user add".
    case system(String)
}

/// Who acts, and when: what every function that changes something is given, so that nothing asks the clock or a global for it.
package struct Act: Hashable, Sendable {
    /// Who.
    package let actor: Actor
    /// When.
    package let at: Instant
    /// Today, for everything that is counted in days.
    package let day: Day

    /// - Parameter day: Today; the day of the moment in Hà Nội where none is given.
    package init(_ actor: Actor, at: Instant, day: Day? = nil) {
        self.actor = actor
        self.at = at
        self.day = day ?? at.day
    }
}
