package import Office
package import Storage
package import WorkCalendar

/// Something that waits for a person's decision.
package struct WaitingWork: Sendable, Equatable {
    /// For which one.
    package enum What: Sendable, Equatable {
        /// Work that was declared done on a day: to be approved or sent back.
        case completion(Day)
        /// A later due day that was asked for.
        case extending(Int, to: Day)
    }

    /// For which one.
    package let what: What
    /// The occurrence.
    package let occurrence: Int
    /// Whose work it is.
    package let unit: OrganisationID?
    /// What is to be done.
    package let text: String
    /// The last day.
    package let due: Day?
}

extension Following {
    /// What people declared done and waits for a leader, the latest first; without what the asker declared.
    /// - Parameter scope: Over which units the asker may approve.
    package static func waitingForApproval(
        within scope: Scope, by account: AccountID?, limit: Int = 50, _ db: Transaction
    ) throws -> [WaitingWork] {
        if scope == .units([]) { return [] }
        return try db.all(
            """
            SELECT c.day, o.id, o.unit, a.text, o.due FROM completions AS c
            JOIN occurrences AS o ON o.id = c.occurrence JOIN assignments AS a ON a.id = o.assignment
            JOIN journal AS j ON j.id = c.entry
            WHERE \(scope.condition("o.unit")) AND o.ended IS NULL AND o.completed IS NOT NULL AND c.day IS NOT NULL
                AND c.id = (SELECT max(l.id) FROM completions AS l WHERE l.occurrence = o.id)
                AND coalesce((SELECT n.answer FROM completion_answers AS n WHERE n.completion = c.id
                    ORDER BY n.id DESC LIMIT 1), 'undo') = 'undo'
                AND j.account <> \(account?.rawValue ?? -1)
            ORDER BY c.id DESC LIMIT \(limit)
            """
        ) {
            WaitingWork(
                what: .completion(try $0.next()), occurrence: try $0.next(), unit: try $0.next(), text: try $0.next(),
                due: try $0.next())
        }
    }

    /// The extensions that were asked for and wait for an answer, the first one first.
    /// - Parameter scope: Over which units the asker may extend.
    package static func waitingExtensions(within scope: Scope, limit: Int = 50, _ db: Transaction) throws
        -> [WaitingWork]
    {
        if scope == .units([]) { return [] }
        return try db.all(
            """
            SELECT x.id, x.due, o.id, o.unit, a.text, o.due FROM extensions AS x
            JOIN occurrences AS o ON o.id = x.occurrence JOIN assignments AS a ON a.id = o.assignment
            WHERE \(scope.condition("o.unit")) AND o.ended IS NULL AND o.completed IS NULL
                AND coalesce((SELECT n.answer FROM extension_answers AS n WHERE n.extension = x.id
                    ORDER BY n.id DESC LIMIT 1), 'undo') = 'undo'
            ORDER BY x.id LIMIT \(limit)
            """
        ) {
            WaitingWork(
                what: .extending(try $0.next(), to: try $0.next()), occurrence: try $0.next(), unit: try $0.next(),
                text: try $0.next(), due: try $0.next())
        }
    }
}
