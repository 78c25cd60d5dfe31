import Markup
package import Office
package import Storage

extension Review {
    /// Joins drafts of one plan into one: it has the fields that the clerk gives it, the quotes of all, and the place of the first.
    /// - Parameter seen: The drafts with the versions that were seen.
    /// - Returns: The key of the new assignment.
    /// - Throws: ``StaleEdit``; ``Refusal`` where they are fewer than two, of several plans, or no drafts.
    package static func join(
        _ seen: [(id: Int, version: Int)], as fields: AssignmentFields, _ directory: Directory, by act: Act,
        _ db: Transaction
    ) throws -> Int {
        let origins = try seen.map { try self.seen($0.id, version: $0.version, states: [.draft], mine: fields, db) }
            .sorted { ($0.assignment.position, $0.assignment.id) < ($1.assignment.position, $1.assignment.id) }
        let plans = Set(origins.map(\.assignment.plan))
        guard Set(origins.map(\.assignment.id)).count > 1, plans.count == 1 else { throw Refusal("review.join") }
        return try replace(origins, by: [fields], "assignment.join", directory, act, db)[0]
    }

    /// Splits a draft into several: each has its own fields and the quote of the whole.
    /// - Returns: The keys of the new assignments.
    /// - Throws: ``StaleEdit``; ``Refusal`` where there are fewer than two parts, or it is no draft.
    package static func split(
        _ id: Int, version: Int, into parts: [AssignmentFields], _ directory: Directory, by act: Act, _ db: Transaction
    ) throws -> [Int] {
        let origin = try seen(id, version: version, states: [.draft], mine: parts.first, db)
        guard parts.count > 1 else { throw Refusal("review.split") }
        return try replace([origin], by: parts, "assignment.split", directory, act, db)
    }

    /// Takes a joining or a splitting back: its origins are drafts again, what came of it is dropped.
    /// - Parameter id: One of the assignments that came of it.
    /// - Throws: ``StaleEdit``; ``Refusal`` where it came of no other, or one of its siblings is no draft any more.
    package static func undoReplacement(of id: Int, version: Int, by act: Act, _ db: Transaction) throws {
        let found = try seen(id, version: version, states: [.draft], db)
        let origins = try db.all(
            "SELECT origin FROM assignment_origins WHERE assignment = \(id) ORDER BY origin"
        ) { try $0.next(Int.self) }
        guard !origins.isEmpty else { throw Refusal("review.not-replaced") }
        let siblings = try db.all(
            "SELECT DISTINCT assignment FROM assignment_origins WHERE origin IN (\(list: origins)) ORDER BY assignment"
        ) { try $0.next(Int.self) }
        // An origin may have been joined or split before, and that was taken back: those siblings are dropped already.
        let living = try ReviewedAssignment.all("id IN (\(list: siblings))", db).filter { $0.state != .dropped }
        guard living.allSatisfy({ $0.state == .draft }) else { throw Refusal("review.sibling") }
        let entry = try Journal.record(
            "assignment.replace.undo", of: .assignment(id), before: ["text": found.assignment.text],
            after: Facts { $0.member("origins", origins) }, by: act, db)
        try decide(.drop, on: living.map(\.assignment.id), entry: entry, db)
        try decide(.undo, on: origins, entry: entry, db)
    }

    private static func replace(
        _ origins: [ReviewedAssignment], by parts: [AssignmentFields], _ action: String, _ directory: Directory,
        _ act: Act, _ db: Transaction
    ) throws -> [Int] {
        for part in parts { try part.require(directory) }
        let first = origins[0].assignment
        let matching = try BodyMatching(ofPlan: first.plan, directory, today: act.day, db)
        var quotes: [String] = []
        for origin in origins where !quotes.contains(origin.assignment.quote.text) {
            quotes.append(origin.assignment.quote.text)
        }
        let quote = Quote(text: quotes.joined(separator: "\n"), place: first.quote.place)
        let new = parts.map { part in
            NewAssignment(position: first.position, draft: DraftAssignment(part, like: first, quote, matching))
        }
        let ids = try NewAssignment.insert(new, into: first.plan, db)
        let entry = try Journal.record(
            action, of: .assignment(first.id), before: Facts { $0.member("origins", origins.map(\.assignment.id)) },
            after: Facts { $0.member("assignments", ids) }, by: act, db)
        try decide(.replace, on: origins.map(\.assignment.id), entry: entry, db)
        try db.insert(
            "INSERT INTO assignment_origins (assignment, origin)",
            rows: ids.flatMap { id in origins.map { [id.stored, $0.assignment.id.stored] } })
        return ids
    }
}

extension DraftAssignment {
    fileprivate init(
        _ fields: AssignmentFields, like first: PlanAssignment, _ quote: Quote, _ matching: BodyMatching
    ) {
        part = first.part
        group = first.group
        text = fields.text
        deliverable = fields.deliverable
        deadline = fields.deadline
        target = fields.target
        self.quote = quote
        leads = fields.leads.map(matching.match)
        coordinators = fields.coordinators.map(matching.match)
        isRepeated = false
    }
}
