package import Storage
import Web
package import WorkCalendar

/// Accounts: one function an intention.
package enum Accounts {
    /// Makes an account. It has no password, and therefore cannot sign in, until one is set.
    /// - Throws: ``Refusal`` where the login is taken or is none, or the name is empty.
    package static func add(login: String, name: String, by act: Act, _ db: Transaction) throws -> Account {
        let login = Account.normalised(login)
        try Account.check(login: login)
        guard !name.isEmpty else { throw Refusal("account.name") }
        guard try find(login: login, db) == nil else { throw Refusal("account.taken", ["login": login]) }
        let id = try db.insert("INSERT INTO accounts (login, name) VALUES (\(login), \(name))")
        let account = Account(id: AccountID(rawValue: id), login: login, name: name)
        try Journal.record("account.add", of: .account(account.id), after: ["login": login, "name": name], by: act, db)
        return account
    }

    /// The account with a login, in whatever case it is typed.
    package static func find(login: String, _ db: Transaction) throws -> Account? {
        try db.first("SELECT \(Account.columns) FROM accounts WHERE login = \(Account.normalised(login))") {
            try Account(&$0)
        }
    }

    /// An account by its key.
    /// - Throws: ``WebFailure/notFound`` where there is none.
    package static func one(_ id: AccountID, _ db: Transaction) throws -> Account {
        let found = try db.first("SELECT \(Account.columns) FROM accounts WHERE id = \(id)") { try Account(&$0) }
        guard let found else { throw WebFailure.notFound }
        return found
    }

    /// All accounts, by login.
    package static func all(_ db: Transaction) throws -> [Account] {
        try db.all("SELECT \(Account.columns) FROM accounts ORDER BY login") { try Account(&$0) }
    }

    /// Whether an account can be used on a day.
    package static func isActive(_ account: Account, on day: Day, _ db: Transaction) throws -> Bool {
        let standing: Standing? = try db.value(
            """
            SELECT standing FROM account_standings WHERE account = \(account.id) AND day <= \(day) ORDER BY id DESC LIMIT 1
            """)
        return standing != .inactive
    }

    /// Takes an account out of use from today on; its positions become vacant.
    /// - Throws: ``Refusal`` where it is out of use already, or no reason is given.
    package static func deactivate(_ account: Account, reason: String, by act: Act, _ db: Transaction) throws {
        guard try isActive(account, on: act.day, db) else {
            throw Refusal("account.inactive", ["login": account.login])
        }
        try stand(account, .inactive, reason, by: act, db)
        for position in try Positions.held(by: account, on: act.day, db) {
            try Positions.release(position, by: act, db)
        }
    }

    /// Puts an account that was taken out of use to use again; what positions it has is another question.
    /// - Throws: ``Refusal`` where it is in use, or no reason is given.
    package static func reactivate(_ account: Account, reason: String, by act: Act, _ db: Transaction) throws {
        guard try !isActive(account, on: act.day, db) else { throw Refusal("account.active", ["login": account.login]) }
        try stand(account, .active, reason, by: act, db)
    }

    private enum Standing: String, Storable { case active, inactive }

    private static func stand(
        _ account: Account, _ standing: Standing, _ reason: String, by act: Act, _ db: Transaction
    ) throws {
        guard !reason.isEmpty else { throw Refusal("account.reason") }
        let action = standing == .active ? "account.reactivate" : "account.deactivate"
        let entry = try Journal.record(
            action, of: .account(account.id), after: ["day": act.day.description, "reason": reason], by: act, db)
        try db.run(
            """
            INSERT INTO account_standings (account, standing, day, reason, entry)
            VALUES (\(account.id), \(standing), \(act.day), \(reason), \(entry))
            """)
    }
}
