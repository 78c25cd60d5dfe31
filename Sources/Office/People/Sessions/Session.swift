import Storage
package import WorkCalendar

/// That a person is signed in with one browser. It stands in the database: servers come and go, and several serve the same people.
package struct Session: Hashable, Sendable {
    /// How far a sign-in is. Only an open session shows and does anything.
    package enum Stage: String, Sendable, CaseIterable {
        /// The password was right; a code of the second step is still to come.
        case code
        /// The password was given by an administrator and has to be changed.
        case password
        /// The person holds several positions and chooses one.
        case position
        /// Signed in.
        case open
    }

    /// The key of its row.
    package let id: Int
    /// Who.
    package let account: Account
    /// How far the sign-in is.
    package let stage: Stage
    /// When it began.
    package let startedAt: Instant
    /// When it was last used, to the minute.
    package let seenAt: Instant
    /// From which address it began.
    package let remote: String
    /// What the browser calls itself.
    package let agent: String

    /// After so many seconds without use a session ends: two hours …
    static let idleSeconds = 2 * 3600
    /// … and after so many in any case: twelve hours, a long working day.
    static let longestSeconds = 12 * 3600
    /// A sign-in that was not finished ends sooner.
    static let unfinishedSeconds = 15 * 60
}

extension Session.Stage: Storable {}

extension Session {
    static let columns: Query = """
        sessions.id, \(Account.columns), sessions.stage, sessions.started_at, sessions.seen_at, sessions.remote, sessions.agent
        """

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        account = try Account(&fields)
        stage = try fields.next()
        startedAt = try fields.next()
        seenAt = try fields.next()
        remote = try fields.next()
        agent = try fields.next()
    }

    /// That a row of `sessions` still counts at a moment.
    static func stands(at: Instant) -> Query {
        """
        sessions.started_at > \(at.adding(seconds: -longestSeconds)) AND sessions.seen_at > \(at.adding(seconds: -idleSeconds))
        AND (sessions.stage = 'open' OR sessions.started_at > \(at.adding(seconds: -unfinishedSeconds)))
        """
    }
}
