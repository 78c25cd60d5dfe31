package import Office
import Storage
package import WorkCalendar

/// The rows that a question means, for who may see them, as a condition on `o`, a row of `occurrences`.
///
/// What it says of days is worded as the indexes `occurrences_work_…` are (plans.4): with them a page of a million rows is read
/// without reading more, in any order.
struct WorkSelection {
    /// What can be left out, so that its values can be counted with everything else applied.
    enum Facet { case unit, plan, state, due }

    let question: WorkQuestion
    let day: Day
    /// The units that are meant; all where it is everything.
    private let scope: Scope
    /// The same without the question's own unit.
    private let visible: Scope
    /// The words, as they are searched.
    private let matches: Query?
    /// The assignments in which the units take part, where that is asked.
    private let coordinated: Query?

    init(_ question: WorkQuestion, within sight: Sight, _ directory: Directory, _ db: Transaction) {
        self.question = question
        day = sight.day
        visible = sight.scope
        scope = question.unit.map { sight.scope.narrowed(to: directory.family(of: $0, on: sight.day)) } ?? sight.scope
        matches = question.words.isBlank ? nil : Search.matches(question.words, db) ?? "SELECT 0 AS id, 0 AS rank"
        if question.role == .coordinate, case .units(let units) = scope {
            coordinated = Self.coordinated(by: units, on: sight.day, directory)
        } else {
            coordinated = nil
        }
    }

    /// The key of the unit; 0 for nobody.
    static let unit: Query = "coalesce(o.unit, 0)"
    /// The last day there is: what stands for an absent one.
    static let due: Query = "coalesce(o.due, '9999-12-31')"
    private static let completed: Query = "coalesce(o.completed, '9999-12-31')"

    /// The condition on `o`.
    /// - Parameters:
    ///   - facet: What is left out.
    ///   - isWalked: Whether the rows are read in the order of their due days: then many units are looked at row by row.
    func condition(without facet: Facet? = nil, isWalked: Bool = false) -> Query {
        var condition: Query = "coalesce(o.ended, '') = ''"
        func add(_ more: Query) { condition = "\(condition) AND \(more)" }
        if let coordinated {
            add("o.assignment IN (\(coordinated))")
        } else {
            let scope = facet == .unit ? visible : scope
            if case .units(let units) = scope {
                let column: Query = isWalked && units.count > 16 ? "+o.unit" : Self.unit
                add(scope.condition(column))
            }
        }
        if question.order == .text { add("o.assignment = a.id AND o.plan = a.plan") }
        if facet != .plan, let plan = question.plan {
            add("o.plan = \(plan)")
            if let group = question.group {
                add("o.assignment IN (SELECT id FROM assignments WHERE plan = \(plan) AND group_title = \(group))")
            }
        }
        if facet != .due, let due = question.due {
            if let window = due.window {
                add("\(Self.due) >= \(window.first) AND \(Self.due) <= \(window.last)")
            } else {
                add("\(Self.due) = '9999-12-31'")
            }
        }
        if facet != .state, let states = states { add(states) }
        if let matches {
            add(
                """
                o.assignment IN (SELECT e.subject FROM (\(matches)) AS m JOIN search_entries AS e ON e.id = m.id
                    WHERE e.kind = 'assignment')
                """)
        }
        return condition
    }

    /// The states that are asked for.
    private var states: Query? {
        let asked = OccurrenceState.allCases.filter { question.states.contains($0) }
        guard !asked.isEmpty, asked.count < OccurrenceState.allCases.count else { return nil }
        guard asked.count > 1 else { return Self.condition(asked[0], on: day) }
        let any = asked.dropFirst().reduce(Self.condition(asked[0], on: day)) {
            "\($0) OR \(Self.condition($1, on: day))"
        }
        return "(\(any))"
    }

