package import Storage
package import WorkCalendar

extension Journal {
    /// What is looked for in the journal.
    package struct Search: Hashable, Sendable {
        /// The first day, in Hà Nội.
        package var from: Day?
        /// The last day.
        package var to: Day?
        /// Whose lines.
        package var account: AccountID?
        /// A kind of action: "plan" for all that begins with "plan.".
        package var kind: String?
        /// About which thing.
        package var subject: Subject?

        /// Everything.
        package init() {}

        var condition: Query {
            var parts: [Query] = ["1 = 1"]
            // A day in Hà Nội begins seven hours before that of UTC.
            if let from { parts.append("at >= \(Self.start(of: from))") }
            if let to { parts.append("at < \(Self.start(of: to.adding(days: 1)))") }
            if let account { parts.append("account = \(account)") }
            // "/" is the sign after "."
            if let kind { parts.append("action >= \("\(kind).") AND action < \("\(kind)/")") }
            if let subject { parts.append("subject_kind = \(subject.kind) AND subject = \(subject.id)") }
            return parts.dropFirst().reduce(parts[0]) { "\($0) AND \($1)" }
        }

        private static func start(of day: Day) -> Instant {
            Instant(milliseconds: day.number * 86_400_000 - 7 * 3_600_000)
        }
    }

    /// The kinds of actions, by which the journal can be looked through.
    package static let kinds = [
        "document", "file", "plan", "assignment", "occurrence", "progress", "extension", "organisation", "position",
        "account", "session", "token", "calendar", "list", "filter", "comment", "upload", "definition", "record",
    ]

    /// The lines that were looked for, newest first.
    /// - Parameters:
    ///   - before: Lines older than this one only: the last of the page before.
    ///   - limit: The most lines of a page.
    package static func entries(
        _ search: Search, before: Int = .max, limit: Int = 50, _ db: Transaction
    ) throws -> [Entry] {
        try db.all(
            """
            SELECT \(columns) FROM journal WHERE \(search.condition) AND id < \(before) ORDER BY id DESC LIMIT \(limit)
            """
        ) { try Entry(&$0) }
    }
}
