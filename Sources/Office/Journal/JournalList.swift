package import Storage
package import Web
package import WorkCalendar

/// What is asked of the journal: all of it stands in the address.
package struct JournalQuestion: Hashable, Sendable {
    /// From this day on.
    package var from: Day?
    /// To this day.
    package var until: Day?
    /// What was done: "plan.accept".
    package var action: String?
    /// Who did it.
    package var account: Int?
    /// To which sort of thing: "plan".
    package var kind: String?
    /// To which thing of that sort.
    package var subject: Int?

    /// What an address asks. What it does not understand counts as not asked.
    package init(_ address: PageAddress) {
        from = address["tu"].flatMap { Day(iso: $0) }
        until = address["den"].flatMap { Day(iso: $0) }
        action = address["viec"]
        account = address["nguoi"].flatMap { Int($0) }
        kind = address["loai"]
        subject = address["ma"].flatMap { Int($0) }
    }

    /// The names and values of an address.
    static let filters = [
        ListingFilter("tu", "journal.filter.from", .day), ListingFilter("den", "journal.filter.until", .day),
        ListingFilter("viec", "journal.column.action"), ListingFilter("nguoi", "journal.filter.account", .whole),
        ListingFilter("loai", "journal.column.kind"), ListingFilter("ma", "journal.column.subject", .whole),
    ]

    /// As a condition on `journal`.
    var condition: Query {
        var condition: Query = "1 = 1"
        func add(_ more: Query) { condition = "\(condition) AND \(more)" }
        if let from { add("at >= \(Instant(startOf: from))") }
        if let until { add("at < \(Instant(startOf: until.adding(days: 1)))") }
        if let action { add("action = \(action)") }
        if let account { add("account = \(account)") }
        if let kind { add("subject_kind = \(kind)") }
        if let subject { add("subject = \(subject)") }
        return condition
    }
}

extension Journal {
    /// The lines that a question means, the newest first.
    package static func entries(
        _ question: JournalQuestion, within scope: Scope, _ portion: Portion, _ db: Transaction
    ) throws -> [Entry] {
        try db.all(
            """
            SELECT \(columns) FROM journal WHERE \(question.condition) AND \(scope.condition("unit"))
            ORDER BY id DESC LIMIT \(portion.limit) OFFSET \(portion.offset)
            """
        ) { try Entry(&$0) }
    }

    /// The journal as it is taken away.
    package static let list = OfficeList(
        Listing<Entry>(
            "journal", title: "journal.title", filters: JournalQuestion.filters,
            columns: [
                .whole("id", "journal.column.id") { $0.id },
                .moment("at", "journal.column.at") { $0.at },
                .text("account", "journal.column.account", width: 24) { $0.actor.holder?.account.name },
                .text("position", "journal.column.position", width: 24) { $0.actor.holder?.position.name },
                .text("unit", "journal.column.unit", width: 28) { $0.actor.holder?.unit.name },
                .text("reason", "journal.column.reason", width: 20) { $0.actor.reason },
                .text("action", "journal.column.action", width: 20) { $0.action },
                .text("kind", "journal.column.kind", width: 14) { $0.subject.kind },
                .whole("subject", "journal.column.subject") { $0.subject.id },
                .text("before", "journal.column.before") { $0.before },
                .text("after", "journal.column.after") { $0.after },
            ]),
        path: "/nhat-ky", access: .may(.readJournal)
    ) { call, portion, db in
        try entries(JournalQuestion(call.address), within: call.scope(.readJournal), portion, db)
    }
}

extension Actor {
    fileprivate var holder: (account: Named, position: Named, unit: Named)? {
        if case .holder(let account, let position, let unit) = self { (account, position, unit) } else { nil }
    }

    fileprivate var reason: String? { if case .system(let reason) = self { reason } else { nil } }
}

extension Instant {
    /// Midnight in Hà Nội.
    fileprivate init(startOf day: Day) { self.init(milliseconds: (day.number * 24 - 7) * 3_600_000) }
}