    /// ``OccurrenceState/condition(on:)`` in the words of the indexes.
    static func condition(_ state: OccurrenceState, on day: Day) -> Query {
        switch state {
        case .openInTime: "\(completed) > \(day) AND \(due) >= \(day)"
        case .openLate: "\(completed) > \(day) AND \(due) < \(day)"
        case .doneInTime: "\(completed) <= \(day) AND \(completed) <= \(due)"
        case .doneLate: "\(completed) <= \(day) AND \(completed) > \(due)"
        }
    }

    /// The columns that ``StateCounts/init(_:)`` reads, of rows of `o`.
    static func counts(on day: Day) -> Query {
        let states = OccurrenceState.allCases.map { state -> Query in
            "count(*) FILTER (WHERE \(condition(state, on: day)))"
        }
        return states.dropFirst().reduce(states[0]) { "\($0), \($1)" }
    }

    /// Where the rows are read from: by their texts, everything is walked in that order, and what few units have is sorted.
    var rows: Query {
        guard question.order == .text else { return "occurrences AS o" }
        let isWalked = if case .units(let units) = scope { units.count > 16 } else { true }
        return isWalked
            ? "assignments AS a CROSS JOIN occurrences AS o" : "occurrences AS o CROSS JOIN assignments AS a"
    }

    /// The order of the rows; what is alike comes as it was made.
    var order: Query {
        switch (question.order, question.isDescending) {
        case (.due, false): "\(Self.due), o.id"
        case (.due, true): "\(Self.due) DESC, o.id DESC"
        case (.unit, false): "\(Self.unit), \(Self.due), o.id"
        case (.unit, true): "\(Self.unit) DESC, \(Self.due) DESC, o.id DESC"
        case (.plan, false): "o.plan, o.assignment, \(Self.due), o.id"
        case (.plan, true): "o.plan DESC, o.assignment DESC, \(Self.due) DESC, o.id DESC"
        case (.text, false): "a.text_key, a.id, \(Self.due), o.id"
        case (.text, true): "a.text_key DESC, a.id DESC, \(Self.due) DESC, o.id DESC"
        }
    }

    /// The assignments in which units take part by name, or as members of a group of their province.
    static func coordinated(
        by units: Set<OrganisationID>, on day: Day, _ directory: Directory
    ) -> Query {
        let named: Query = """
            SELECT b.assignment FROM assignment_body_units AS n JOIN assignment_bodies AS b ON b.id = n.body
            WHERE n.unit IN (\(list: units.sorted())) AND b.role = 'coordinate' AND b.removed IS NULL
            """
        let provinces = Set(units.compactMap { directory.province(of: $0) })
        return provinces.sorted().reduce(named) { query, province in
            let groups = directory.groups(ofAny: units, within: province, on: day)
            guard let first = groups.first else { return query }
            func names(_ group: String) -> Query { "' ' || b.unit_groups || ' ' LIKE \("% \(group) %")" }
            let any = groups.dropFirst().reduce(names(first)) { "\($0) OR \(names($1))" }
            return """
                \(query) UNION SELECT b.assignment FROM plans AS p JOIN assignments AS a ON a.plan = p.id
                JOIN assignment_bodies AS b ON b.assignment = a.id
                WHERE p.province IN (\(list: directory.namesakes(of: [province], on: day)))
                    AND b.role = 'coordinate' AND b.unit_groups <> '' AND b.removed IS NULL AND (\(any))
                """
        }
    }
}

extension Directory {
    /// A unit with those below it, and with those of before that became part of them.
    package func family(of unit: OrganisationID, on day: Day) -> Set<OrganisationID> {
        let below = descendants(of: unit, on: day).map(\.organisation)
        return Set(namesakes(of: [unit] + below, on: day))
    }

    /// The keys of the groups of a province to which one of the units belongs on a day.
    fileprivate func groups(
        ofAny units: Set<OrganisationID>, within province: OrganisationID, on day: Day
    ) -> [String] {
        groups.map(\.key).filter { key in
            members(ofGroups: [key], within: province, on: day).contains { units.contains($0) }
        }
    }
}

extension Scope {
    /// What it has of these units.
    package func narrowed(to units: Set<OrganisationID>) -> Scope { .units(units.filter(contains)) }
}
