import Markup
import Office
import Storage
import WorkCalendar

extension PlanExpansion {
    /// The line of the journal about what changed in the occurrences of an assignment.
    func record(_ change: Reconciliation, of assignment: Int, _ db: Transaction) throws -> Int {
        let after = Facts { json in
            json.member("made", change.inserted.count)
            json.member("revived", change.revived.map(\.occurrence.id))
            json.array("moved") { json in
                for move in change.moved {
                    json.element { json in
                        json.member("occurrence", move.occurrence.id)
                        json.member("from", move.occurrence.unit?.rawValue)
                        json.member("to", move.unit.rawValue)
                    }
                }
            }
            json.array("changed") { json in
                for one in change.changed {
                    json.element { json in
                        json.member("occurrence", one.occurrence.id)
                        json.member("due", one.planned?.description)
                    }
                }
            }
            json.member("withdrawn", change.withdrawn.map(\.occurrence.id))
        }
        return try Journal.record("assignment.expand", of: .assignment(assignment), after: after, by: act, db)
    }

    /// Writes everything but the new occurrences, which are written together.
    func apply(_ change: Reconciliation, entry: Int, _ db: Transaction) throws {
        for move in change.moved {
            try db.run(
                """
                UPDATE occurrences SET unit = \(move.unit), body = \(move.body.stored), \(days(move.planned)), version = version + 1
                WHERE id = \(move.occurrence.id)
                """)
        }
        try db.insert(
            "INSERT INTO occurrence_moves (occurrence, from_unit, to_unit, entry)",
            rows: change.moved.map {
                [$0.occurrence.id.stored, $0.occurrence.unit.stored, $0.unit.stored, entry.stored]
            })
        for one in change.changed + change.revived {
            try db.run(
                """
                UPDATE occurrences SET body = \(one.body.stored), \(days(one.planned)), ended = NULL, version = version + 1
                WHERE id = \(one.occurrence.id)
                """)
        }
        if !change.revived.isEmpty {
            try db.run(
                """
                UPDATE occurrence_withdrawals SET undone = \(entry)
                WHERE undone IS NULL AND occurrence IN (\(list: change.revived.map(\.occurrence.id)))
                """)
        }
        for one in change.withdrawn {
            try db.run(
                "UPDATE occurrences SET ended = \(act.day), version = version + 1 WHERE id = \(one.occurrence.id)")
        }
        try db.insert(
            "INSERT INTO occurrence_withdrawals (occurrence, into_occurrence, entry)",
            rows: change.withdrawn.map { [$0.occurrence.id.stored, $0.into.stored, entry.stored] })
    }

    /// The day that the plan sets now; a due day that an extension moved stays where it is.
    private func days(_ planned: Day?) -> Query {
        "due = CASE WHEN due IS NOT DISTINCT FROM planned THEN \(planned.stored) ELSE due END, planned = \(planned.stored)"
    }
}

extension Expansion.Wanted {
    /// The values of a new occurrence.
    func values(of assignment: PlanAssignment) -> [Value] {
        [
            assignment.id.stored, assignment.plan.stored, body.stored, unit.stored, (turn.period?.key ?? "").stored,
            turn.due.stored, turn.due.stored,
        ]
    }
}
