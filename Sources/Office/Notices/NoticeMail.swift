import Mail
import Storage
import Wording
import WorkCalendar

/// Letters that carry notices: all that one person was told and has not read, in one letter.
///
/// A letter is sent **at most once**. It is written down as begun before it goes; one whose end is not written down, because the
/// server was killed or the mail server fell silent after it had everything, may have gone and is not sent again: its notices
/// stand on the page all the same, and what is due is told three times. Only what surely did not go is tried again.
package enum NoticeMail {
    /// The kind of the job that sends them.
    package static let job = "notices.mail"

    /// How far back notices are still sent: what could not be sent for so long stands on the page.
    static let patience = 2 * 86_400

    /// A letter that was begun.
    struct Letter: Sendable {
        let mail: Int
        let account: AccountID
        let address: MailAddress
        let id: String
        let notices: [PersonalNotice]
        /// In which its person is written to.
        let language: Catalogue.Language
        /// What their units are called today.
        let units: [OrganisationID: String]
    }

    /// How sending ended.
    enum Outcome: String, Storable {
        case sent, refused
        case notSent = "not-sent"
        case unknown
    }

    /// Has letters sent, after a moment at the earliest; one job does it for everybody.
    static func request(after moment: Instant, _ db: Transaction) throws {
        try Jobs.enqueue(job, "{}", key: job, runAfter: moment, db)
    }

    /// What an administrator decided last on the letter of `i`; "undo" where nobody did.
    private static let decision: Query = """
        coalesce((SELECT x.decision FROM notice_mail_decisions AS x WHERE x.mail = i.mail ORDER BY x.id DESC LIMIT 1),
            'undo')
        """

    /// That `n` is to be sent by e-mail, and in no letter that was, or may have been, sent, or that is to be sent once more.
    private static func waits(_ now: Instant) -> Query {
        let since = now.adding(seconds: -patience)
        return """
            n.way = 'mail' AND n.read_at IS NULL
            AND (n.at >= \(since) OR EXISTS (SELECT 1 FROM notice_mail_items AS i
                JOIN notice_mail_decisions AS d ON d.mail = i.mail
                WHERE i.notice = n.id AND d.decision = 'again' AND d.at >= \(since)))
            AND NOT EXISTS (
                SELECT 1 FROM notice_mail_items AS i LEFT JOIN notice_mail_ends AS e ON e.mail = i.mail
                WHERE i.notice = n.id AND (e.outcome IS NULL OR e.outcome <> \(Outcome.notSent))
                    AND \(decision) <> 'again')
            """
    }

    /// The address to which letters of `n.account` go: the last that was set, of an account in use.
    private static let address: Query = """
        (SELECT a.address FROM account_addresses AS a WHERE a.account = n.account AND NOT EXISTS (
            SELECT 1 FROM account_standings AS t WHERE t.account = a.account AND t.standing = 'inactive' AND t.id = (
                SELECT max(l.id) FROM account_standings AS l WHERE l.account = a.account))
        ORDER BY a.id DESC LIMIT 1)
        """

    /// Begins the letter of the next person who waits for one.
    /// - Parameter skipped: Who cannot be reached just now.
    /// - Returns: `nil` where nobody waits.
    static func begin(but skipped: [AccountID], domain: String, now: Instant, _ db: Transaction) throws -> Letter? {
        let next = try db.first(
            """
            SELECT n.account, \(address) FROM notices AS n
            WHERE \(waits(now)) AND \(address) IS NOT NULL AND n.account NOT IN (\(list: skipped + [AccountID(rawValue: 0)]))
            ORDER BY n.account LIMIT 1
            """
        ) { (try $0.next(AccountID.self), try $0.next(String.self)) }
        guard let (account, written) = next, let address = MailAddress(written) else { return nil }
        let notices = try db.all(
            "SELECT \(PersonalNotice.columns) FROM notices AS n WHERE n.account = \(account) AND \(waits(now)) ORDER BY n.id"
        ) { try PersonalNotice(&$0) }
        guard let first = notices.first else { return nil }
        // The same for the same notices, whenever they are sent.
        let id = "thong-bao.\(first.id).\(first.at.milliseconds)@\(domain)"
        let mail = try db.insert(
            """
            INSERT INTO notice_mails (account, address, message_id, at)
            VALUES (\(account), \(address.address), \(id), \(now))
            """)
        try db.insert(
            "INSERT INTO notice_mail_items (notice, mail)", rows: notices.map { [$0.id.stored, mail.stored] })
        return Letter(
            mail: mail, account: account, address: address, id: id, notices: notices,
            language: try NoticeChoices.language(of: account, db),
            units: try unitNames(Set(notices.compactMap(\.unit)), on: now.day, db))
    }

    /// Writes down how a letter ended.
    static func end(
        _ letter: Letter, _ outcome: Outcome, reason: String? = nil, now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO notice_mail_ends (mail, at, outcome, reason)
            VALUES (\(letter.mail), \(now), \(outcome), \(reason))
            """)
    }

    /// What units are called on a day, by their keys.
    static func unitNames(
        _ units: Set<OrganisationID>, on day: Day, _ db: Transaction
    ) throws -> [OrganisationID: String] {
        var names: [OrganisationID: String] = [:]
        try db.each(
            """
            SELECT organisation, name FROM organisation_versions WHERE organisation IN (\(list: units))
                AND (from_day IS NULL OR from_day <= \(day)) ORDER BY from_day
            """
        ) { names[try $0.next()] = try $0.next() }
        return names
    }
}
