package import Storage
package import Web
package import WorkCalendar

/// Sessions: one function an intention. Beginning and ending stand in the journal; that one was used does not.
package enum Sessions {
    /// Begins a session.
    /// - Parameters:
    ///   - position: For which position; needed where the stage is `open`.
    ///   - visit: From where.
    /// - Returns: The secret for the browser's cookie, which stands nowhere else.
    package static func begin(
        _ account: Account, _ stage: Session.Stage, for position: Position?, _ visit: Visit, agent: String,
        _ db: Transaction
    ) throws -> Secret {
        try db.run("DELETE FROM sessions WHERE NOT (\(Session.stands(at: visit.at)))")
        let secret = Secret()
        try db.run(
            """
            INSERT INTO sessions (secret_hash, account, position, stage, started_at, seen_at, remote, agent)
            VALUES (\(secret.hash), \(account.id), \(position?.id), \(stage), \(visit.at), \(visit.at), \(visit.remote),
                \(String(agent.prefix(200))))
            """)
        if stage == .open { try note("session.begin", account, visit.at, db) }
        return secret
    }

    /// Goes on with a sign-in, or with another position, under a new secret: one that was seen before is worth nothing after it.
    package static func go(
        on session: Session, to stage: Session.Stage, for position: Position?, at: Instant, _ db: Transaction
    ) throws -> Secret {
        let secret = Secret()
        try db.run(
            """
            UPDATE sessions SET secret_hash = \(secret.hash), stage = \(stage), position = \(position?.id), seen_at = \(at)
            WHERE id = \(session.id)
            """)
        if stage == .open {
            try note(session.stage == .open ? "session.move" : "session.begin", session.account, at, db)
        }
        return secret
    }

    /// The session of a secret, however far its sign-in is; `nil` where there is none, it ended, or the account is out of use.
    package static func find(_ secret: Secret, at: Instant, _ db: Transaction) throws -> Session? {
        let found = try db.first(
            """
            SELECT \(Session.columns) FROM sessions JOIN accounts ON accounts.id = sessions.account
            WHERE secret_hash = \(secret.hash) AND \(Session.stands(at: at))
            """
        ) { try Session(&$0) }
        guard let found, try Accounts.isActive(found.account, on: at.day, db) else { return nil }
        return found
    }

    /// The open session of a secret with the position it is for; `nil` also where the account does not hold that position any more.
    static func open(_ secret: Secret, at: Instant, _ db: Transaction) throws -> (session: Session, position: Position)?
    {
        try db.first(
            """
            SELECT \(Session.columns), \(Position.columns) FROM sessions
            JOIN accounts ON accounts.id = sessions.account JOIN positions ON positions.id = sessions.position
            WHERE secret_hash = \(secret.hash) AND sessions.stage = 'open' AND \(Session.stands(at: at))
                AND EXISTS (
                    SELECT 1 FROM holdings WHERE holdings.position = positions.id AND holdings.account = accounts.id
                        AND from_day <= \(at.day) AND (until_day IS NULL OR until_day > \(at.day)))
                AND COALESCE((
                    SELECT standing FROM account_standings WHERE account = accounts.id AND day <= \(at.day)
                    ORDER BY account_standings.id DESC LIMIT 1), 'active') <> 'inactive'
            """
        ) { (try Session(&$0), try Position(&$0)) }
    }

    /// Notes that a session was used.
    static func touch(_ session: Session, at: Instant, _ db: Transaction) throws {
        try db.run("UPDATE sessions SET seen_at = \(at) WHERE id = \(session.id)")
    }

    /// The sessions of an account that stand, the last used first.
    package static func all(of account: Account, at: Instant, _ db: Transaction) throws -> [Session] {
        try db.all(
            """
            SELECT \(Session.columns) FROM sessions JOIN accounts ON accounts.id = sessions.account
            WHERE sessions.account = \(account.id) AND \(Session.stands(at: at)) ORDER BY seen_at DESC, sessions.id DESC
            """
        ) { try Session(&$0) }
    }

    /// Ends one of an account's own sessions; nothing happens where it is none.
    package static func end(_ id: Int, of account: Account, at: Instant, _ db: Transaction) throws {
        guard try db.run("DELETE FROM sessions WHERE id = \(id) AND account = \(account.id)") > 0 else { return }
        try note("session.end", account, at, db)
    }

    /// Ends all sessions of an account: signing out everywhere, and what follows a new password.
    /// - Parameter kept: One that goes on.
    package static func endAll(of account: Account, but kept: Int? = nil, at: Instant, _ db: Transaction) throws {
        let count = try db.run("DELETE FROM sessions WHERE account = \(account.id) AND id <> \(kept ?? 0)")
        if count > 0 { try note("session.end-all", account, at, db) }
    }

    private static func note(_ action: String, _ account: Account, _ at: Instant, _ db: Transaction) throws {
        try Journal.record(action, of: .account(account.id), by: Act(.system("sign-in"), at: at), db)
    }
}
