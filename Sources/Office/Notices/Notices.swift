package import Storage
package import WorkCalendar

/// Notices (thông báo, nhắc việc): who is told what. They are made in the transaction of what they tell of, and one notice of a
/// person, a kind, a thing and an occasion is made once, whoever asks for it how often.
package enum Notices {
    /// What is told, and of which thing.
    package struct News: Sendable {
        /// Of which kind.
        package let kind: NoticeKind
        /// The thing.
        package let subject: Journal.Subject
        /// Which time of several of the same kind and thing: a line of the journal.
        package let occasion: String
        /// Whose work it is about.
        package let unit: OrganisationID?
        /// What the thing is called.
        package let title: String
        /// The day it speaks of.
        package let day: Day?
        /// What else its sentence says: `notice.<kind>` in the catalogue.
        package let facts: Facts

        /// All of its parts.
        package init(
            _ kind: NoticeKind, of subject: Journal.Subject, occasion: String, unit: OrganisationID?, title: String,
            day: Day? = nil, facts: Facts = [:]
        ) {
            self.kind = kind
            self.subject = subject
            self.occasion = occasion
            self.unit = unit
            self.title = title
            self.day = day
            self.facts = facts
        }
    }

    /// Tells people something, but for whoever did it and whoever does not want notices of the kind.
    package static func tell(_ news: News, to accounts: some Sequence<AccountID>, by act: Act, _ db: Transaction) throws
    {
        let rows = Rows(
            from: "accounts AS s", where: "s.id IN (\(list: accounts))", account: "s.id", subject: "\(news.subject.id)",
            occasion: "\(news.occasion)", unit: "\(news.unit)", title: "\(news.title)", day: "\(news.day)",
            facts: "\(news.facts.json)")
        try tell(news.kind, of: news.subject.kind, rows, by: act, db)
    }

    /// Many notices of a kind as SQL: each a row of `from`, with these expressions for its columns.
    package struct Rows: Sendable {
        let from: Query
        let condition: Query
        let account: Query
        let columns: Query

        /// - Parameters:
        ///   - from: Tables and joins; the name `c` is taken.
        ///   - condition: Which of their rows.
        package init(
            from: Query, where condition: Query, account: Query, subject: Query, occasion: Query, unit: Query,
            title: Query, day: Query, facts: Query = "'{}'"
        ) {
            self.from = from
            self.condition = condition
            self.account = account
            // As much of a title as a list shows.
            columns = "\(subject), \(occasion), \(unit), substr(\(title), 1, 300), \(day), \(facts)"
        }
    }

    /// Tells many people of many things with one statement, however many.
    /// - Parameters:
    ///   - subjectKind: As `Journal.Subject` names things.
    ///   - mailAfter: When letters about it may go, at the earliest; else ten minutes from now, for news of one occasion come
    ///     close together and are one letter then.
    /// - Returns: How many notices are new.
    @discardableResult package static func tell(
        _ kind: NoticeKind, of subjectKind: String, _ rows: Rows, mailAfter: Instant? = nil, by act: Act,
        _ db: Transaction
    ) throws -> Int {
        let way: Query = "COALESCE(c.way, \(kind.usualWay))"
        let (doer, name): (Int, String?) =
            if case .holder(let account, _, _) = act.actor { (account.id, account.name) } else { (0, nil) }
        let made = try db.run(
            """
            INSERT INTO notices
                (account, kind, subject_kind, at, actor, way, subject, occasion, unit, title, day, facts)
            SELECT \(rows.account), \(kind), \(subjectKind), \(act.at), \(name), \(way), \(rows.columns)
            FROM \(rows.from) LEFT JOIN notice_choices AS c ON c.account = \(rows.account) AND c.kind = \(kind)
            WHERE (\(rows.condition)) AND \(way) <> \(NoticeWay.none) AND \(rows.account) <> \(doer)
            -- by account, subject and occasion, so that each engine numbers them alike
            ORDER BY 1, 7, 8
            ON CONFLICT DO NOTHING
            """)
        if made > 0 { try NoticeMail.request(after: mailAfter ?? act.at.adding(seconds: 600), db) }
        return made
    }

    /// Takes back what was told, where nobody has seen it: it was not read, and no letter has it.
    /// - Returns: Those who have seen it.
    package static func withdraw(
        _ kind: NoticeKind, of subject: Journal.Subject, occasion: String, _ db: Transaction
    ) throws -> Set<AccountID> {
        let these: Query = """
            kind = \(kind) AND subject_kind = \(subject.kind) AND subject = \(subject.id) AND occasion = \(occasion)
            """
        try db.run(
            """
            DELETE FROM notices WHERE \(these) AND read_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM notice_mail_items AS i WHERE i.notice = notices.id)
            """)
        return Set(try db.all("SELECT account FROM notices WHERE \(these)") { try $0.next() })
    }

    /// How long notices are kept, in days: those that were read, and all.
    private static let kept = (read: 180, all: 400)

    /// Forgets old notices, with the letters that carried nothing else.
    package static func prune(at now: Instant, _ db: Transaction) throws {
        let (read, all) = (now.adding(seconds: -kept.read * 86_400), now.adding(seconds: -kept.all * 86_400))
        let old: Query = "n.at < \(all) OR (n.at < \(read) AND n.read_at IS NOT NULL)"
        try db.run("DELETE FROM notice_mail_items WHERE notice IN (SELECT n.id FROM notices AS n WHERE \(old))")
        try db.run("DELETE FROM notices AS n WHERE \(old)")
        // A letter begun in this moment has its notices in the same transaction.
        let empty: Query = """
            SELECT m.id FROM notice_mails AS m WHERE m.at < \(read)
                AND NOT EXISTS (SELECT 1 FROM notice_mail_items AS i WHERE i.mail = m.id)
            """
        for table in ["notice_mail_decisions", "notice_mail_ends"] {
            try db.run("DELETE FROM \(name: table) WHERE mail IN (\(empty))")
        }
        try db.run("DELETE FROM notice_mails WHERE id IN (\(empty))")
    }

    // MARK: The page of notices

    /// What a person was told, the latest first.
    /// - Parameters:
    ///   - before: Older than this one only: the last of the page before.
    ///   - limit: The most of a page.
    package static func list(
        for account: AccountID, unreadOnly: Bool = false, before: Int = .max, limit: Int = 50, _ db: Transaction
    ) throws -> [PersonalNotice] {
        let unread: Query = unreadOnly ? "AND n.read_at IS NULL" : ""
        return try db.all(
            """
            SELECT \(PersonalNotice.columns) FROM notices AS n
            WHERE n.account = \(account) AND n.id < \(before) \(unread) ORDER BY n.id DESC LIMIT \(limit)
            """
        ) { try PersonalNotice(&$0) }
    }

    /// How many a person has not read, for the bell; counted up to a hundred.
    package static func unread(of account: AccountID, _ db: Transaction) throws -> Int {
        try db.value(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM notices WHERE account = \(account) AND read_at IS NULL LIMIT 100) AS n
            """) ?? 0
    }

    /// One of a person's notices, for its link.
    package static func one(_ id: Int, of account: AccountID, _ db: Transaction) throws -> PersonalNotice? {
        try db.first("SELECT \(PersonalNotice.columns) FROM notices AS n WHERE n.id = \(id) AND n.account = \(account)")
        {
            try PersonalNotice(&$0)
        }
    }

    /// Notes that a person has read a notice, or all. What was read is not sent by e-mail any more.
    /// - Parameter notice: `nil` for all that there are now.
    package static func markRead(_ notice: Int?, of account: AccountID, at: Instant, _ db: Transaction) throws {
        let these: Query = notice.map { "id = \($0)" } ?? "1 = 1"
        try db.run("UPDATE notices SET read_at = \(at) WHERE account = \(account) AND read_at IS NULL AND \(these)")
    }
}
