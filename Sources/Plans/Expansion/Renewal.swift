package import Office
package import Storage
package import WorkCalendar

/// Keeping the occurrences of accepted plans up with time: units change, years pass, plans are extended.
package enum Renewal {
    /// Works assignments without an end out for the years ahead. Done twice, the second time changes nothing; cheap enough to be
    /// asked every morning.
    /// - Returns: How many occurrences were made.
    @discardableResult package static func extendHorizon(
        _ directory: Directory, by act: Act, _ db: Transaction
    ) throws -> Int {
        let last = "\(act.day.year + PlanExpansion.yearsAhead)-01-01"
        let recurring = Deadline.Kind.allCases.filter { $0.recurrence != nil }
        let behind = try db.all(
            """
            SELECT a.id FROM assignments AS a
            WHERE a.deadline_to IS NULL AND a.deadline_kind IN (\(list: recurring)) AND \(accepted)
                AND NOT EXISTS (SELECT 1 FROM occurrences AS o WHERE o.assignment = a.id AND o.planned >= \(last))
            ORDER BY a.id
            """
        ) { try $0.next(Int.self) }
        return try PlanExpansion(directory: directory, act: act).bring(behind, db)
    }

    /// Brings the work of units that were merged, split or renamed, and of groups whose members changed, to those who owe it
    /// today. Called when a succession is recorded, and on the day one takes effect. Done twice, the second time changes nothing.
    /// - Parameter units: The units that ended or began.
    package static func follow(
        _ units: [OrganisationID], _ directory: Directory, by act: Act, _ db: Transaction
    ) throws {
        let provinces = Set(units.compactMap { directory.province(of: $0) }).sorted()
        let concerned = try db.all(
            """
            SELECT a.id FROM assignments AS a WHERE \(accepted) AND (
                a.id IN (SELECT o.assignment FROM occurrences AS o
                    WHERE o.unit IN (\(list: units)) AND o.ended IS NULL AND o.completed IS NULL)
                OR a.id IN (SELECT b.assignment FROM assignment_body_units AS u
                    JOIN assignment_bodies AS b ON b.id = u.body AND b.removed IS NULL WHERE u.unit IN (\(list: units)))
                OR a.id IN (SELECT b.assignment FROM plans AS p JOIN assignments AS s ON s.plan = p.id
                    JOIN assignment_bodies AS b ON b.assignment = s.id
                    WHERE p.province IN (\(list: provinces)) AND b.removed IS NULL AND b.role = \(AssignmentBody.Role.lead)
                        AND b.outcome = \(AssignmentBody.Outcome.group)))
            ORDER BY a.id
            """
        ) { try $0.next(Int.self) }
        try PlanExpansion(directory: directory, act: act).bring(concerned, db)
    }

    /// Extends a plan: what recurs to its end goes on to the new one.
    /// - Throws: ``Refusal`` where it names no end, or none before that day.
    package static func extend(
        plan id: Int, until day: Day, paper: String, _ directory: Directory, by act: Act, _ db: Transaction
    ) throws {
        guard let plan = try Plan.one(id, db) else { throw Refusal("review.no-plan", ["plan": String(id)]) }
        guard let until = plan.until else { throw Refusal("review.no-end") }
        guard until < day else { throw Refusal("review.not-later", ["day": until.vietnamese]) }
        guard paper.contains(where: { !$0.isWhitespace }) else { throw Refusal("review.no-reason") }
        let recurring = Deadline.Kind.allCases.filter { $0.recurrence != nil }
        let entry = try Journal.record(
            "plan.extend", of: .plan(id), before: ["until": until.description],
            after: ["until": day.description, "paper": paper], by: act, db)
        try db.run("UPDATE plans SET until_day = \(day), version = version + 1 WHERE id = \(id)")
        try db.run(
            """
            UPDATE assignments SET deadline_to = \(day.year), version = version + 1
            WHERE plan = \(id) AND deadline_to = \(until.year) AND deadline_kind IN (\(list: recurring))
            """)
        let followed = try ReviewedAssignment.all(of: id, db).filter { $0.state == .accepted }.map(\.assignment.id)
        try PlanExpansion(directory: directory, act: act).bring(followed, entry: entry, db)
    }

    /// That `a` is accepted.
    private static let accepted: Query = """
        (SELECT d.decision FROM assignment_decisions AS d WHERE d.assignment = a.id ORDER BY d.id DESC LIMIT 1)
            = \(Decision.accept)
        """
}
