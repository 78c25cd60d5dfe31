package import Office
package import WorkCalendar

/// Who leads an assignment, as far as it is known on the day of the expansion.
package struct ExpansionLead: Sendable, Equatable {
    /// A unit that owes the work.
    package struct Unit: Sendable, Hashable {
        /// Its key.
        package var id: OrganisationID
        /// The day it began, for a member of a group: what came due before is no work of it.
        package var since: Day?

        /// Both parts.
        package init(_ id: OrganisationID, since: Day? = nil) {
            self.id = id
            self.since = since
        }
    }

    /// The words that name them, a key of `assignment_bodies`; `nil` where the document names nobody.
    package var body: Int?
    /// Empty for an open set or a body that is not known: it stays one.
    package var units: [Unit]

    /// Both parts.
    package init(body: Int?, units: [Unit]) {
        self.body = body
        self.units = units
    }
}

/// Turns × leads: the occurrences that an assignment should have.
package enum Expansion {
    /// One occurrence that should be.
    package struct Wanted: Hashable, Sendable {
        /// The words that name the unit.
        package var body: Int?
        /// `nil` for an open set or a body that is not known.
        package var unit: OrganisationID?
        /// When.
        package var turn: Turn

        /// All of its parts.
        package init(body: Int?, unit: OrganisationID?, turn: Turn) {
            self.body = body
            self.unit = unit
            self.turn = turn
        }
    }

    /// The occurrences of all leads at all turns; a unit that two names mean owes the work once. Without a lead there is one at
    /// each turn all the same: the work must not be forgotten.
    package static func wanted(_ leads: [ExpansionLead], _ turns: [Turn]) -> [Wanted] {
        var seen: Set<OccurrenceKey> = []
        var wanted: [Wanted] = []
        wanted.reserveCapacity(turns.count * max(1, leads.map(\.units.count).reduce(0, +)))
        for lead in leads.isEmpty ? [ExpansionLead(body: nil, units: [])] : leads {
            for turn in turns {
                let owing = lead.units.filter { unit in
                    guard let since = unit.since, let due = turn.due else { return true }
                    return due >= since
                }
                for unit in lead.units.isEmpty ? [nil] : owing.map(Optional.some) {
                    let one = Wanted(body: lead.body, unit: unit?.id, turn: turn)
                    if seen.insert(one.key).inserted { wanted.append(one) }
                }
            }
        }
        return wanted
    }
}

/// What makes two occurrences of an assignment the same one: the unit, or the words where the unit is not known, and the period.
struct OccurrenceKey: Hashable {
    let unit: OrganisationID?
    let body: Int?
    let period: PartialDate?

    init(unit: OrganisationID?, body: Int?, period: PartialDate?) {
        self.unit = unit
        self.body = unit == nil ? body : nil
        self.period = period
    }
}

extension Expansion.Wanted {
    var key: OccurrenceKey { OccurrenceKey(unit: unit, body: body, period: turn.period) }
}

extension Occurrence {
    var key: OccurrenceKey { OccurrenceKey(unit: unit, body: body, period: period) }
}
