import Markup
package import Office
package import Storage

/// Reviewing what was read of a plan before it is followed, and correcting it afterwards. Each function is one intention, with
/// its line in the journal; nothing changes the quote of the document.
package enum Review {}

/// Somebody else was faster: what was edited is no longer what was seen.
package struct StaleEdit: Error, Equatable {
    /// The version that was seen.
    package let seen: Int
    /// What was to be stored; `nil` where a decision was made on what was seen.
    package let mine: AssignmentFields?
    /// What stands now.
    package let theirs: ReviewedAssignment
}

extension Review {
    /// The assignment as it stands, if it is the version that was seen and stands where it may.
    /// - Throws: ``StaleEdit``; ``Refusal`` where there is none, or its state is another.
    static func seen(
        _ id: Int, version: Int, states: Set<ReviewedAssignment.State>, mine: AssignmentFields? = nil, _ db: Transaction
    ) throws -> ReviewedAssignment {
        guard let found = try ReviewedAssignment.one(id, db) else {
            throw Refusal("review.no-assignment", ["assignment": String(id)])
        }
        guard found.assignment.version == version else { throw StaleEdit(seen: version, mine: mine, theirs: found) }
        guard states.contains(found.state) else { throw Refusal("review.is-\(found.state.rawValue)") }
        return found
    }

    /// Records a decision on assignments.
    static func decide(
        _ decision: Decision, on ids: [Int], reason: String? = nil, entry: Int, _ db: Transaction
    ) throws {
        try db.insert(
            "INSERT INTO assignment_decisions (assignment, decision, reason, entry)",
            rows: ids.map { [$0.stored, decision.stored, reason.stored, entry.stored] })
        try raiseVersion(of: ids, db)
    }

    static func raiseVersion(of ids: [Int], _ db: Transaction) throws {
        for start in stride(from: 0, to: ids.count, by: 500) {
            let these = ids[start..<min(start + 500, ids.count)]
            try db.run("UPDATE assignments SET version = version + 1 WHERE id IN (\(list: these))")
        }
    }
}

extension Review {
    /// Accepts one assignment: from now on it is followed.
    /// - Returns: How many occurrences it has.
    /// - Throws: ``StaleEdit``; ``Refusal`` where it is no draft.
    @discardableResult package static func accept(
        _ id: Int, version: Int, _ directory: Directory, by act: Act, _ db: Transaction
    ) throws -> Int {
        let found = try seen(id, version: version, states: [.draft], db)
        let entry = try Journal.record(
            "assignment.accept", of: .assignment(id), after: ["text": found.assignment.text], by: act, db)
        try decide(.accept, on: [id], entry: entry, db)
        let made = try PlanExpansion(directory: directory, act: act).bring([id], entry: entry, db)
        try Notices.tellNewWork(of: [id], by: act, db)
        return made
    }

    /// Accepts all drafts of a plan as they stand.
    /// - Returns: How many occurrences they have.
    @discardableResult package static func acceptAll(
        of plan: Int, _ directory: Directory, by act: Act, _ db: Transaction
    ) throws -> Int {
        let drafts = try ReviewedAssignment.all(of: plan, db).filter { $0.state == .draft }.map(\.assignment.id)
        guard !drafts.isEmpty else { return 0 }
        let entry = try Journal.record(
            "plan.accept", of: .plan(plan), after: Facts { $0.member("assignments", drafts) }, by: act, db)
        try decide(.accept, on: drafts, entry: entry, db)
        let made = try PlanExpansion(directory: directory, act: act).bring(drafts, entry: entry, db)
        try Notices.tellNewWork(of: drafts, by: act, db)
        return made
    }

    /// Takes back that all drafts of a plan were accepted, the last time that they were: those that nobody decided on since are drafts
    /// again, as ``undoDecision(on:version:_:by:_:)`` makes them.
    /// - Returns: How many.
    /// - Throws: ``Refusal`` where there are none.
    @discardableResult package static func undoAcceptAll(
        of plan: Int, _ directory: Directory, by act: Act, _ db: Transaction
    ) throws -> Int {
        let accepted = try db.all(
            """
            SELECT x.assignment FROM assignment_decisions AS x WHERE x.decision = 'accept'
                AND x.id = (SELECT max(l.id) FROM assignment_decisions AS l WHERE l.assignment = x.assignment)
                AND x.entry = (SELECT max(j.id) FROM journal AS j
                    WHERE j.subject_kind = 'plan' AND j.subject = \(plan) AND j.action = 'plan.accept')
            ORDER BY x.assignment
            """
        ) { try $0.next(Int.self) }
        guard !accepted.isEmpty else { throw Refusal("review.not-accepted") }
        let entry = try Journal.record(
            "plan.accept.undo", of: .plan(plan), before: Facts { $0.member("assignments", accepted) }, by: act, db)
        try decide(.undo, on: accepted, entry: entry, db)
        try PlanExpansion(directory: directory, act: act).bring(accepted, entry: entry, db)
        return accepted.count
    }

    /// Drops an assignment: it is no work that is to be followed.
    /// - Throws: ``StaleEdit``; ``Refusal`` where it is no draft, or no reason is given.
    package static func drop(_ id: Int, version: Int, reason: String, by act: Act, _ db: Transaction) throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw Refusal("review.no-reason") }
        let found = try seen(id, version: version, states: [.draft], db)
        let entry = try Journal.record(
            "assignment.drop", of: .assignment(id), before: ["text": found.assignment.text],
            after: ["reason": reason], by: act, db)
        try decide(.drop, on: [id], reason: reason, entry: entry, db)
    }

    /// Takes an acceptance or a dropping back: the assignment is a draft again. Its open occurrences are withdrawn until it is
    /// accepted again; what was done stays.
    /// - Throws: ``StaleEdit``; ``Refusal`` where it is neither accepted nor dropped.
    package static func undoDecision(
        on id: Int, version: Int, _ directory: Directory, by act: Act, _ db: Transaction
    ) throws {
        let found = try seen(id, version: version, states: [.accepted, .dropped], db)
        let entry = try Journal.record(
            "assignment.undo", of: .assignment(id), before: ["state": found.state.rawValue], by: act, db)
        try decide(.undo, on: [id], entry: entry, db)
        try PlanExpansion(directory: directory, act: act).bring([id], entry: entry, db)
    }
}
