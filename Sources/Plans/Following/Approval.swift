package import Office
package import Storage
package import WorkCalendar

/// That work was declared done, and what a leader said to it (phê duyệt).
package struct Completion: Sendable, Equatable {
    /// What was said to it.
    package enum Answer: String, Sendable, CaseIterable {
        /// It counts.
        case approve
        /// It does not: the work is open again.
        case sendBack = "return"
        /// The approval before was taken back.
        case undo
    }

    /// The key of its row.
    package let id: Int
    /// Of which occurrence.
    package let occurrence: Int
    /// The day it was completed.
    package let day: Day
    /// Why without the deliverable, or why less than the target.
    package let reason: String?
    /// The line of the journal that says who declared it.
    package let entry: Int
    /// Whether a leader approved it, and did not take that back.
    package let isApproved: Bool

    static let columns: Query = """
        c.id, c.occurrence, c.day, c.reason, c.entry, coalesce((SELECT n.answer FROM completion_answers AS n
            WHERE n.completion = c.id ORDER BY n.id DESC LIMIT 1), 'undo') = 'approve'
        """

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        occurrence = try fields.next()
        day = try fields.next()
        reason = try fields.next()
        entry = try fields.next()
        isApproved = try fields.next()
    }
}

extension Completion.Answer: Storable {}

extension Following {
    /// The completion of an occurrence that stands; `nil` where it is open.
    package static func completion(of occurrence: Int, _ db: Transaction) throws -> Completion? {
        try db.first(
            """
            SELECT \(Completion.columns) FROM completions AS c WHERE c.day IS NOT NULL
                AND c.id = (SELECT max(l.id) FROM completions AS l WHERE l.occurrence = \(occurrence))
            """
        ) { try Completion(&$0) }
    }

    /// Approves what was declared done.
    /// - Throws: ``Refusal`` where it is open or approved already, or who approves declared it.
    package static func approve(_ occurrence: Int, by act: Act, _ db: Transaction) throws {
        let completion = try unapproved(occurrence, by: act, db)
        let entry = try answer(completion, .approve, action: "occurrence.approve", reason: nil, by: act, db)
        try Notices.tell(.approved(on: completion.day), of: occurrence, entry: entry, by: act, db)
    }

    /// Sends back what was declared done: the occurrence is open again, and is declared anew when it is.
    /// - Throws: ``Refusal`` where it is open or approved already, who sends it back declared it, or no reason is given.
    package static func sendBack(_ occurrence: Int, reason: String, by act: Act, _ db: Transaction) throws {
        let completion = try unapproved(occurrence, by: act, db)
        try require(reason: reason)
        let entry = try answer(completion, .sendBack, action: "occurrence.return", reason: reason, by: act, db)
        try db.run("INSERT INTO completions (occurrence, reason, entry) VALUES (\(occurrence), \(reason), \(entry))")
        try keepCopies("o.id = \(occurrence)", db)
        try Notices.tell(.sentBack(reason: reason), of: occurrence, entry: entry, by: act, db)
    }

    /// Takes an approval back.
    /// - Throws: ``Refusal`` where there is none, or no reason is given.
    package static func undoApproval(of occurrence: Int, reason: String, by act: Act, _ db: Transaction) throws {
        guard let completion = try completion(of: occurrence, db), completion.isApproved else {
            throw Refusal("following.not-approved")
        }
        try require(reason: reason)
        _ = try answer(completion, .undo, action: "occurrence.approve.undo", reason: reason, by: act, db)
    }

    /// The completion of an occurrence that was sent back, where nothing was declared since; else `nil`.
    package static func sentBack(_ occurrence: Int, _ db: Transaction) throws -> Completion? {
        try db.first(
            """
            SELECT \(Completion.columns) FROM completions AS r JOIN completion_answers AS s ON s.entry = r.entry
            JOIN completions AS c ON c.id = s.completion
            WHERE r.id = (SELECT max(l.id) FROM completions AS l WHERE l.occurrence = \(occurrence))
                AND r.day IS NULL AND s.answer = 'return'
            """
        ) { try Completion(&$0) }
    }

    /// Takes a sending back back: what was declared done waits for approval again. Who has not seen that it was sent back never
    /// does; the others are told.
    /// - Throws: ``Refusal`` where nothing was sent back, or something was declared since.
    package static func undoSendingBack(of occurrence: Int, by act: Act, _ db: Transaction) throws {
        guard let completion = try sentBack(occurrence, db),
            let returned: Int = try db.value(
                "SELECT max(entry) FROM completion_answers WHERE completion = \(completion.id) AND answer = 'return'")
        else { throw Refusal("following.not-sent-back") }
        let entry = try answer(completion, .undo, action: "occurrence.return.undo", reason: nil, by: act, db)
        // The same declaration again: under its own line of the journal, so that who declared it stays who declared it.
        try db.run(
            """
            INSERT INTO completions (occurrence, day, reason, entry)
            VALUES (\(occurrence), \(completion.day), \(completion.reason), \(completion.entry))
            """)
        try keepCopies("o.id = \(occurrence)", db)
        let told = try Notices.withdraw(.sentBack, of: .occurrence(occurrence), occasion: String(returned), db)
        try Notices.tell(.sentBackUndone, of: occurrence, entry: entry, only: told, by: act, db)
    }

    private static func unapproved(_ occurrence: Int, by act: Act, _ db: Transaction) throws -> Completion {
        guard let completion = try completion(of: occurrence, db) else { throw Refusal("following.not-completed") }
        if completion.isApproved { throw Refusal("following.approved") }
        if let entry = try Journal.entries(numbered: [completion.entry], db).first, let account = act.actor.account,
            entry.actor.account?.id == account.id
        {
            throw Refusal("following.own-completion")
        }
        return completion
    }

    private static func answer(
        _ completion: Completion, _ answer: Completion.Answer, action: String, reason: String?, by act: Act,
        _ db: Transaction
    ) throws -> Int {
        let entry = try Journal.record(
            action, of: .occurrence(completion.occurrence), before: ["day": completion.day.description],
            after: ["reason": reason], by: act, db)
        try db.run(
            """
            INSERT INTO completion_answers (completion, answer, reason, entry)
            VALUES (\(completion.id), \(answer), \(reason.stored), \(entry))
            """)
        return entry
    }
}

extension Actor {
    /// Who acts, where an account does.
    package var account: Named? {
        switch self {
        case .holder(let account, _, _): account
        case .system: nil
        }
    }
}
