package import Office
package import Storage
package import WorkCalendar

extension Following {
    /// What is open on a day and due at a later one at the latest, the soonest first: that is, what is late and what
    /// comes next. What has no due day is not among it (``undated(within:on:_:)``).
    /// - Parameters:
    ///   - day: The day it is looked at; what was completed later was still open then.
    ///   - last: The last due day.
    package static func due(within scope: Scope, on day: Day, until last: Day, _ db: Transaction) throws -> [DueItem] {
        let open = try items(
            "\(scope.condition("o.unit")) AND o.ended IS NULL AND o.completed IS NULL AND o.due <= \(last)", on: day, db
        )
        let reopened = try items(
            "\(scope.condition("o.unit")) AND o.ended IS NULL AND o.completed > \(day) AND o.due <= \(last)", on: day,
            db)
        return (open + reopened).sorted()
    }

    /// What is late on a day: due before it and not done.
    package static func late(within scope: Scope, on day: Day, _ db: Transaction) throws -> [DueItem] {
        try due(within: scope, on: day, until: day.adding(days: -1), db)
    }

    /// What is open and has no due day, as it was made.
    package static func undated(within scope: Scope, on day: Day, _ db: Transaction) throws -> [DueItem] {
        try items(
            "\(scope.condition("o.unit")) AND o.ended IS NULL AND o.completed IS NULL AND o.due IS NULL", on: day, db
        ).sorted()
    }

    private static func items(
        _ these: Query, role: AssignmentBody.Role = .lead, on day: Day, _ db: Transaction
    ) throws -> [DueItem] {
        try db.all("SELECT \(DueItem.columns) FROM \(DueItem.tables) WHERE \(these)") {
            try DueItem(&$0, role: role, on: day)
        }
    }

    /// What a unit takes part in and others lead, open on a day and due at a later one at the latest: of each
    /// assignment and due day once, whatever the number of units that lead it.
    /// - Parameter directory: Documents name the unit, one of before that became part of it, or a group to which it
    ///   belongs.
    package static func coordinated(
        by unit: OrganisationID, on day: Day, until last: Day, _ directory: Directory, _ db: Transaction
    ) throws -> [DueItem] {
        let names = directory.namesakes(of: [unit], on: day)
        var assignments = Set(
            try db.all(
                """
                SELECT b.assignment FROM assignment_body_units AS n JOIN assignment_bodies AS b ON b.id = n.body
                WHERE n.unit IN (\(list: names)) AND b.role = \(AssignmentBody.Role.coordinate) AND b.removed IS NULL
                """
            ) { try $0.next(Int.self) })
        assignments.formUnion(try coordinated(byGroupsOf: unit, on: day, directory, db))
        var found: [DueItem] = []
        let sorted = assignments.sorted()
        for start in stride(from: 0, to: sorted.count, by: 500) {
            let these = sorted[start..<min(start + 500, sorted.count)]
            for open in ["o.completed IS NULL", "o.completed > \(day)"] as [Query] {
                let first: Query = """
                    SELECT min(o.id) FROM occurrences AS o
                    WHERE o.assignment IN (\(list: these)) AND o.ended IS NULL AND \(open) AND o.due <= \(last)
                        AND NOT EXISTS (SELECT 1 FROM occurrences AS w
                            WHERE w.assignment = o.assignment AND w.unit = \(unit))
                    GROUP BY o.assignment, o.due
                    """
                found += try items("o.id IN (\(first))", role: .coordinate, on: day, db)
            }
        }
        var seen: Set<[Int]> = []
        return found.sorted().filter { seen.insert([$0.assignment, $0.due?.number ?? 0]).inserted }.map { item in
            var item = item
            item.unit = unit
            return item
        }
    }

    /// The assignments in which groups take part to which the unit belongs: of plans of its province alone.
    private static func coordinated(
        byGroupsOf unit: OrganisationID, on day: Day, _ directory: Directory, _ db: Transaction
    ) throws -> [Int] {
        guard let province = directory.province(of: unit) else { return [] }
        let groups = Set(directory.groups(of: unit, on: day))
        return try db.all(
            """
            SELECT b.assignment, b.unit_groups FROM plans AS p JOIN assignments AS a ON a.plan = p.id
            JOIN assignment_bodies AS b ON b.assignment = a.id
            WHERE p.province IN (\(list: directory.namesakes(of: [province], on: day)))
                AND b.role = \(AssignmentBody.Role.coordinate) AND b.unit_groups <> '' AND b.removed IS NULL
            """
        ) { (assignment: try $0.next(Int.self), groups: try $0.next(String.self)) }
        .filter { !groups.isDisjoint(with: $0.groups.split(separator: " ").map(String.init)) }.map(\.assignment)
    }
}
