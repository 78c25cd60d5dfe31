package import Office
package import Storage
package import WorkCalendar

/// How the work of a year stands, as a dashboard shows it: what is due in it, and what is late from before.
package struct Overview: Sendable {
    struct Asked: Hashable, Sendable {
        let sight: Sight
        let year: Int
    }

    /// A plan with its states.
    package struct PlanPart: Sendable, Equatable {
        /// Its key.
        package let plan: Int
        /// The number of its document, else its title.
        package let name: String
        /// How its work stands.
        package let counts: StateCounts
    }

    /// What was due and what was done in a month.
    package struct Month: Sendable, Equatable {
        /// The month.
        package let month: PartialDate
        /// How many were due in it.
        package var due = 0
        /// How many were completed in it.
        package var completed = 0
        /// How many of these in time.
        package var inTime = 0

        /// All of its parts.
        package init(month: PartialDate, due: Int = 0, completed: Int = 0, inTime: Int = 0) {
            self.month = month
            self.due = due
            self.completed = completed
            self.inTime = inTime
        }
    }

    /// How much of what is counted ("1-2 đoàn/năm") was done.
    package struct TargetProgress: Sendable, Equatable {
        /// The occurrence.
        package let occurrence: Int
        /// Whose work it is.
        package let unit: OrganisationID?
        /// What is to be done.
        package let text: String
        /// How many at least, at most, and of what; an end that is not named is absent.
        package let least: Int?
        package let most: Int?
        package let of: String
        /// How many were done.
        package let done: Int
    }

    /// The states of all of it.
    package let counts: StateCounts
    /// Unit by unit, the one with the most late work first; `nil`: open sets and bodies that are not known.
    package let units: [PlanProgress.Part<OrganisationID?>]
    /// Plan by plan, the one with the most late work first.
    package let plans: [PlanPart]
    /// The twelve months of the year, by due day.
    package let months: [PlanProgress.Part<PartialDate>]
    /// The last twelve months up to the day.
    package let trend: [Month]
    /// What is counted, due in the year, the soonest first.
    package let targets: [TargetProgress]
    /// Plans of which units have not issued the plan of their own that was asked of them.
    package let implementing: [ImplementingOverview]
}

extension Following {
    /// How the work of a year stands; from memory where nothing was written since it was asked last.
    package static func overview(
        of year: Int, within sight: Sight, _ directory: Directory, _ memory: WorkMemory, _ db: Transaction
    ) throws -> Overview {
        try memory.overviews.answer(to: Overview.Asked(sight: sight, year: year), db) {
            let rows = rows(of: year, sight)
            let units = try unitParts(rows, sight.day, db)
            var counts = StateCounts()
            for unit in units { for state in OccurrenceState.allCases { counts[state] += unit.counts[state] } }
            return Overview(
                counts: counts, units: units, plans: try planParts(rows, sight.day, db),
                months: try monthParts(of: year, rows, sight.day, db), trend: try trend(sight, db),
                targets: try targets(of: year, sight, db),
                implementing: try missingImplementingPlans(within: sight.scope, on: sight.day, directory, db))
        }
    }

    /// What is due in the year, and what is late from before.
    private static func rows(of year: Int, _ sight: Sight) -> Query {
        let window = PartialDate.year(year).window
        return """
            FROM occurrences AS o WHERE coalesce(o.ended, '') = '' AND \(sight.scope.condition("o.unit"))
                AND \(WorkSelection.due) <= \(window.last)
                AND (\(WorkSelection.due) >= \(window.first) OR \(WorkSelection.condition(.openLate, on: sight.day)))
            """
    }

    private static func unitParts(_ rows: Query, _ day: Day, _ db: Transaction) throws
        -> [PlanProgress.Part<OrganisationID?>]
    {
        try db.all(
            "SELECT o.unit, \(WorkSelection.counts(on: day)) \(rows) GROUP BY o.unit ORDER BY o.unit IS NULL, o.unit"
        ) {
            PlanProgress.Part(key: try $0.next(), counts: try StateCounts(&$0))
        }.enumerated().sorted {
            ($1.element.counts[.openLate], $0.offset) < ($0.element.counts[.openLate], $1.offset)
        }.map(\.element)
    }

