package import Office
package import Storage
package import WorkCalendar

/// What ended work that was still open: the recall of an assignment or of a whole plan (thu hồi), or the replacement of
/// a plan by another (thay thế). What was done stays done.
package struct Ending: Sendable, Equatable {
    /// The key of its row.
    package var id: Int
    /// Of which plan.
    package var plan: Int
    /// Of which of its assignments; `nil`: of all.
    package var assignment: Int?
    /// The plan that stands in its place; `nil` for a recall.
    package var replacement: Int?
    /// The first day without it.
    package var day: Day
    /// Why.
    package var reason: String
    /// The paper that says so.
    package var paper: String

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        plan = try fields.next()
        assignment = try fields.next()
        replacement = try fields.next()
        day = try fields.next()
        reason = try fields.next()
        paper = try fields.next()
    }

    fileprivate init(
        id: Int, plan: Int, assignment: Int?, replacement: Int?, day: Day, reason: String, paper: String
    ) {
        self.id = id
        self.plan = plan
        self.assignment = assignment
        self.replacement = replacement
        self.day = day
        self.reason = reason
        self.paper = paper
    }

    /// The endings that were not taken back, as `e`.
    static let standing: Query = """
        SELECT e.id, e.plan, e.assignment, e.replacement, e.day, e.reason, e.paper FROM endings AS e
        WHERE e.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM endings AS u WHERE u.undoes = e.id)
        """
}

extension Following {
    /// The endings that stand for a plan and its assignments, and those by which it stands in the place of other plans.
    package static func endings(of plan: Int, _ db: Transaction) throws -> [Ending] {
        try db.all("\(Ending.standing) AND (e.plan = \(plan) OR e.replacement = \(plan)) ORDER BY e.id") {
            try Ending(&$0)
        }
    }

    /// Recalls one assignment.
    /// - Parameter day: The first day without it, today at the latest.
    /// - Returns: The key of the ending.
    /// - Throws: ``Refusal`` where it is recalled already, or the reason or the paper is missing.
    @discardableResult package static func recall(
        assignment: Int, on day: Day, reason: String, paper: String, by act: Act, _ db: Transaction
    ) throws -> Int {
        guard let plan: Int = try db.value("SELECT plan FROM assignments WHERE id = \(assignment)") else {
            throw Refusal("following.no-assignment")
        }
        return try end(plan, assignment: assignment, on: day, reason: reason, paper: paper, by: act, db)
    }

    /// Recalls a whole plan.
    /// - Parameter day: The first day without it, today at the latest.
    /// - Returns: The key of the ending.
    /// - Throws: ``Refusal`` where it is recalled or replaced already, or the reason or the paper is missing.
    @discardableResult package static func recall(
        plan: Int, on day: Day, reason: String, paper: String, by act: Act, _ db: Transaction
    ) throws -> Int {
        try end(plan, on: day, reason: reason, paper: paper, by: act, db)
    }

    /// Puts a plan in the place of another.
    /// - Parameter day: The first day without the former plan, today at the latest.
    /// - Returns: The key of the ending.
    /// - Throws: ``Refusal`` where it would replace itself, directly or through others, where it is ended already, or
    ///   the reason or the paper is missing.
    @discardableResult package static func replace(
        plan: Int, by replacement: Int, on day: Day, reason: String, paper: String, by act: Act, _ db: Transaction
    ) throws -> Int {
        var next: Int? = replacement
        while let current = next {
            if current == plan { throw Refusal("following.replaces-itself") }
            next = try endings(of: current, db).first { $0.plan == current && $0.replacement != nil }?.replacement
        }
        return try end(plan, replacement: replacement, on: day, reason: reason, paper: paper, by: act, db)
    }

    /// Takes a recall or a replacement back: what it ended is open again, unless something else ended it too.
    /// - Throws: ``Refusal`` where it was taken back already, or no reason is given.
    package static func undoEnding(_ id: Int, reason: String, by act: Act, _ db: Transaction) throws {
        guard let ending = try db.first("\(Ending.standing) AND e.id = \(id)", { try Ending(&$0) }) else {
            throw Refusal("following.no-ending")
        }
        try require(reason: reason)
        let entry = try Journal.record(
            "\(ending.verb).undo", of: ending.subject, before: ending.facts, after: ["reason": reason], by: act, db)
        try db.run(
            """
            INSERT INTO endings (plan, assignment, replacement, day, reason, paper, undoes, entry)
            VALUES (\(ending.plan), \(ending.assignment.stored), \(ending.replacement.stored), \(act.day), \(reason),
                \(ending.paper), \(id), \(entry))
            """)
        try keepCopies(ending.occurrences, db)
    }

    private static func end(
        _ plan: Int, assignment: Int? = nil, replacement: Int? = nil, on day: Day, reason: String, paper: String,
        by act: Act, _ db: Transaction
    ) throws -> Int {
        try require(reason: reason, paper: paper)
        if day > act.day {
            throw Refusal("following.future", ["day": day.vietnamese, "today": act.day.vietnamese])
        }
        let standing = try endings(of: plan, db).filter { $0.plan == plan }
        if let before = standing.first(where: { $0.assignment == nil || $0.assignment == assignment }) {
            throw Refusal(
                before.replacement == nil ? "following.recalled" : "following.replaced",
                ["day": before.day.vietnamese, "paper": before.paper])
        }
        var ending = Ending(
            id: 0, plan: plan, assignment: assignment, replacement: replacement, day: day, reason: reason, paper: paper)
        let entry = try Journal.record(ending.verb, of: ending.subject, after: ending.facts, by: act, db)
        ending.id = try db.insert(
            """
            INSERT INTO endings (plan, assignment, replacement, day, reason, paper, entry)
            VALUES (\(plan), \(assignment.stored), \(replacement.stored), \(day), \(reason), \(paper), \(entry))
            """)
        try keepCopies(ending.occurrences, db)
        return ending.id
    }
}

extension Ending {
    fileprivate var verb: String {
        assignment != nil ? "assignment.recall" : replacement == nil ? "plan.recall" : "plan.replace"
    }

    fileprivate var subject: Journal.Subject { assignment.map { .assignment($0) } ?? .plan(plan) }

    fileprivate var facts: Facts {
        ["day": day.description, "reason": reason, "paper": paper, "replacement": replacement]
    }

    /// Those it can end.
    fileprivate var occurrences: Query {
        assignment.map { "o.assignment = \($0)" }
            ?? "o.assignment IN (SELECT a.id FROM assignments AS a WHERE a.plan = \(plan))"
    }
}
