package import Storage
package import Web
package import WorkCalendar

extension Journal {
    /// What is looked for in the journal: all of it stands in the address of the page.
    package struct Search: Hashable, Sendable {
        /// The first day, in Hà Nội.
        package var from: Day?
        /// The last day.
        package var until: Day?
        /// Whose lines.
        package var account: AccountID?
        /// What was done: "plan.accept", or "plan" for all that is done with plans.
        package var action: String?
        /// To which sort of thing: "plan".
        package var kind: String?
        /// To which thing of that sort.
        package var subject: Int?

        /// Everything.
        package init() {}

        /// What an address asks. What it does not understand counts as not asked.
        package init(_ address: PageAddress) {
            from = address["tu"].flatMap { Day(iso: $0) }
            until = address["den"].flatMap { Day(iso: $0) }
            account = address["nguoi"].flatMap(Int.init).map(AccountID.init)
            action = address["viec"]
            kind = address["loai"]
            subject = address["ma"].flatMap(Int.init)
        }

        /// The names and values of an address.
        static let filters = [
            ListingFilter("tu", "journal.from", .day), ListingFilter("den", "journal.to", .day),
            ListingFilter("viec", "journal.column.action"), ListingFilter("nguoi", "journal.filter.account", .whole),
            ListingFilter("loai", "journal.column.kind"), ListingFilter("ma", "journal.column.subject", .whole),
        ]

        var condition: Query {
            var condition: Query = "1 = 1"
            func add(_ more: Query) { condition = "\(condition) AND \(more)" }
            if let from { add("at >= \(Instant(startOf: from))") }
            if let until { add("at < \(Instant(startOf: until.adding(days: 1)))") }
            if let account { add("account = \(account)") }
            // "/" is the sign after "."
            if let action { add("(action = \(action) OR action >= \("\(action).") AND action < \("\(action)/"))") }
            if let kind { add("subject_kind = \(kind)") }
            if let subject { add("subject = \(subject)") }
            return condition
        }
    }

    /// The kinds of actions, by which the journal can be looked through.
    package static let kinds = [
        "document", "file", "plan", "assignment", "occurrence", "progress", "extension", "organisation", "position",
        "account", "session", "token", "calendar", "list", "filter", "comment", "upload", "definition", "record",
        "batch", "import",
    ]

    /// The lines that were looked for, newest first.
    /// - Parameters:
    ///   - before: Lines older than this one only: the last of the page before.
    ///   - portion: Of these.
    package static func entries(
        _ search: Search, within scope: Scope = .everything, before: Int = .max, _ portion: Portion, _ db: Transaction
    ) throws -> [Entry] {
        try db.all(
            """
            SELECT \(columns) FROM journal
            WHERE \(search.condition) AND \(scope.condition("unit")) AND id < \(before)
            ORDER BY id DESC LIMIT \(portion.limit) OFFSET \(portion.offset)
            """
        ) { try Entry(&$0) }
    }
}

extension Instant {
    /// Midnight in Hà Nội.
    fileprivate init(startOf day: Day) { self.init(milliseconds: (day.number * 24 - 7) * 3_600_000) }
}
