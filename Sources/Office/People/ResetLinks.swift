package import Storage
package import Web
package import WorkCalendar

/// Links by which a person sets a new password: an administrator makes one and hands it over; it serves once, for a day.
package enum ResetLinks {
    /// For so many seconds: a day.
    static let seconds = 86_400

    /// Makes one; those made before are worth nothing any more, and the account's sessions end.
    /// - Returns: What stands in the link, which is told this once.
    /// - Throws: ``Refusal`` where the account is out of use.
    package static func make(for account: Account, by act: Act, _ db: Transaction) throws -> Secret {
        guard try Accounts.isActive(account, on: act.day, db) else {
            throw Refusal("account.inactive", ["login": account.login])
        }
        let (secret, until) = (Secret(), act.at.adding(seconds: seconds))
        try db.run("DELETE FROM reset_links WHERE account = \(account.id) OR until <= \(act.at)")
        try db.run(
            "INSERT INTO reset_links (hash, account, until) VALUES (\(secret.hash), \(account.id), \(until))")
        try Journal.record(
            "account.reset-link", of: .account(account.id), after: ["until": until.description], by: act, db)
        try Sessions.endAll(of: account, at: act.at, db)
        return secret
    }

    /// Whose password a link sets; `nil` where it was used, is too old, or never was.
    package static func account(of secret: Secret, at: Instant, _ db: Transaction) throws -> Account? {
        let account = try db.first(
            """
            SELECT \(Account.columns) FROM reset_links JOIN accounts ON accounts.id = account
            WHERE hash = \(secret.hash) AND until > \(at)
            """
        ) { try Account(&$0) }
        guard let account, try Accounts.isActive(account, on: at.day, db) else { return nil }
        return account
    }

    /// Uses it up.
    static func use(_ secret: Secret, _ db: Transaction) throws {
        try db.run("DELETE FROM reset_links WHERE hash = \(secret.hash)")
    }
}
