package import Office
package import Storage
package import WorkCalendar

/// What happens to an occurrence that people are told of.
package enum OccurrenceNews: Sendable {
    /// A later due day is asked for: told to whoever may answer.
    case extensionAsked(to: Day, reason: String)
    /// It was approved: told to the unit.
    case extensionApproved(to: Day)
    /// It was refused: told to the unit.
    case extensionRefused(to: Day, reason: String)
    /// It was declared done: told to the leaders who approve.
    case completionDeclared(on: Day)
    /// That was approved: told to the unit.
    case approved(on: Day)
    /// That was sent back: told to the unit.
    case sentBack(reason: String)
    /// That was taken back: told to those who have seen it.
    case sentBackUndone
    /// Somebody wrote about it: told to the unit, and to those coordinators who had something to do with it before.
    case comment(String)
}

extension Notices {
    /// Tells those concerned what happened to an occurrence, in the transaction in which it happens.
    /// - Parameters:
    ///   - entry: The line of the journal about it: told once, whoever calls how often.
    ///   - some: Those alone, of the ones concerned; `nil`: all of them.
    package static func tell(
        _ news: OccurrenceNews, of occurrence: Int, entry: Int, only some: Set<AccountID>? = nil, by act: Act,
        _ db: Transaction
    ) throws {
        let found = try db.first(
            """
            SELECT o.unit, a.text FROM occurrences AS o JOIN assignments AS a ON a.id = o.assignment
            WHERE o.id = \(occurrence)
            """
        ) { (unit: try $0.next(OrganisationID?.self), title: try $0.next(String.self)) }
        guard let (unit, title) = found else { return }
        let concerned = try news.recipients(of: occurrence, unit, try Posts(on: act.day, db), db)
        try tell(
            News(
                news.kind, of: .occurrence(occurrence), occasion: String(entry), unit: unit, title: title,
                day: news.day, facts: news.facts),
            to: some.map { concerned.filter($0.contains) } ?? concerned, by: act, db)
    }

    /// Tells the units that lead them of assignments that were accepted: one notice of a plan, a unit and a day.
    /// - Parameter units: These of them alone; `nil`: all.
    package static func tellNewWork(
        of assignments: [Int], to units: Set<OrganisationID>? = nil, by act: Act, _ db: Transaction
    ) throws {
        let scope = units.map { Scope.units($0) } ?? .everything
        let posts = try Posts(on: act.day, db)
        for start in stride(from: 0, to: assignments.count, by: 500) {
            let these = assignments[start..<min(start + 500, assignments.count)]
            let rows = Rows(
                from: """
                    (SELECT DISTINCT a.plan, o.unit FROM assignments AS a JOIN occurrences AS o ON o.assignment = a.id
                    WHERE a.id IN (\(list: these)) AND o.completed IS NULL AND o.ended IS NULL
                        AND \(scope.condition("o.unit"))) AS o
                    JOIN plans AS p ON p.id = o.plan JOIN documents AS d ON d.id = p.document
                    JOIN \(posts.table) AS s ON s.unit = o.unit
                    """,
                where: "s.role IN (\(list: [Role.officer, .leader]))", account: "s.account", subject: "o.plan",
                occasion: "\(act.day.description) || ' ' || o.unit", unit: "o.unit",
                title: "coalesce(d.number || ': ' || d.title, d.number, d.title, d.file_name)", day: "NULL")
            try tell(.newWork, of: Journal.Subject.plan(0).kind, rows, by: act, db)
        }
    }
}

extension OccurrenceNews {
    fileprivate var kind: NoticeKind {
        switch self {
        case .extensionAsked: .extensionAsked
        case .extensionApproved: .extensionApproved
        case .extensionRefused: .extensionRefused
        case .completionDeclared: .completionDeclared
        case .approved: .approved
        case .sentBack: .sentBack
        case .sentBackUndone: .sentBackUndone
        case .comment: .comment
        }
    }

    fileprivate var day: Day? {
        switch self {
        case .extensionAsked(let day, _), .extensionApproved(let day), .extensionRefused(let day, _),
            .completionDeclared(let day), .approved(let day):
            day
        case .sentBack, .sentBackUndone, .comment: nil
        }
    }

    fileprivate var facts: Facts {
        switch self {
        case .extensionAsked(_, let reason), .extensionRefused(_, let reason), .sentBack(let reason):
            ["reason": reason]
        case .comment(let text): ["text": String(text.prefix(500))]
        case .extensionApproved, .completionDeclared, .approved, .sentBackUndone: [:]
        }
    }

    fileprivate func recipients(
        of occurrence: Int, _ unit: OrganisationID?, _ posts: Posts, _ db: Transaction
    ) throws -> [AccountID] {
        let own = try unit.map { try posts.accounts(in: $0, [.officer, .leader], db) } ?? []
        switch self {
        case .extensionAsked: return try posts.accounts(whoMay: .extend, with: unit, db)
        case .completionDeclared: return try posts.accounts(whoMay: .approve, with: unit, db)
        case .extensionApproved, .extensionRefused, .approved, .sentBack, .sentBackUndone, .comment:
            return own + (try coordinators(of: occurrence, posts, db))
        }
    }

    /// The coordinators who wrote a line of the journal about it.
    private func coordinators(of occurrence: Int, _ posts: Posts, _ db: Transaction) throws -> [AccountID] {
        let subject = Journal.Subject.occurrence(occurrence)
        return try db.all(
            """
            SELECT DISTINCT s.account FROM journal AS j JOIN \(posts.table) AS s ON s.account = j.account
            WHERE j.subject_kind = \(subject.kind) AND j.subject = \(subject.id) AND s.role = \(Role.coordinator)
            """
        ) { try $0.next() }
    }
}
