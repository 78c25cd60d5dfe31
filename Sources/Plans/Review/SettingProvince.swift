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
}
