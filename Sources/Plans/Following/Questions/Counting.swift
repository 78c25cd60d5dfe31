package import Office
package import Storage
package import WorkCalendar

extension Following {
    /// How many occurrences are in each state on a day, of those due at a later day at the latest. A unit counts what
    /// it leads.
    package static func counts(within scope: Scope, on day: Day, until last: Day, _ db: Transaction) throws
        -> StateCounts
    {
        try db.first(
            """
            SELECT \(StateCounts.columns(on: day)) FROM occurrences AS o
            WHERE \(scope.condition("o.unit")) AND o.ended IS NULL AND o.due <= \(last)
            """
        ) { try StateCounts(&$0) } ?? StateCounts()
    }

    /// The same, unit by unit; under `nil` what documents leave to open sets or to bodies that are not known.
    package static func countsByUnit(
        within scope: Scope, on day: Day, until last: Day, _ db: Transaction
    ) throws -> [OrganisationID?: StateCounts] {
        let rows: [(OrganisationID?, StateCounts)] = try db.all(
            """
            SELECT o.unit, \(StateCounts.columns(on: day)) FROM occurrences AS o
            WHERE \(scope.condition("o.unit")) AND o.ended IS NULL AND o.due <= \(last) GROUP BY o.unit
            """
        ) { (try $0.next(), try StateCounts(&$0)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}

/// How a plan stands.
package struct PlanProgress: Sendable, Equatable {
    /// A part of the plan.
    package struct Part<Key: Sendable & Hashable>: Sendable, Equatable {
        /// Which.
        package var key: Key
        /// How its occurrences stand, those without a due day among them.
        package var counts: StateCounts
    }

    /// Unit by unit, in the order of their recording; `nil`: open sets and bodies that are not known.
    package var units: [Part<OrganisationID?>]
    /// Heading by heading of the document, in its order; `nil`: what stands under none.
    package var groups: [Part<String?>]

    /// The whole plan.
    package var counts: StateCounts {
        var all = StateCounts()
        for unit in units { for state in OccurrenceState.allCases { all[state] += unit.counts[state] } }
        return all
    }
}

extension Following {
    /// How a plan stands on a day, by unit and by the headings of its document: the work of the units of the scope.
    package static func progress(
        ofPlan plan: Int, within scope: Scope, on day: Day, _ db: Transaction
    ) throws -> PlanProgress {
        let these: Query = "o.plan = \(plan) AND coalesce(o.ended, '') = '' AND \(scope.condition("+o.unit"))"
        let units = try db.all(
            """
            SELECT o.unit, \(StateCounts.columns(on: day)) FROM occurrences AS o WHERE \(these) GROUP BY o.unit
            ORDER BY o.unit IS NULL, o.unit
            """
        ) { PlanProgress.Part<OrganisationID?>(key: try $0.next(), counts: try StateCounts(&$0)) }
        let groups = try db.all(
            """
            SELECT a.group_title, \(StateCounts.columns(on: day)) FROM occurrences AS o
            JOIN assignments AS a ON a.id = o.assignment WHERE \(these)
            GROUP BY a.group_title ORDER BY min(a.position)
            """
        ) { PlanProgress.Part<String?>(key: try $0.next(), counts: try StateCounts(&$0)) }
        return PlanProgress(units: units, groups: groups)
    }
}
