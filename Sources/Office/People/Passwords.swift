import Storage

// Setting passwords. They are checked and hashed before the transaction that keeps the hash; nothing else ever sees them.
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
    /// - Returns: What came of trying the old one; only after `signedIn` it was changed.
    /// - Throws: ``Refusal`` where the new one breaks a rule.
    package func change(login: String, from old: String, to new: String, by act: Act) async throws -> Outcome {
        let outcome = try await attempt(login: login, password: old, at: act.at)
        if case .signedIn(let account, _) = outcome { try await set(new, .chosen, account, by: act) }
        return outcome
    }

    private func set(_ password: String, _ origin: Origin, _ account: Account, by act: Act) async throws {
        try PasswordRules.check(password, login: account.login)
        let hash = try await PasswordWork.hash(password, cost: cost)
        try await store.write { db in
            try db.run(
                """
                INSERT INTO account_passwords (account, hash, origin) VALUES (\(account.id), \(hash), \(origin))
                ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, origin = excluded.origin
                """)
            try Self.forgetAttempts(login: account.login, db)
            try Journal.record(
                "account.password", of: .account(account.id), after: ["origin": origin.rawValue], by: act, db)
        }
    }
}

extension SignIn.Origin: Storable {}
