package import Office
package import Storage
package import WorkCalendar

/// How many rows a question would have for each value of a filter, with all its other filters applied.
package struct WorkFacets: Sendable {
    /// A value with its number of rows.
    package struct Count<Value: Hashable & Sendable>: Hashable, Sendable {
        /// What can be chosen.
        package let value: Value
        /// How many rows there would be.
        package let count: Int
    }

    /// A plan that can be chosen.
    package struct PlanName: Hashable, Sendable {
        /// Its key.
        package let plan: Int
        /// The number of its document, else its title.
        package let name: String
    }

    /// How many in each state.
    package let states: StateCounts
    /// Unit by unit, as they were recorded, after `nil`: open sets and bodies that are not known.
    package let units: [Count<OrganisationID?>]
    /// Plan by plan, the one with the most first.
    package let plans: [Count<PlanName>]
    /// Quarter by quarter, the earliest first; `nil`: what has no due day.
    package let quarters: [Count<PartialDate?>]
    /// How many rows the question has.
    package let total: Int
}

/// Facets are asked again with every page of a list and cost a walk through all of it.
package struct WorkMemory: Sendable {
    fileprivate struct Asked: Hashable, Sendable {
        let question: WorkQuestion
        let sight: Sight
    }

    struct Sought: Hashable, Sendable {
        let text: String
        let unit: OrganisationID
        let sight: Sight
    }

    /// Who signs in, or brings a file, changes none of the numbers.
    private static let unrelated = ["account", "position", "upload", "file", "record"]

    fileprivate let facets = Remembered<Asked, WorkFacets>(limit: 200, ignoring: unrelated)
    let overviews = Remembered<Overview.Asked, Overview>(limit: 100, ignoring: unrelated)
    let found = Remembered<Sought, FoundAnswer>(limit: 200, ignoring: unrelated)

    /// One for all pages of a server.
    package init() {}
}

extension Following {
    /// The counts beside a list, and its total; from memory where nothing was written since they were asked last.
    package static func facets(
        _ question: WorkQuestion, within sight: Sight, _ directory: Directory, _ memory: WorkMemory, _ db: Transaction
    ) throws -> WorkFacets {
        var question = question
        (question.order, question.isDescending, question.page, question.hidesFilters) = (.due, false, 1, false)
        let asked = WorkMemory.Asked(question: question, sight: sight)
        return try memory.facets.answer(to: asked, db) {
            try facets(WorkSelection(question, within: sight, directory, db), db)
        }
    }

    private static func facets(_ selection: WorkSelection, _ db: Transaction) throws -> WorkFacets {
        func rows(without facet: WorkSelection.Facet) -> Query {
            "FROM occurrences AS o WHERE \(selection.condition(without: facet))"
        }
        let states =
            try db.first("SELECT \(WorkSelection.counts(on: selection.day)) \(rows(without: .state))") {
                try StateCounts(&$0)
            } ?? StateCounts()
        let units: [WorkFacets.Count<OrganisationID?>] = try db.all(
            """
            SELECT \(WorkSelection.unit), count(*) \(rows(without: .unit)) GROUP BY \(WorkSelection.unit)
            ORDER BY \(WorkSelection.unit)
            """
        ) {
            let unit: Int = try $0.next()
            return WorkFacets.Count(
                value: unit == 0 ? nil : OrganisationID(rawValue: unit), count: try $0.next())
        }
        let plans = try db.all("SELECT o.plan, count(*) \(rows(without: .plan)) GROUP BY o.plan") {
            (plan: try $0.next(Int.self), count: try $0.next(Int.self))
        }.sorted { ($1.count, $0.plan) < ($0.count, $1.plan) }
        let asked = selection.question.states
        return WorkFacets(
            states: states, units: units, plans: try named(plans, selection.question.plan, db),
            quarters: try quarters(selection, rows(without: .due), db),
            total: asked.isEmpty ? states.total : asked.reduce(0) { $0 + states[$1] })
    }

    /// The number of a plan's document, else its title; `nil` where there is no such plan.
    static func name(ofPlan plan: Int, _ db: Transaction) throws -> String? {
        try names(ofPlans: [plan], db)[plan]
    }

    private static func names(ofPlans plans: [Int], _ db: Transaction) throws -> [Int: String] {
        var names: [Int: String] = [:]
        try db.each(
            """
            SELECT p.id, coalesce(d.number, d.title, d.file_name) FROM plans AS p
            JOIN documents AS d ON d.id = p.document WHERE p.id IN (\(list: plans))
            """
        ) { names[try $0.next()] = try $0.next(String.self) }
        return names
    }

    /// The plans with the most rows, and the one that is chosen.
    private static func named(
        _ plans: [(plan: Int, count: Int)], _ chosen: Int?, _ db: Transaction
    ) throws -> [WorkFacets.Count<WorkFacets.PlanName>] {
        let shown = plans.enumerated().filter { $0.offset < 30 || $0.element.plan == chosen }.map(\.element)
        let names = try names(ofPlans: shown.map(\.plan), db)
        return shown.map { plan, count in
            WorkFacets.Count(value: WorkFacets.PlanName(plan: plan, name: names[plan] ?? ""), count: count)
        }
    }

    private static func quarters(
        _ selection: WorkSelection, _ rows: Query, _ db: Transaction
    ) throws -> [WorkFacets.Count<PartialDate?>] {
        var counts: [PartialDate?: Int] = [:]
        try db.each("SELECT \(WorkSelection.due), count(*) \(rows) GROUP BY \(WorkSelection.due)") {
            let due: Day = try $0.next()
            let quarter = due.year == 9999 ? nil : PartialDate.quarter((due.month + 2) / 3, year: due.year)
            counts[quarter, default: 0] += try $0.next(Int.self)
        }
        return counts.map { WorkFacets.Count(value: $0.key, count: $0.value) }.sorted {
            ($0.value?.lastDay.number ?? .max) < ($1.value?.lastDay.number ?? .max)
        }
    }
}
