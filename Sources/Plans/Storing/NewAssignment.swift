import Paper
import Storage
import WorkCalendar

/// An assignment about to be stored, with its place in the plan.
struct NewAssignment {
    var position: Int
    var draft: DraftAssignment

    private static let head: Query = """
        INSERT INTO assignments (plan, position, part, group_title, text, deliverable, deadline_raw, deadline_kind,
            deadline_due, deadline_from, deadline_to, target_least, target_most, target_unit, target_per, quote, quote_page,
            quote_line, text_key, orders_plan)
        """

    /// Stores assignments with the bodies that they name, and puts their words where they are found.
    /// - Returns: Their keys, in the order given.
    static func insert(_ assignments: [NewAssignment], into plan: Int, _ db: Transaction) throws -> [Int] {
        let last = try db.value("SELECT coalesce(max(id), 0) FROM assignments") ?? 0
        try db.insert(head, rows: assignments.map { $0.values(plan) })
        let ids = try db.all("SELECT id FROM assignments WHERE plan = \(plan) AND id > \(last) ORDER BY id") {
            try $0.next(Int.self)
        }
        let bodies = zip(ids, assignments).flatMap { id, assignment in
            NewBody.all(of: assignment.draft, assignment: id)
        }
        try NewBody.insert(bodies, db)
        for (id, assignment) in zip(ids, assignments) { try index(id, assignment.draft, db) }
        return ids
    }

    /// Makes an assignment found by its words.
    static func index(_ id: Int, _ draft: DraftAssignment, _ db: Transaction) throws {
        try index(id, text: draft.text, rest: [draft.group, draft.deliverable], db)
    }

    /// Makes an assignment found by its words.
    static func index(_ id: Int, text: String, rest: [String?], _ db: Transaction) throws {
        let body = rest.compactMap(\.self).joined(separator: "\n")
        try Search.put(SearchEntry(kind: "assignment", subject: id, title: text, body: body), db)
    }

    private func values(_ plan: Int) -> [Value] {
        [
            plan.stored, position.stored, draft.part.stored, draft.group.stored, draft.text.stored,
            draft.deliverable.stored,
        ]
            + draft.deadline.values + (draft.target?.values ?? Target.noValues)
            + [draft.quote.text.stored, draft.quote.place.page.stored, draft.quote.place.line.stored]
            + AssignmentWords(draft.text).values
    }
}

extension Deadline {
    /// The values of its five columns.
    var values: [Value] { [raw.stored, kind.stored, due.stored, from.stored, to.stored] }
}

extension Target {
    /// The values of its four columns.
    var values: [Value] { [least.stored, most.stored, unit.stored, per.stored] }

    /// The same where there is none.
    static let noValues = [Value](repeating: .null, count: 4)
}
