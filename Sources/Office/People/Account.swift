import Storage

/// Names an account for ever.
package struct AccountID: RawRepresentable, Hashable, Sendable {
    /// The key of its row.
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// A person who can sign in.
package struct Account: Hashable, Sendable {
    /// Its key.
    package let id: AccountID
    /// What is typed to sign in: 3 to 64 of a–z, 0–9, `.`, `_`, `-`, `@`.
    package let login: String
    /// As the person is called: "Nguyễn Thị Hoa".
    package let name: String
}

extension AccountID: Storable {}

extension Account {
    static let columns: Query = "accounts.id, accounts.login, accounts.name"

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        login = try fields.next()
        name = try fields.next()
    }

    /// A login as it is kept, whatever the case it is typed in.
    static func normalised(_ login: String) -> String { login.lowercased() }

    /// - Throws: ``Refusal`` where it is none.
    static func check(login: String) throws {
        guard login.wholeMatch(of: /[a-z0-9._@-]{3,64}/) != nil else {
            throw Refusal("account.login", ["login": login])
        }
    }
}

extension Journal.Subject {
    /// An account.
    package static func account(_ id: AccountID) -> Self { Self("account", id.rawValue) }
}
