package import WorkCalendar

/// A kind of unit that documents name in the plural: "các xã, phường, đặc khu", "các sở, ban, ngành".
package struct OrganisationGroup: Sendable, Equatable {
    /// Who belongs to it.
    package enum Rule: Sendable, Equatable {
        /// The units of these kinds below the province, as they stand on a day.
        case kinds([OrganisationKind])
        /// These, as far as they still stand.
        case members([OrganisationID])
        /// Nobody can say who: "các tổ chức có liên quan". It stays one thing, with a mark.
        case open
    }

    /// What the law made of a group: its work passed to another.
    package struct Ending: Sendable, Equatable {
        /// The first day without it.
        package var day: Day
        /// The group that has its work since then.
        package var successor: String
        /// The paper that says so.
        package var basis: String

        /// All of its parts.
        package init(day: Day, successor: String, basis: String) {
            self.day = day
            self.successor = successor
            self.basis = basis
        }
    }

    /// Its name for ever: "communes".
    package var key: String
    /// The words that mean it, each of them a whole member of a list: "xã", "phường", "địa phương".
    package var names: [String]
    /// Who belongs to it.
    package var rule: Rule
    /// Whether its words say who only beside other words or with "thuộc thành phố": "đơn vị".
    package var isVague: Bool
    /// Where the law ended it.
    package var ending: Ending?

    /// All of its parts.
    package init(key: String, names: [String], rule: Rule, isVague: Bool = false, ending: Ending? = nil) {
        self.key = key
        self.names = names
        self.rule = rule
        self.isVague = isVague
        self.ending = ending
    }
}
