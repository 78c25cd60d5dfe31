package import Storage
package import WorkCalendar

/// A letter of which nobody knows whether it went: the server was killed, or the mail server fell silent after it had everything.
package struct UncertainLetter: Hashable, Sendable {
    /// Its key.
    package let mail: Int
    /// To whom.
    package let person: String
    /// Where to.
    package let address: String
    /// When it was begun.
    package let at: Instant
    /// How many notices it has that were not read since.
    package let unread: Int
    /// What the mail server said last, where it said anything.
    package let reason: String?
}

extension NoticeMail {
    /// What an administrator decides on such a letter.
    package enum Decision: String, Storable, Sendable {
        /// It is sent once more.
        case again
        /// It is not.
        case leave
        /// It is to be decided again.
        case undo
    }

    /// After so many seconds a letter without an end is none that is just being sent.
    private static let grace = 900

    private static func uncertain(_ now: Instant) -> Query {
        """
        m.at < \(now.adding(seconds: -grace)) AND coalesce((SELECT e.outcome FROM notice_mail_ends AS e WHERE e.mail = m.id),
            \(Outcome.unknown)) = \(Outcome.unknown)
        """
    }

    private static let last: Query = """
        coalesce((SELECT x.decision FROM notice_mail_decisions AS x WHERE x.mail = m.id ORDER BY x.id DESC LIMIT 1), 'undo')
        """

    /// The letters on which somebody has to decide, the latest first.
    package static func uncertainLetters(
        at now: Instant, limit: Int = 100, _ db: Transaction
    ) throws -> [UncertainLetter] {
        try db.all(
            """
            SELECT m.id, a.name, m.address, m.at, (SELECT count(*) FROM notice_mail_items AS i
                JOIN notices AS n ON n.id = i.notice WHERE i.mail = m.id AND n.read_at IS NULL),
                (SELECT e.reason FROM notice_mail_ends AS e WHERE e.mail = m.id)
            FROM notice_mails AS m JOIN accounts AS a ON a.id = m.account
            WHERE \(uncertain(now)) AND \(last) = 'undo' ORDER BY m.id DESC LIMIT \(limit)
            """
        ) {
            UncertainLetter(
                mail: try $0.next(), person: try $0.next(), address: try $0.next(), at: try $0.next(),
                unread: try $0.next(), reason: try $0.next())
        }
    }

    /// Decides on a letter of which nobody knows whether it went. What is sent once more is what was not read since.
    /// - Throws: ``Refusal`` where its end is known, or that was decided already.
    package static func decide(_ decision: Decision, on mail: Int, by act: Act, _ db: Transaction) throws {
        let found = try db.first(
            "SELECT m.account, m.address, \(last) FROM notice_mails AS m WHERE m.id = \(mail) AND \(uncertain(act.at))"
        ) {
            (account: try $0.next(AccountID.self), address: try $0.next(String.self), last: try $0.next(Decision.self))
        }
        // What was sent once more cannot be taken back.
        guard let found, decision == .undo ? found.last == .leave : found.last == .undo else {
            throw Refusal("letters.decided")
        }
        let entry = try Journal.record(
            "account.letter", of: .account(found.account), before: ["letter": mail],
            after: ["address": found.address, "decision": decision.rawValue], by: act, db)
        try db.run(
            """
            INSERT INTO notice_mail_decisions (mail, decision, at, entry)
            VALUES (\(mail), \(decision), \(act.at), \(entry))
            """)
        if decision == .again { try request(after: act.at, db) }
    }
}