    private static func planParts(_ rows: Query, _ day: Day, _ db: Transaction) throws -> [Overview.PlanPart] {
        let counts = try db.all("SELECT o.plan, \(WorkSelection.counts(on: day)) \(rows) GROUP BY o.plan") {
            (plan: try $0.next(Int.self), counts: try StateCounts(&$0))
        }.sorted { ($1.counts[.openLate], $1.plan) < ($0.counts[.openLate], $0.plan) }.prefix(30)
        var names: [Int: String] = [:]
        try db.each(
            """
            SELECT p.id, coalesce(d.number, d.title, d.file_name) FROM plans AS p
            JOIN documents AS d ON d.id = p.document WHERE p.id IN (\(list: counts.map(\.plan)))
            """
        ) { names[try $0.next()] = try $0.next(String.self) }
        return counts.map { Overview.PlanPart(plan: $0.plan, name: names[$0.plan] ?? "", counts: $0.counts) }
    }

    private static func monthParts(of year: Int, _ rows: Query, _ day: Day, _ db: Transaction) throws
        -> [PlanProgress.Part<PartialDate>]
    {
        var counts: [PartialDate: StateCounts] = [:]
        try db.each(
            "SELECT substr(\(WorkSelection.due), 1, 7), \(WorkSelection.counts(on: day)) \(rows) GROUP BY substr(\(WorkSelection.due), 1, 7)"
        ) { if let month = PartialDate(key: try $0.next()) { counts[month] = try StateCounts(&$0) } }
        return (1...12).map { month in
            let month = PartialDate.month(month, year: year)
            return PlanProgress.Part(key: month, counts: counts[month] ?? StateCounts())
        }
    }

    private static func trend(_ sight: Sight, _ db: Transaction) throws -> [Overview.Month] {
        let day = sight.day
        var months = (0..<12).reversed().map { back -> Overview.Month in
            let number = day.year * 12 + day.month - 1 - back
            return Overview.Month(month: .month(number % 12 + 1, year: number / 12))
        }
        let first = months[0].month.firstDay
        var places: [PartialDate: Int] = [:]
        for (place, month) in months.enumerated() { places[month.month] = place }
        let scope = sight.scope.condition("o.unit")
        try db.each(
            """
            SELECT substr(\(WorkSelection.due), 1, 7), count(*) FROM occurrences AS o
            WHERE coalesce(o.ended, '') = '' AND \(scope) AND \(WorkSelection.due) >= \(first)
                AND \(WorkSelection.due) <= \(months[11].month.lastDay) GROUP BY substr(\(WorkSelection.due), 1, 7)
            """
        ) {
            if let place = PartialDate(key: try $0.next()).flatMap({ places[$0] }) { months[place].due = try $0.next() }
        }
        try db.each(
            """
            SELECT substr(o.completed, 1, 7), count(*), count(*) FILTER (WHERE o.completed <= \(WorkSelection.due))
            FROM occurrences AS o WHERE o.ended IS NULL AND \(scope) AND o.completed >= \(first) AND o.completed <= \(day)
            GROUP BY substr(o.completed, 1, 7)
            """
        ) {
            guard let place = PartialDate(key: try $0.next()).flatMap({ places[$0] }) else { return }
            months[place].completed = try $0.next()
            months[place].inTime = try $0.next()
        }
        return months
    }

    private static func targets(of year: Int, _ sight: Sight, _ db: Transaction) throws -> [Overview.TargetProgress] {
        let window = PartialDate.year(year).window
        return try db.all(
            """
            SELECT o.id, o.unit, a.text, a.target_least, a.target_most, a.target_unit, coalesce((
                SELECT g.number FROM progress AS g WHERE g.occurrence = o.id AND g.number IS NOT NULL
                ORDER BY g.id DESC LIMIT 1), 0)
            FROM assignments AS a JOIN occurrences AS o ON o.assignment = a.id
            WHERE a.target_least IS NOT NULL AND coalesce(o.ended, '') = '' AND \(sight.scope.condition("o.unit"))
                AND o.due >= \(window.first) AND o.due <= \(window.last) ORDER BY o.due, o.id LIMIT 30
            """
        ) {
            Overview.TargetProgress(
                occurrence: try $0.next(), unit: try $0.next(), text: try $0.next(), least: try $0.next(),
                most: try $0.next(), of: try $0.next(String?.self) ?? "", done: try $0.next())
        }
    }
}
