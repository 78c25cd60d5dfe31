package import Office
package import Storage
package import WorkCalendar

/// A row of the list of plans.
package struct PlanLine: Sendable, Equatable {
    /// The key of the plan.
    package let plan: Int
    /// The number of its document; `nil` where it has none.
    package let number: String?
    /// The title of its document, else the name of its file.
    package let title: String
    /// The day of its document.
    package let day: Day?
    /// Who issued it.
    package let issuer: String?
    /// How its work stands: that of the units that may be seen.
    package let counts: StateCounts
}

/// The order of plans, as an address names it.
package enum PlanOrder: String, Sendable, CaseIterable {
    /// The latest document first.
    case latest = "ngay"
    /// By title, as dictionaries order words.
    case title = "ten"
    /// By issuer, as dictionaries order words, each one's latest first.
    case issuer = "co-quan"

    fileprivate var columns: Query {
        let latest: Query = "d.day DESC NULLS LAST, p.id DESC"
        return switch self {
        case .latest: latest
        case .title: "d.title_key, \(latest)"
        case .issuer: "d.issuer_key NULLS LAST, \(latest)"
        }
    }
}

/// A row of the assignments of a plan.
package struct PlanAssignmentLine: Sendable, Equatable {
    /// The key of the assignment.
    package let assignment: Int
    /// The heading it stands under.
    package let group: String?
    /// What is to be done.
    package let text: String
    /// The words of the deadline.
    package let deadline: String?
    /// Where its review stands.
    package let state: ReviewedAssignment.State
    /// How its occurrences stand: those of the units that may be seen.
    package let counts: StateCounts
    /// The occurrence to be looked at first, where any may be seen.
    package let occurrence: Int?
}

extension Following {
    /// The plans that may be seen.
    /// - Parameter words: Words of the document, with or without accents; empty: any.
    package static func plans(
        _ words: String, in order: PlanOrder = .latest, offset: Int, limit: Int, within sight: Sight,
        _ directory: Directory, _ db: Transaction
    ) throws -> [PlanLine] {
        var condition = visible(sight, directory)
        if !words.isBlank {
            let matches = Search.matches(words, db) ?? "SELECT 0 AS id, 0 AS rank"
            condition = """
                \(condition) AND d.id IN (SELECT e.subject FROM (\(matches)) AS m
                    JOIN search_entries AS e ON e.id = m.id WHERE e.kind = 'document')
                """
        }
        return try lines(
            "\(condition) ORDER BY \(order.columns) LIMIT \(limit) OFFSET \(offset)",
            sight, db)
    }

    /// Some plans, as far as they may be seen.
    package static func plans(
        _ ids: [Int], within sight: Sight, _ directory: Directory, _ db: Transaction
    ) throws -> [PlanLine] {
        guard !ids.isEmpty else { return [] }
        return try lines("\(visible(sight, directory)) AND p.id IN (\(list: ids)) ORDER BY d.day, p.id", sight, db)
    }

    /// The rule of ``plan(_:within:_:_:)`` as a condition on `p` and `d`.
    private static func visible(_ sight: Sight, _ directory: Directory) -> Query {
        guard case .units(let units) = sight.scope else { return "1 = 1" }
        let listed = units.sorted()
        return """
            (d.issuer_unit IN (\(list: listed))
            OR EXISTS (SELECT 1 FROM occurrences AS o WHERE o.plan = p.id AND o.unit IN (\(list: listed)))
            OR EXISTS (SELECT 1 FROM assignments AS c JOIN occurrences AS o ON o.assignment = c.id
                WHERE c.plan = p.id AND c.id IN (\(WorkSelection.coordinated(by: units, on: sight.day, directory)))))
            """
    }

    private static func lines(_ these: Query, _ sight: Sight, _ db: Transaction) throws -> [PlanLine] {
        let heads = try db.all(
            """
            SELECT p.id, d.number, coalesce(d.title, d.file_name), d.day, d.issuer FROM plans AS p
            JOIN documents AS d ON d.id = p.document WHERE \(these)
            """
        ) {
            (
                plan: try $0.next(Int.self), number: try $0.next(String?.self), title: try $0.next(String.self),
                day: try $0.next(Day?.self), issuer: try $0.next(String?.self)
            )
        }
        var counts: [Int: StateCounts] = [:]
        try db.each(
            """
            SELECT o.plan, \(WorkSelection.counts(on: sight.day)) FROM occurrences AS o
            WHERE coalesce(o.ended, '') = '' AND o.plan IN (\(list: heads.map(\.plan)))
                AND \(sight.scope.condition("+o.unit")) GROUP BY o.plan
            """
        ) { counts[try $0.next()] = try StateCounts(&$0) }
        return heads.map { head in
            PlanLine(
                plan: head.plan, number: head.number, title: head.title, day: head.day, issuer: head.issuer,
                counts: counts[head.plan] ?? StateCounts())
        }
    }

    /// The assignments of a plan in its order, with how the work of the units that may be seen stands.
    package static func assignments(
        ofPlan plan: Int, within sight: Sight, _ db: Transaction
    ) throws -> [PlanAssignmentLine] {
        var counts: [Int: (StateCounts, Int)] = [:]
        try db.each(
            """
            SELECT o.assignment, min(o.id), \(WorkSelection.counts(on: sight.day)) FROM occurrences AS o
            WHERE coalesce(o.ended, '') = '' AND o.plan = \(plan) AND \(sight.scope.condition("+o.unit"))
            GROUP BY o.assignment
            """
        ) {
            let (id, first): (Int, Int) = (try $0.next(), try $0.next())
            counts[id] = (try StateCounts(&$0), first)
        }
        return try db.all(
            """
            SELECT a.id, a.group_title, a.text, a.deadline_raw, coalesce((SELECT x.decision
                FROM assignment_decisions AS x WHERE x.assignment = a.id ORDER BY x.id DESC LIMIT 1), 'undo')
            FROM assignments AS a WHERE a.plan = \(plan) ORDER BY a.position, a.id
            """
        ) { fields in
            let id: Int = try fields.next()
            return PlanAssignmentLine(
                assignment: id, group: try fields.next(), text: try fields.next(), deadline: try fields.next(),
                state: try fields.next(Decision.self).state, counts: counts[id]?.0 ?? StateCounts(),
                occurrence: counts[id]?.1)
        }.filter { $0.state == .draft || $0.state == .accepted }
    }
}
