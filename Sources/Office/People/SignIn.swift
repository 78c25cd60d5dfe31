package import Storage
package import WorkCalendar

/// Trying a login and a password. Nothing in the answer or its time tells whether there is such an account.
package struct SignIn: Sendable {
    /// What came of it.
    package enum Outcome: Hashable, Sendable {
        /// The password is right. One that an administrator gave has to be changed first.
        case signedIn(Account, mustChange: Bool)
        /// Login or password is wrong, or the account is out of use.
        case refused
        /// Too many wrong passwords: nothing is tried until then.
        case locked(until: Instant)
    }

    let store: Store
    let cost: PasswordHash.Cost

    /// - Parameter cost: Of new passwords, and of the time that is spent on an unknown login.
    package init(_ store: Store, cost: PasswordHash.Cost = .usual) {
        self.store = store
        self.cost = cost
    }

    /// As many wrong passwords lock a login …
    static let limit = 5
    /// … within this time, and for as long: seconds.
    static let period = 15 * 60

    /// Tries them.
    package func attempt(login: String, password: String, at: Instant) async throws -> Outcome {
        // The attempt counts before the password is tried: many at once do not get more of them.
        let trial: Trial
        switch try await store.write({ db in try Self.begin(login, at, db) }) {
        case .locked(let until): return .locked(until: until)
        case .begun(let begun): trial = begun
        }
        let isRight = try await PasswordWork.matches(password, trial.known?.hash, otherwise: cost)
        guard isRight, let known = trial.known else {
            if trial.isLast { try await store.write { db in try Self.noteLock(trial.known, at, db) } }
            return .refused
        }
        return try await store.write { db in
            // Taken out of use, or another password set, in the meantime?
            guard try Self.lookUp(login, at.day, db) == known else { return .refused }
            try Self.forgetAttempts(login: login, db)
            return .signedIn(known.account, mustChange: known.origin == .given)
        }
    }

    private struct Known: Equatable {
        let account: Account
        let hash: PasswordHash
        let origin: Origin
    }

    private struct Trial {
        /// What is known of the login: `nil` where nobody can sign in with it.
        let known: Known?
        /// Whether the login is locked if it fails.
        let isLast: Bool
    }

    private enum Beginning {
        case begun(Trial)
        case locked(until: Instant)
    }

    private static func begin(_ login: String, _ at: Instant, _ db: Transaction) throws -> Beginning {
        switch try SignInAttempts.begin(Account.normalised(login), at, db) {
        case .locked(let until): .locked(until: until)
        case .begun(let isLast): .begun(Trial(known: try lookUp(login, at.day, db), isLast: isLast))
        }
    }

    private static func noteLock(_ known: Known?, _ at: Instant, _ db: Transaction) throws {
        guard let account = known?.account else { return }
        try Journal.record(
            "account.lock", of: .account(account.id), after: ["attempts": limit], by: Act(.system("sign-in"), at: at),
            db)
    }

    private static func lookUp(_ login: String, _ day: Day, _ db: Transaction) throws -> Known? {
        let known = try db.first(
            """
            SELECT \(Account.columns), hash, origin FROM accounts JOIN account_passwords ON account = accounts.id
            WHERE login = \(Account.normalised(login))
            """
        ) { fields in
            Known(account: try Account(&fields), hash: try fields.next(), origin: try fields.next())
        }
        guard let known, try Accounts.isActive(known.account, on: day, db) else { return nil }
        return known
    }

    /// Ends a lock, and the count towards one.
    static func forgetAttempts(login: String, _ db: Transaction) throws {
        try SignInAttempts.forget(Account.normalised(login), db)
    }

    /// Until when a login is locked; `nil` where it is not.
    package static func lockedUntil(_ account: Account, at: Instant, _ db: Transaction) throws -> Instant? {
        try SignInAttempts.lockedUntil(account.login, at, db)
    }

    /// Ends the lock of an account, and that of its second step, as an administrator does.
    package static func unlock(_ account: Account, by act: Act, _ db: Transaction) throws {
        try forgetAttempts(login: account.login, db)
        try SignInAttempts.forget("code of \(account.id.rawValue)", db)
        try Journal.record("account.unlock", of: .account(account.id), by: act, db)
    }
}
