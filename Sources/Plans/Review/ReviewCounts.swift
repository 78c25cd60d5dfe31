package import Storage

extension Review {
    /// How much of a plan is still to be reviewed.
    package struct Waiting: Sendable, Equatable {
        /// Assignments that were neither dropped nor replaced.
        package var all: Int
        /// Those of them that nobody has decided on.
        package var drafts: Int

        /// Both counts.
        package init(all: Int, drafts: Int) {
            self.all = all
            self.drafts = drafts
        }
    }

    /// How much of some plans is still to be reviewed.
    package static func waiting(plans: [Int], _ db: Transaction) throws -> [Int: Waiting] {
        var found: [Int: Waiting] = [:]
        try db.each(
            """
            SELECT plan, coalesce(decision, 'undo'), count(*) FROM (
                SELECT a.plan AS plan, (
                    SELECT d.decision FROM assignment_decisions AS d WHERE d.assignment = a.id ORDER BY d.id DESC LIMIT 1
                ) AS decision
                FROM assignments AS a WHERE a.plan IN (\(list: plans))) AS last
            GROUP BY plan, coalesce(decision, 'undo')
            """
        ) { fields in
            let plan: Int = try fields.next()
            let state = try fields.next(Decision.self).state
            let count: Int = try fields.next()
            guard state == .draft || state == .accepted else { return }
            found[plan, default: Waiting(all: 0, drafts: 0)].all += count
            if state == .draft { found[plan]?.drafts += count }
        }
        return found
    }
}
