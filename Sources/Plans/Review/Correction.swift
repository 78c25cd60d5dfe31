import Foundation
package import Office
package import Storage
import WorkCalendar

extension Review {
    /// Corrects an assignment; one that is followed already is expanded anew.
    /// - Returns: The new version.
    /// - Throws: ``StaleEdit`` with what was to be stored and what stands; ``Refusal`` where it was dropped or replaced, or the
    ///   fields cannot be so.
    @discardableResult package static func correct(
        _ id: Int, to fields: AssignmentFields, version: Int, _ directory: Directory, by act: Act, _ db: Transaction
    ) throws -> Int {
        let found = try seen(id, version: version, states: [.draft, .accepted], mine: fields, db)
        try fields.require(directory)
        let entry = try Journal.record(
            "assignment.correct", of: .assignment(id), before: AssignmentFields(found).facts, after: fields.facts,
            by: act, db)
        let matching = try BodyMatching(ofPlan: found.assignment.plan, directory, today: act.day, db)
        try keepSnapshot(of: found, entry: entry, db)
        try store(fields, of: found.assignment, db)
        try store(fields.leads, .lead, of: found, matching, db)
        try store(fields.coordinators, .coordinate, of: found, matching, db)
        if found.state == .accepted { try expandAnew(id, entry: entry, directory, act, db) }
        return version + 1
    }

    /// Takes the last correction back that still stands: the assignment is as it was before it, as a new version.
    /// - Throws: ``StaleEdit``; ``Refusal`` where nothing was corrected.
    package static func undoCorrection(
        of id: Int, version: Int, _ directory: Directory, by act: Act, _ db: Transaction
    ) throws {
        let found = try seen(id, version: version, states: [.draft, .accepted], db)
        let row = try db.first(
            """
            SELECT version, before FROM assignment_corrections
            WHERE assignment = \(id) AND undone IS NULL ORDER BY version DESC LIMIT 1
            """
        ) { (try $0.next(Int.self), try $0.next(String.self)) }
        guard let row else { throw Refusal("review.not-corrected") }
        let snapshot = try AssignmentSnapshot(json: row.1)
        let entry = try Journal.record(
            "assignment.correct.undo", of: .assignment(id), before: AssignmentFields(found).facts,
            after: ["correction": row.0], by: act, db)
        try db.run(
            "UPDATE assignment_corrections SET undone = \(entry) WHERE assignment = \(id) AND version = \(row.0)")
        try store(snapshot.fields(AssignmentFields(found)), of: found.assignment, db)
        let left = found.bodies.map(\.id).filter { !snapshot.bodies.contains($0) }
        try db.run("UPDATE assignment_bodies SET removed = \(version + 1) WHERE id IN (\(list: left))")
        try db.run("UPDATE assignment_bodies SET removed = NULL WHERE id IN (\(list: snapshot.bodies))")
        if found.state == .accepted { try expandAnew(id, entry: entry, directory, act, db) }
    }

    /// Brings the occurrences of an accepted assignment to what it says now, and tells the units that gain work by that.
    private static func expandAnew(
        _ id: Int, entry: Int, _ directory: Directory, _ act: Act, _ db: Transaction
    ) throws {
        func units() throws -> Set<OrganisationID> {
            Set(
                try db.all(
                    """
                    SELECT DISTINCT unit FROM occurrences
                    WHERE assignment = \(id) AND unit IS NOT NULL AND completed IS NULL AND ended IS NULL
                    """
                ) { try $0.next() })
        }
        let before = try units()
        try PlanExpansion(directory: directory, act: act).bring([id], entry: entry, db)
        try Notices.tellNewWork(of: [id], to: try units().subtracting(before), by: act, db)
    }

    private static func keepSnapshot(of found: ReviewedAssignment, entry: Int, _ db: Transaction) throws {
        try db.insert(
            "INSERT INTO assignment_corrections (assignment, version, before, entry)",
            rows: [
                [
                    found.assignment.id.stored, (found.assignment.version + 1).stored,
                    try AssignmentSnapshot(found).json.stored, entry.stored,
                ]
            ])
    }

