import Storage
package import Web

// Setting passwords. They are checked and hashed before the transaction that keeps the hash; nothing else ever sees them. Whoever was
// signed in with the old one is signed out.
extension SignIn {
    /// Where a password comes from.
    enum Origin: String {
        /// Its owner chose it.
        case chosen
        /// An administrator gave it: it has to be changed at the first use.
        case given
    }

    /// Gives an account a password, as an administrator does; a lock ends with it.
    /// - Throws: ``Refusal`` where it breaks a rule.
    package func reset(_ account: Account, to password: String, by act: Act) async throws {
        try await set(password, .given, account, by: act)
    }

    /// Changes the own password.
    /// - Parameter session: The one that goes on; the others end.
    /// - Returns: What came of trying the old one; only after `signedIn` it was changed.
    /// - Throws: ``Refusal`` where the new one breaks a rule.
    package func change(
        login: String, from old: String, to new: String, keeping session: Int? = nil, by act: Act
    ) async throws -> Outcome {
        let outcome = try await attempt(login: login, password: old, at: act.at)
        if case .signedIn(let account, _) = outcome { try await choose(new, account, keeping: session, by: act) }
        return outcome
    }

    /// Sets the password that a person chose who has shown already to be the right one.
    /// - Parameter session: The one that goes on; the others end.
    /// - Throws: ``Refusal`` where it breaks a rule, or is the one of now.
    package func choose(_ password: String, _ account: Account, keeping session: Int? = nil, by act: Act) async throws {
        let now = try await store.read { db in
            try db.value("SELECT hash FROM account_passwords WHERE account = \(account.id)", PasswordHash.self)
        }
        if let now, try await PasswordWork.matches(password, now, otherwise: cost) { throw Refusal("password.same") }
        try await set(password, .chosen, account, keeping: session, by: act)
    }

    /// Sets a password by the link that an administrator made.
    /// - Throws: ``Refusal`` where it breaks a rule, or the link is worth nothing any more.
    package func choose(_ password: String, by link: Secret, at act: Act) async throws {
        guard let account = try await store.read({ try ResetLinks.account(of: link, at: act.at, $0) }) else {
            throw Refusal("reset.gone")
        }
        try await set(password, .chosen, account, by: act) { db in
            guard try ResetLinks.account(of: link, at: act.at, db) == account else { throw Refusal("reset.gone") }
            try ResetLinks.use(link, db)
        }
    }

    /// Whether the password of an account was given by an administrator and has to be changed.
    static func mustChange(_ account: Account, _ db: Transaction) throws -> Bool {
        try db.value("SELECT origin FROM account_passwords WHERE account = \(account.id)", Origin.self) == .given
    }

    private func set(
        _ password: String, _ origin: Origin, _ account: Account, keeping session: Int? = nil, by act: Act,
        after condition: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws {
        try PasswordRules.check(password, login: account.login)
        let hash = try await PasswordWork.hash(password, cost: cost)
        try await store.write { db in
            try condition(db)
            try Self.keep(hash, origin, account, by: act, db)
            try Sessions.endAll(of: account, but: session, at: act.at, db)
        }
    }

    static func keep(
        _ hash: PasswordHash, _ origin: Origin, _ account: Account, by act: Act, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO account_passwords (account, hash, origin) VALUES (\(account.id), \(hash), \(origin))
            ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, origin = excluded.origin
            """)
        try forgetAttempts(login: account.login, db)
        try Journal.record(
            "account.password", of: .account(account.id), after: ["origin": origin.rawValue], by: act, db)
    }
}

extension SignIn.Origin: Storable {}
