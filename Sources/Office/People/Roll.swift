package import Storage
package import WorkCalendar

/// An account with what it can do on a day.
package struct AccountLine: Hashable, Sendable {
    /// Who.
    package let account: Account
    /// Whether it can be used.
    package let isActive: Bool
    /// The positions that it holds.
    package let seats: [Seat]
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

    /// All accounts, by login, with the positions that they hold on a day.
    package static func roll(on day: Day, _ directory: Directory, _ db: Transaction) throws -> [AccountLine] {
        try all(db).map { account in
            AccountLine(
                account: account, isActive: try isActive(account, on: day, db),
                seats: try Positions.seats(of: account, on: day, directory, db))
        }
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