    private static func store(_ fields: AssignmentFields, of assignment: PlanAssignment, _ db: Transaction) throws {
        let (deadline, target, words) = (fields.deadline, fields.target, AssignmentWords(fields.text))
        try db.run(
            """
            UPDATE assignments SET text = \(fields.text), deliverable = \(fields.deliverable.stored),
                deadline_raw = \(deadline.raw.stored), deadline_kind = \(deadline.kind), deadline_due = \(deadline.due.stored),
                deadline_from = \(deadline.from.stored), deadline_to = \(deadline.to.stored),
                target_least = \((target?.least).stored), target_most = \((target?.most).stored),
                target_unit = \((target?.unit).stored), target_per = \((target?.per).stored),
                text_key = \(words.key), orders_plan = \(words.ordersPlan ? 1 : 0), version = version + 1
            WHERE id = \(assignment.id)
            """)
        try NewAssignment.index(assignment.id, text: fields.text, rest: [assignment.group, fields.deliverable], db)
    }

    /// Keeps the bodies that are still named, takes in those that are new, and marks those that are named no more.
    private static func store(
        _ bodies: [AssignmentFields.Body], _ role: AssignmentBody.Role, of found: ReviewedAssignment,
        _ matching: BodyMatching, _ db: Transaction
    ) throws {
        var left = found.bodies.filter { $0.role == role }
        var new: [NewBody] = []
        for (index, body) in bodies.enumerated() {
            let place = left.firstIndex {
                $0.written == body.written && (body.meaning == nil || body == AssignmentFields.Body($0))
            }
            if let place {
                let kept = left.remove(at: place)
                if kept.position != index + 1 {
                    try db.run("UPDATE assignment_bodies SET position = \(index + 1) WHERE id = \(kept.id)")
                }
            } else {
                new.append(
                    NewBody(
                        assignment: found.assignment.id, role: role, position: index + 1, match: matching.match(body)))
            }
        }
        try db.run(
            """
            UPDATE assignment_bodies SET removed = \(found.assignment.version + 1) WHERE id IN (\(list: left.map(\.id)))
            """)
        try NewBody.insert(new, db)
    }
}

extension AssignmentFields {
    /// - Throws: ``Refusal`` where no assignment can be like that.
    func require(_ directory: Directory) throws {
        guard text.contains(where: { !$0.isWhitespace }) else { throw Refusal("review.no-text") }
        if let from = deadline.from, let to = deadline.to, from > to {
            throw Refusal("review.years", ["from": String(from), "to": String(to)])
        }
        let isDated = deadline.kind != .none && deadline.kind != .ongoing && deadline.kind.recurrence == nil
        if isDated && deadline.due == nil { throw Refusal("review.no-day") }
        if let target {
            let isPossible = target.least ?? 0 <= target.most ?? .max && (target.least ?? target.most) != nil
            guard isPossible, target.least ?? 0 >= 0 else { throw Refusal("review.target") }
        }
        for body in leads + coordinators {
            switch body.meaning {
            case .units(let units):
                if units.isEmpty || units.contains(where: { directory.history(of: $0).isEmpty }) {
                    throw Refusal("review.no-unit", ["written": body.written])
                }
            case .groups(let keys):
                if keys.isEmpty || keys.contains(where: { key in !directory.groups.contains { $0.key == key } }) {
                    throw Refusal("review.no-group", ["written": body.written])
                }
            case .open, nil: break
            }
        }
    }
}

/// The fields of an assignment before a correction, as a column keeps them.
private struct AssignmentSnapshot: Codable {
    var text: String
    var deliverable, raw: String?
    var kind: String
    var due: String?
    var from, to, least, most: Int?
    var unit, per: String?
    /// Keys of the bodies that it named.
    var bodies: [Int]

    init(_ found: ReviewedAssignment) {
        let assignment = found.assignment
        text = assignment.text
        deliverable = assignment.deliverable
        raw = assignment.deadline.raw
        kind = assignment.deadline.kind.rawValue
        due = assignment.deadline.due?.description
        from = assignment.deadline.from
        to = assignment.deadline.to
        least = assignment.target?.least
        most = assignment.target?.most
        unit = assignment.target?.unit
        per = assignment.target?.per?.rawValue
        bodies = found.bodies.map(\.id)
    }

    init(json: String) throws {
        do { self = try JSONDecoder().decode(Self.self, from: Data(json.utf8)) } catch {
            throw StorageError(.damaged, "assignment_corrections.before")
        }
    }

    var json: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    /// The fields that it keeps, in those of now.
    func fields(_ now: AssignmentFields) -> AssignmentFields {
        var fields = now
        fields.text = text
        fields.deliverable = deliverable
        fields.deadline = Deadline(
            raw: raw, kind: Deadline.Kind(rawValue: kind) ?? .none, due: due.flatMap { Day(iso: $0) }, from: from,
            to: to)
        fields.target = unit.map {
            Target(least: least, most: most, unit: $0, per: per.flatMap(Target.Period.init(rawValue:)))
        }
        return fields
    }
}
