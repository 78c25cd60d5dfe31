package import Storage
package import Web
package import WorkCalendar

/// Secrets by which programs come in: one function an intention. Making and revoking stand in the journal; that one was used does not.
package enum AccessTokens {
    /// Makes one for the lists as JSON, for a position that the account holds.
    /// - Parameters:
    ///   - days: For how many days, today included: one of ``AccessToken/terms``.
    /// - Returns: The secret, which stands nowhere else.
    /// - Throws: ``Refusal`` where it has no name, another has it, or there are too many.
    package static func make(
        _ name: String, days: Int, for seat: Seat, by act: Act, _ db: Transaction
    ) throws -> Secret {
        let name = name.trimmingPrefix(while: \.isWhitespace)
        guard !name.isEmpty else { throw Refusal("token.name") }
        guard name.count <= 100 else { throw Refusal("token.long", ["count": "100"]) }
        guard AccessToken.terms.contains(days) else { throw Refusal("token.term") }
        let others = try all(of: seat.account, db).filter { $0.purpose == .api }
        guard !others.contains(where: { $0.name == name }) else { throw Refusal("token.taken", ["name": String(name)]) }
        guard others.count < AccessToken.most else {
            throw Refusal("token.many", ["count": String(AccessToken.most)])
        }
        let lastDay = act.day.adding(days: days - 1)
        let entry = try Journal.record(
            "token.make", of: .account(seat.account.id),
            after: ["name": String(name), "position": seat.position.id.rawValue, "until": lastDay.description], by: act,
            db)
        return try insert(.api, String(name), seat.account, seat.position.id, lastDay, entry, act, db)
    }

    /// Gives an account a new secret address of its calendar; the one of before opens nothing any more.
    /// - Returns: The secret, which stands nowhere else.
    package static func renewCalendar(of account: Account, by act: Act, _ db: Transaction) throws -> Secret {
        for old in try all(of: account, db) where old.purpose == .calendar {
            try revoke(old, of: account, by: act, db)
        }
        let entry = try Journal.record("calendar.open", of: .account(account.id), by: act, db)
        return try insert(.calendar, "", account, nil, nil, entry, act, db)
    }

    /// Takes one back for ever.
    /// - Throws: ``Refusal`` where the account has none of this key.
    package static func revoke(_ id: Int, of account: Account, by act: Act, _ db: Transaction) throws {
        guard let token = try all(of: account, db).first(where: { $0.id == id }) else { throw Refusal("token.unknown") }
        try revoke(token, of: account, by: act, db)
    }

    /// Those of an account that were not revoked, also where their time has run out; the newest first.
    package static func all(of account: Account, _ db: Transaction) throws -> [AccessToken] {
        try db.all(
            "SELECT \(AccessToken.columns) FROM access_tokens AS t WHERE t.account = \(account.id) AND \(isKept) ORDER BY t.id DESC"
        ) { try AccessToken(&$0) }
    }

    /// What a secret opens at a moment, and whose it is; `nil` where it is unknown or revoked, its time has run out, the account is out
    /// of use, or does not hold the position any more.
    package static func open(
        _ secret: Secret, _ purpose: AccessToken.Purpose, at: Instant, _ db: Transaction
    ) throws -> Opened? {
        let found = try db.first(
            """
            SELECT \(AccessToken.columns), \(Account.columns) FROM access_tokens AS t JOIN accounts ON accounts.id = t.account
            WHERE t.secret_hash = \(secret.hash) AND t.purpose = \(purpose) AND \(isKept)
            """
        ) { Opened(token: try AccessToken(&$0), account: try Account(&$0), positions: []) }
        guard var found, found.token.stands(on: at.day), try Accounts.isActive(found.account, on: at.day, db) else {
            return nil
        }
        found.positions = try Positions.held(by: found.account, on: at.day, db).filter { position in
            found.token.position.map { $0 == position.id } ?? true
        }
        return found.positions.isEmpty ? nil : found
    }

    /// A token that opens something.
    package struct Opened: Hashable, Sendable {
        /// It.
        package let token: AccessToken
        /// Whose it is.
        package let account: Account
        /// For which positions: one, or all that the account holds; never none.
        package var positions: [Position]
    }

    /// Notes that one was used.
    package static func touch(_ token: AccessToken, at: Instant, _ db: Transaction) throws {
        try db.run("UPDATE access_tokens SET used_at = \(at) WHERE id = \(token.id)")
    }

    private static let isKept: Query = "NOT EXISTS (SELECT 1 FROM access_token_revocations AS r WHERE r.token = t.id)"

    private static func insert(
        _ purpose: AccessToken.Purpose, _ name: String, _ account: Account, _ position: PositionID?, _ lastDay: Day?,
        _ entry: Int, _ act: Act, _ db: Transaction
    ) throws -> Secret {
        let secret = Secret()
        try db.run(
            """
            INSERT INTO access_tokens (secret_hash, account, position, purpose, name, made_at, last_day, entry)
            VALUES (\(secret.hash), \(account.id), \(position), \(purpose), \(name), \(act.at), \(lastDay), \(entry))
            """)
        return secret
    }

    private static func revoke(_ token: AccessToken, of account: Account, by act: Act, _ db: Transaction) throws {
        let entry =
            switch token.purpose {
            case .api:
                try Journal.record("token.revoke", of: .account(account.id), before: ["name": token.name], by: act, db)
            case .calendar: try Journal.record("calendar.close", of: .account(account.id), by: act, db)
            }
        try db.run(
            "INSERT INTO access_token_revocations (token, at, entry) VALUES (\(token.id), \(act.at), \(entry))")
    }
}
