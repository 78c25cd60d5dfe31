package import Office
package import Storage
package import WorkCalendar

/// A later due day that was asked for (gia hạn), and what became of it.
package struct DueExtension: Sendable, Equatable {
    /// What became of it.
    package enum Answer: String, Sendable, CaseIterable {
        case approve, refuse
        /// The answer before was taken back.
        case undo
    }

    /// The key of its row.
    package var id: Int
    /// For which occurrence.
    package var occurrence: Int
    /// The due day when it was asked for, which stays visible.
    package var before: Day
    /// The due day asked for.
    package var due: Day
    /// Why.
    package var reason: String
    /// The paper that asks.
    package var paper: String
    /// The answer that stands; `nil` while there is none.
    package var answer: Answer?

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        occurrence = try fields.next()
        before = try fields.next()
        due = try fields.next()
        reason = try fields.next()
        paper = try fields.next()
        let last: Answer? = try fields.next()
        answer = last == .undo ? nil : last
    }

    static let query: Query = """
        SELECT x.id, x.occurrence, x.before, x.due, x.reason, x.paper,
            (SELECT n.answer FROM extension_answers AS n WHERE n.extension = x.id ORDER BY n.id DESC LIMIT 1)
        FROM extensions AS x
        """
}

extension DueExtension.Answer: Storable {}

extension Following {
    /// The extensions that were asked for an occurrence, the first one first.
    package static func extensions(of occurrence: Int, _ db: Transaction) throws -> [DueExtension] {
        try db.all("\(DueExtension.query) WHERE x.occurrence = \(occurrence) ORDER BY x.id") { try DueExtension(&$0) }
    }

    /// Asks for a later due day.
    /// - Returns: The key of what was asked.
    /// - Throws: ``Refusal`` where the occurrence is not open or has no due day, the day is not later, another
    ///   extension still waits for its answer, or the reason or the paper is missing.
    package static func askExtension(
        of occurrence: Int, to due: Day, reason: String, paper: String, by act: Act, _ db: Transaction
    ) throws -> Int {
        let followed = try FollowedOccurrence(occurrence, db)
        try followed.requireOpen()
        guard let before = followed.occurrence.due else { throw Refusal("following.undated") }
        guard due > before else {
            throw Refusal("following.not-later", ["day": due.vietnamese, "due": before.vietnamese])
        }
        try require(reason: reason, paper: paper)
        if let waiting = try extensions(of: occurrence, db).first(where: { $0.answer == nil }) {
            throw Refusal("following.extension-waits", ["day": waiting.due.vietnamese])
        }
        let entry = try Journal.record(
            "extension.ask", of: .occurrence(occurrence), before: ["due": before.description],
            after: ["due": due.description, "reason": reason, "paper": paper], by: act, db)
        try Notices.tell(.extensionAsked(to: due, reason: reason), of: occurrence, entry: entry, by: act, db)
        return try db.insert(
            """
            INSERT INTO extensions (occurrence, before, due, reason, paper, entry)
            VALUES (\(occurrence), \(before), \(due), \(reason), \(paper), \(entry))
            """)
    }

    /// Answers it. Approval moves the due day; the day before stays in the row of what was asked. Taking an approval
    /// back (``DueExtension/Answer/undo``) gives the occurrence the day again that it had without it.
    /// - Throws: ``Refusal`` where it was answered already, where there is no answer to take back, or where a refusal
    ///   has no reason.
    package static func answerExtension(
        _ id: Int, _ answer: DueExtension.Answer, reason: String? = nil, paper: String? = nil, by act: Act,
        _ db: Transaction
    ) throws {
        guard let asked = try db.first("\(DueExtension.query) WHERE x.id = \(id)", { try DueExtension(&$0) }) else {
            throw Refusal("following.no-extension")
        }
        let followed = try FollowedOccurrence(asked.occurrence, db)
        try check(answer, to: asked, followed, reason: reason)
        let entry = try Journal.record(
            "extension.\(answer.rawValue)", of: .occurrence(asked.occurrence),
            before: ["due": followed.occurrence.due?.description],
            after: ["due": asked.due.description, "reason": reason, "paper": paper], by: act, db)
        try db.run(
            """
            INSERT INTO extension_answers (extension, answer, reason, paper, entry)
            VALUES (\(id), \(answer), \(reason.stored), \(paper.stored), \(entry))
            """)
        try keepCopies("o.id = \(asked.occurrence)", db)
        switch answer {
        case .approve:
            try Notices.tell(.extensionApproved(to: asked.due), of: asked.occurrence, entry: entry, by: act, db)
        case .refuse:
            try Notices.tell(
                .extensionRefused(to: asked.due, reason: reason ?? ""), of: asked.occurrence, entry: entry, by: act, db)
        case .undo: break
        }
    }

    private static func check(
        _ answer: DueExtension.Answer, to asked: DueExtension, _ followed: FollowedOccurrence, reason: String?
    ) throws {
        switch answer {
        case .undo:
            if asked.answer == nil { throw Refusal("following.extension-not-answered") }
        case .approve, .refuse:
            if asked.answer != nil { throw Refusal("following.extension-answered") }
            if answer == .refuse { try require(reason: reason ?? "") }
            if answer == .approve {
                try followed.requireOpen()
                // The plan may have been corrected in the meantime.
                if followed.occurrence.due != asked.before {
                    throw Refusal("following.extension-overtaken", ["day": followed.occurrence.due?.vietnamese ?? ""])
                }
            }
        }
    }
}
