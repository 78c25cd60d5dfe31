import Office
package import Storage

/// Which person of a provider is which account. A person is tied to one account for good, until an administrator unties them: nobody
/// who gets another's name or address at the provider gets the account with it.
package enum Identities {
    /// In order; a released step never changes. The tables of people and the journal stand before.
    package static let migrations = [
        Migration(
            "identity.1",
            [
                """
                CREATE TABLE identities (
                    id \(column: .identity),
                    issuer \(column: .text) NOT NULL,
                    subject \(column: .text) NOT NULL,
                    account \(column: .integer) NOT NULL REFERENCES accounts (id),
                    entry \(column: .integer) NOT NULL REFERENCES journal (id),
                    UNIQUE (issuer, subject),
                    UNIQUE (issuer, account))
                """
            ])
    ]

    /// The account of who signed in at a provider. Where there is none, the one with the login that the provider vouches for is tied
    /// to this person, unless another person has it; no account is ever made.
    static func account(of identity: Identity, by act: Act, _ db: Transaction) throws -> Account? {
        let tied = try db.value(
            """
            SELECT login FROM identities JOIN accounts ON accounts.id = account
            WHERE issuer = \(identity.issuer) AND subject = \(identity.subject)
            """, String.self)
        if let tied { return try active(tied, act, db) }
        guard let login = identity.login, let account = try active(login, act, db),
            try subject(of: account.id, at: identity.issuer, db) == nil
        else { return nil }
        try tie(account, to: identity.subject, at: identity.issuer, by: act, db)
        return account
    }

    private static func active(_ login: String, _ act: Act, _ db: Transaction) throws -> Account? {
        guard let account = try Accounts.find(login: login, db), try Accounts.isActive(account, on: act.day, db) else {
            return nil
        }
        return account
    }

    /// Whom an account is tied to at a provider.
    static func subject(of account: AccountID, at issuer: String, _ db: Transaction) throws -> String? {
        try db.value("SELECT subject FROM identities WHERE issuer = \(issuer) AND account = \(account)")
    }

    /// Ties an account to a person of a provider.
    /// - Throws: ``Refusal`` where one of them is tied already.
    static func tie(
        _ account: Account, to subject: String, at issuer: String, by act: Act, _ db: Transaction
    ) throws {
        guard !subject.isEmpty else { throw Refusal("identity.empty") }
        let other = try db.value(
            """
            SELECT account FROM identities
            WHERE issuer = \(issuer) AND (subject = \(subject) OR account = \(account.id))
            """, Int.self)
        guard other == nil else { throw Refusal("identity.tied") }
        let entry = try Journal.record(
            "account.identity", of: .account(account.id), after: ["issuer": issuer, "subject": subject], by: act, db)
        try db.run(
            """
            INSERT INTO identities (issuer, subject, account, entry)
            VALUES (\(issuer), \(subject), \(account.id), \(entry))
            """)
    }

    /// Unties an account.
    /// - Throws: ``Refusal`` where it is not tied.
    static func untie(_ account: Account, at issuer: String, by act: Act, _ db: Transaction) throws {
        guard let subject = try subject(of: account.id, at: issuer, db) else { throw Refusal("identity.not-tied") }
        try Journal.record(
            "account.identity", of: .account(account.id), before: ["issuer": issuer, "subject": subject], by: act, db)
        try db.run("DELETE FROM identities WHERE issuer = \(issuer) AND account = \(account.id)")
    }
}
