package import Office
package import Storage

extension Review {
    /// Says whose plan it is, where its document does not tell: names of drafts that could not be told are looked up in that province.
    /// - Returns: How many names are known now.
    /// - Throws: ``Refusal`` where there is no such plan, it has a province already, or that is none.
    @discardableResult package static func setProvince(
        of plan: Int, to province: OrganisationID, _ directory: Directory, by act: Act, _ db: Transaction
    ) throws -> Int {
        guard let found = try Plan.one(plan, db) else { throw Refusal("review.no-plan", ["plan": String(plan)]) }
        guard found.province == nil else { throw Refusal("review.has-province") }
        guard directory.provinces(on: act.day).contains(where: { $0.organisation == province }) else {
            throw Refusal("review.no-province")
        }
        try db.run("UPDATE plans SET province = \(province), version = version + 1 WHERE id = \(plan)")
        try Journal.record("plan.province", of: .plan(plan), after: ["province": province.rawValue], by: act, db)
        let matching = try BodyMatching(ofPlan: plan, directory, today: act.day, db)
        let drafts = try ReviewedAssignment.all(of: plan, db).filter { $0.state == .draft }
        var known = 0
        for draft in drafts {
            let told = draft.bodies.filter { $0.outcome == .unknown }.map { ($0, matching.match($0.written)) }
                .filter { $0.1.outcome != .unknown }
            guard !told.isEmpty else { continue }
            let version = draft.assignment.version + 1
            let ids = told.map(\.0.id)
            try db.run("UPDATE assignment_bodies SET removed = \(version) WHERE id IN (\(list: ids))")
            try NewBody.insert(
                told.map { body, match in
                    NewBody(assignment: draft.assignment.id, role: body.role, position: body.position, match: match)
                }, db)
            try raiseVersion(of: [draft.assignment.id], db)
            known += told.count
        }
        return known
    }

    /// Takes back that a person said whose plan it is: names of drafts that were told by it are unknown again.
    /// - Throws: ``Refusal`` where nobody said it, or an assignment was accepted since.
    package static func unsetProvince(of plan: Int, by act: Act, _ db: Transaction) throws {
        guard let province = try Plan.one(plan, db)?.province else { throw Refusal("review.no-province-set") }
        let last: String? = try db.value(
            """
            SELECT action FROM journal WHERE subject_kind = 'plan' AND subject = \(plan)
                AND action IN ('plan.province', 'plan.province.undo') ORDER BY id DESC LIMIT 1
            """)
        guard last == "plan.province" else { throw Refusal("review.no-province-set") }
        let assignments = try ReviewedAssignment.all(of: plan, db)
        guard !assignments.contains(where: { $0.state == .accepted }) else { throw Refusal("review.province-used") }
        try db.run("UPDATE plans SET province = NULL, version = version + 1 WHERE id = \(plan)")
        try Journal.record("plan.province.undo", of: .plan(plan), before: ["province": province.rawValue], by: act, db)
        for draft in assignments where draft.state == .draft {
            var isChanged = false
            for body in draft.bodies where body.outcome != .unknown {
                let unknown: Int? = try db.value(
                    """
                    SELECT id FROM assignment_bodies WHERE assignment = \(draft.assignment.id) AND role = \(body.role)
                        AND written = \(body.written) AND outcome = 'unknown' AND removed IS NOT NULL
                    ORDER BY id DESC LIMIT 1
                    """)
                guard let unknown else { continue }
                let version = draft.assignment.version + 1
                try db.run("UPDATE assignment_bodies SET removed = \(version) WHERE id = \(body.id)")
                try db.run(
                    "UPDATE assignment_bodies SET removed = NULL, position = \(body.position) WHERE id = \(unknown)")
                isChanged = true
            }
            if isChanged { try raiseVersion(of: [draft.assignment.id], db) }
        }
    }
}
