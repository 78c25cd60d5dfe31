package import Office
package import Storage

/// What somebody says to an occurrence (ý kiến); the line of the journal says who, when and for which position.
package struct Comment: Sendable, Equatable {
    /// The key of its row.
    package let id: Int
    /// What was said.
    package let text: String
    /// Whether its writer took it back.
    package let isWithdrawn: Bool
}

extension Following {
    /// The longest comment, in characters.
    package static let longestComment = 4_000

    /// Says something to an occurrence.
    /// - Returns: The key of the comment.
    /// - Throws: ``Refusal`` where nothing is said, or too much.
    @discardableResult package static func comment(
        on occurrence: Int, _ text: String, by act: Act, _ db: Transaction
    ) throws -> Int {
        _ = try FollowedOccurrence(occurrence, db)
        if text.isBlank { throw Refusal("following.nothing-said") }
        if text.count > longestComment {
            throw Refusal("following.long-comment", ["limit": String(longestComment)])
        }
        let entry = try Journal.record(
            "comment.add", of: .occurrence(occurrence), after: ["text": text], by: act, db)
        try Notices.tell(.comment(text), of: occurrence, entry: entry, by: act, db)
        return try db.insert(
            "INSERT INTO comments (occurrence, text, entry) VALUES (\(occurrence), \(text), \(entry))")
    }

    /// Takes a comment back: it is no longer shown; that there was one, and by whom, is.
    /// - Throws: ``Refusal`` where there is none, it was taken back already, or another account wrote it.
    package static func withdrawComment(
        _ id: Int, on occurrence: Int, by act: Act, _ db: Transaction
    ) throws {
        let entry: Int? = try db.value(
            """
            SELECT c.entry FROM comments AS c WHERE c.id = \(id) AND c.occurrence = \(occurrence) AND c.undoes IS NULL
                AND NOT EXISTS (SELECT 1 FROM comments AS u WHERE u.undoes = c.id)
            """)
        guard let entry, let written = try Journal.entries(numbered: [entry], db).first else {
            throw Refusal("following.no-comment")
        }
        guard let writer = written.actor.account, writer.id == act.actor.account?.id else {
            throw Refusal("following.not-own-comment")
        }
        let line = try Journal.record("comment.withdraw", of: .occurrence(occurrence), by: act, db)
        try db.run(
            "INSERT INTO comments (occurrence, text, undoes, entry) VALUES (\(occurrence), '', \(id), \(line))")
    }
}
