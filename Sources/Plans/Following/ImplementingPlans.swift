package import Office
package import Storage
package import WorkCalendar

/// A plan of its own that a unit owes for carrying out another, and whether it has issued one.
package struct ImplementingPlan: Sendable, Equatable {
    /// Whether it is there.
    package enum Standing: String, Sendable, CaseIterable { case owed, late, issued }

    /// The occurrence that orders it.
    package var occurrence: Int
    /// Who owes it; `nil` for an open set or a body that is not known.
    package var unit: OrganisationID?
    /// The words by which the document names who is to issue it.
    package var written: String?
    /// The last day for it; `nil` where the document sets none.
    package var due: Day?
    /// Whether it is there.
    package var standing: Standing
    /// The stored plan of the unit that carries the plan out, where there is one.
    package var child: Int?
    /// What completing the occurrence by that plan would say, where it is still open.
    package var suggestion: Progress?
}

/// A plan that orders units to issue plans of their own, and how far that is.
package struct ImplementingOverview: Sendable, Equatable {
    /// Its key.
    package let plan: Int
    /// The number of its document, else its title.
    package let name: String
    /// Who owes one, as far as they may be seen; the soonest first.
    package let owed: [ImplementingPlan]
}

/// What a person says of an assignment: whether it orders units to issue implementing plans.
package enum ImplementingMark: String, Sendable, CaseIterable {
    case ordered
    case notOrdered = "not-ordered"
    /// As the wording says (``ImplementingOrder``).
    case byRule = "by-rule"
}

extension ImplementingMark: Storable {}

extension Following {
    /// Whether `a` orders implementing plans: as a person said last, else as the rule of wordings says.
    private static let isOrder: Query = """
        1 = CASE (SELECT m.mark FROM implementing_marks AS m WHERE m.assignment = a.id ORDER BY m.id DESC LIMIT 1)
            WHEN 'ordered' THEN 1 WHEN 'not-ordered' THEN 0 ELSE a.orders_plan END
        """

    /// Says whether an assignment orders implementing plans, against the rule of wordings or with it.
    package static func mark(
        assignment: Int, _ mark: ImplementingMark, by act: Act, _ db: Transaction
    ) throws {
        let entry = try Journal.record(
            "assignment.implementing", of: .assignment(assignment), after: ["mark": mark.rawValue], by: act, db)
        try db.run(
            "INSERT INTO implementing_marks (assignment, mark, entry) VALUES (\(assignment), \(mark), \(entry))")
    }

    /// Who of a scope owes an implementing plan of a plan on a day, and who has issued one: those that its assignments
    /// order to, the soonest first.
    /// - Parameter directory: A unit that was succeeded has issued what its predecessor did.
    package static func implementingPlans(
        of plan: Int, within scope: Scope, on day: Day, _ directory: Directory, _ db: Transaction
    ) throws -> [ImplementingPlan] {
        let issued = try IssuedPlan.all(carryingOut: plan, until: day, db)
        return try db.all(
            """
            SELECT o.id, o.unit, b.written, o.due, o.completed
            FROM assignments AS a JOIN occurrences AS o ON o.assignment = a.id
            LEFT JOIN assignment_bodies AS b ON b.id = o.body
            WHERE a.plan = \(plan) AND \(isOrder) AND coalesce(o.ended, '') = ''
                AND \(scope.condition("+o.unit"))
            ORDER BY coalesce(o.due, '9999-12-31'), o.unit, o.id
            """
        ) { fields in
            var owed = ImplementingPlan(
                occurrence: try fields.next(), unit: try fields.next(), written: try fields.next(),
                due: try fields.next(), standing: .owed)
            let state = OccurrenceState(due: owed.due, completed: try fields.next(), on: day)
            let found = owed.unit.flatMap { unit in issued.first { $0.isOf(unit, directory, on: day) } }
            owed.child = found?.plan
            owed.standing = found != nil || !state.isOpen ? .issued : state == .openLate ? .late : .owed
            if state.isOpen { owed.suggestion = found?.progress }
            return owed
        }
    }
}

extension Following {
    /// The plans of which most units have not issued the plan of their own that was asked of them, at most ten.
    static func missingImplementingPlans(
        within scope: Scope, on day: Day, _ directory: Directory, _ db: Transaction
    ) throws -> [ImplementingOverview] {
        let plans = try db.all(
            """
            SELECT w.plan, coalesce(d.number, d.title, d.file_name) FROM (
                SELECT a.plan, count(*) AS missing FROM assignments AS a JOIN occurrences AS o ON o.assignment = a.id
                WHERE (a.orders_plan = 1
                        OR a.id IN (SELECT m.assignment FROM implementing_marks AS m WHERE m.mark = 'ordered'))
                    AND \(isOrder) AND coalesce(o.ended, '') = '' AND o.completed IS NULL
                    AND \(scope.condition("+o.unit"))
                GROUP BY a.plan) AS w
            JOIN plans AS p ON p.id = w.plan JOIN documents AS d ON d.id = p.document
            ORDER BY w.missing DESC, w.plan LIMIT 10
            """
        ) { (plan: try $0.next(Int.self), name: try $0.next(String.self)) }
        return try plans.map { plan, name in
            ImplementingOverview(
                plan: plan, name: name,
                owed: try implementingPlans(of: plan, within: scope, on: day, directory, db))
        }.filter { $0.owed.contains { $0.standing != .issued } }
    }
}

/// A stored plan that carries another out.
private struct IssuedPlan {
    let plan: Int
    let issuer: OrganisationID?
    let day: Day
    let number: String?
    let title: String?
    let file: String

    /// The first one first.
    static func all(carryingOut parent: Int, until day: Day, _ db: Transaction) throws -> [IssuedPlan] {
        let children = try Following.links(ofPlan: parent, db).filter { $0.parent == parent }.map(\.child)
        return try db.all(
            """
            SELECT p.id, d.issuer_unit, d.day, d.number, d.title, f.sha256 FROM plans AS p
            JOIN documents AS d ON d.id = p.document JOIN kept_files AS f ON f.id = d.file
            WHERE p.id IN (\(list: children)) AND d.day <= \(day) ORDER BY d.day, p.id
            """
        ) {
            IssuedPlan(
                plan: try $0.next(), issuer: try $0.next(), day: try $0.next(), number: try $0.next(),
                title: try $0.next(), file: try $0.next())
        }
    }

    func isOf(_ unit: OrganisationID, _ directory: Directory, on day: Day) -> Bool {
        guard let issuer else { return false }
        return issuer == unit || directory.successors(of: issuer, to: day).units.contains(unit)
    }

    /// The plan itself as the evidence that it was issued.
    var progress: Progress {
        let name = [number, title].compactMap(\.self).joined(separator: " ")
        return Progress(
            day: day, text: name,
            evidence: [Evidence(.file(file), title: name.isEmpty ? file : name, isDeliverable: true)])
    }
}
