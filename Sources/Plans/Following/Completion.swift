package import Office
package import Storage
package import WorkCalendar

extension Following {
    /// Records that an occurrence was completed. Where its assignment asks for a deliverable, a piece of evidence is
    /// that deliverable, or a reason is given; where it asks for a number, so many were done, or a reason is given.
    /// - Parameters:
    ///   - day: The day it was completed: not in the future, not before the document.
    ///   - progress: What is to be added with it: the last words, the last evidence.
    ///   - reason: Why without the deliverable, or why less than the target.
    /// - Throws: ``Refusal`` where it is not open or any of that is missing.
    package static func complete(
        _ occurrence: Int, on day: Day, with progress: Progress? = nil, reason: String? = nil, by act: Act,
        _ db: Transaction
    ) throws {
        let followed = try FollowedOccurrence(occurrence, db)
        try followed.requireOpen()
        try followed.requirePossible(day, today: act.day)
        if let progress { _ = try add(progress, to: followed, by: act, db) }
        let reason = reason.flatMap { $0.isBlank ? nil : $0 }
        if reason == nil {
            try requireDeliverable(of: followed, db)
            try requireTarget(of: followed, by: day, db)
        }
        let entry = try Journal.record(
            "occurrence.complete", of: .occurrence(occurrence), after: ["day": day.description, "reason": reason],
            by: act, db)
        try db.run(
            """
            INSERT INTO completions (occurrence, day, reason, entry)
            VALUES (\(occurrence), \(day), \(reason.stored), \(entry))
            """)
        try keepCopies("o.id = \(occurrence)", db)
        try Notices.tell(.completionDeclared(on: day), of: occurrence, entry: entry, by: act, db)
    }

    /// Takes a completion back: the occurrence is open again.
    /// - Throws: ``Refusal`` where it is not completed, a leader approved it, or no reason is given.
    package static func undoCompletion(
        of occurrence: Int, reason: String, by act: Act, _ db: Transaction
    ) throws {
        let followed = try FollowedOccurrence(occurrence, db)
        guard let day = followed.occurrence.completed else { throw Refusal("following.not-completed") }
        if try completion(of: occurrence, db)?.isApproved == true { throw Refusal("following.approved") }
        try require(reason: reason)
        let entry = try Journal.record(
            "occurrence.reopen", of: .occurrence(occurrence), before: ["day": day.description],
            after: ["reason": reason], by: act, db)
        try db.run(
            "INSERT INTO completions (occurrence, reason, entry) VALUES (\(occurrence), \(reason), \(entry))")
        try keepCopies("o.id = \(occurrence)", db)
    }

    private static func requireDeliverable(of followed: FollowedOccurrence, _ db: Transaction) throws {
        guard let deliverable = followed.deliverable, !deliverable.isBlank else { return }
        let given: Int? = try db.value(
            """
            SELECT 1 FROM progress AS p JOIN evidence AS e ON e.progress = p.id
            WHERE p.occurrence = \(followed.occurrence.id) AND e.deliverable = 1 LIMIT 1
            """)
        if given == nil { throw Refusal("following.deliverable-missing", ["deliverable": deliverable]) }
    }

    private static func requireTarget(of followed: FollowedOccurrence, by day: Day, _ db: Transaction) throws {
        guard let target = followed.target else { return }
        let done = try number(done: followed.occurrence.id, by: day, db) ?? 0
        guard done < target.lowerBound else { return }
        throw Refusal(
            "following.below-target",
            ["done": String(done), "target": String(target.lowerBound), "unit": followed.targetUnit ?? ""])
    }

    static func require(reason: String) throws {
        if reason.isBlank { throw Refusal("following.no-reason") }
    }

    static func require(reason: String, paper: String) throws {
        try require(reason: reason)
        if paper.isBlank { throw Refusal("following.no-paper") }
    }
}
