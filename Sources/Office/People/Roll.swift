package import Storage
import Vietnamese
package import WorkCalendar

/// An account with what it can do on a day.
package struct AccountLine: Hashable, Sendable {
    /// Who.
    package let account: Account
    /// Whether it can be used.
    package let isActive: Bool
    /// Whether wrong passwords have locked it.
    package let isLocked: Bool
    /// The positions that it holds.
    package let seats: [Seat]
}

/// The order of accounts, as an address names it.
package enum AccountOrder: String, Sendable, CaseIterable {
    case login = "dang-nhap"
    /// As Vietnamese lists of people are: by given name, then family name.
    case name = "ho-ten"
}

extension Accounts {
    /// Makes an account that holds a position of a unit from today on: one with this title and role that is vacant, else a new one.
    /// - Throws: ``Refusal`` as ``add(login:name:by:_:)`` does.
    package static func enrol(
        login: String, name: String, as role: Role, title: String, in organisation: OrganisationID, by act: Act,
        _ db: Transaction
    ) throws -> Account {
        let account = try add(login: login, name: name, by: act, db)
        try Positions.give(account, as: role, title: title, in: organisation, by: act, db)
        return account
    }

    /// Accounts in whose name or login the words stand, with accents or without; empty: all.
    package static func matching(
        _ words: String, in order: AccountOrder = .login, _ db: Transaction
    ) throws -> [Account] {
        let found = try all(db).filter { $0.matches(words) }
        switch order {
        case .login: return found
        case .name:
            // The last word of a name is the given one.
            return found.sortedInVietnamese { account in
                let words = account.name.split(separator: " ")
                return (words.suffix(1) + words.dropLast()).joined(separator: " ")
            }
        }
    }

    /// What each account can do at a moment.
    package static func roll(
        of accounts: some Sequence<Account>, at: Instant, _ directory: Directory, _ db: Transaction
    ) throws -> [AccountLine] {
        try accounts.map { account in
            AccountLine(
                account: account, isActive: try isActive(account, on: at.day, db),
                isLocked: try SignIn.lockedUntil(account, at: at, db) != nil,
                seats: try Positions.seats(of: account, on: at.day, directory, db))
        }
    }
}

extension Account {
    fileprivate func matches(_ typed: String) -> Bool {
        let words = typed.folded.split(separator: " ")
        let own = "\(name) \(login)".folded
        return words.allSatisfy { own.contains($0) }
    }
}

extension Positions {
    /// Gives an account a position of a unit from today on: one with this title and role that is vacant, else a new one.
    /// - Throws: ``Refusal`` where it has no title, or the account is out of use.
    package static func give(
        _ account: Account, as role: Role, title: String, in organisation: OrganisationID, by act: Act,
        _ db: Transaction
    ) throws {
        let position =
            try vacant(in: organisation, title: title, role: role, from: act.day, db)
            ?? add(in: organisation, title: title, role: role, by: act, db)
        try appoint(account, to: position, from: act.day, by: act, db)
    }

    /// What an account can act for on a day: one of these it chooses when it signs in.
    package static func seats(
        of account: Account, on day: Day, _ directory: Directory, _ db: Transaction
    ) throws -> [Seat] {
        try held(by: account, on: day, db).map { Seat(account, $0, directory, on: day) }
    }

    /// A position of a unit that nobody holds from a day on, with this title and role.
    private static func vacant(
        in organisation: OrganisationID, title: String, role: Role, from day: Day, _ db: Transaction
    ) throws -> Position? {
        try db.first(
            """
            SELECT \(Position.columns) FROM positions
            WHERE organisation = \(organisation) AND title = \(title) AND role = \(role) AND NOT EXISTS (
                SELECT 1 FROM holdings WHERE position = positions.id AND (until_day IS NULL OR until_day > \(day)))
            ORDER BY id
            """
        ) { try Position(&$0) }
    }
}
