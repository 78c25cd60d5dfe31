package import Storage
package import WorkCalendar

/// Positions, and who holds them: one function an intention.
package enum Positions {
    /// Makes a position in a unit.
    /// - Throws: ``Refusal`` where it has no title.
    package static func add(
        in organisation: OrganisationID, title: String, role: Role, by act: Act, _ db: Transaction
    ) throws -> Position {
        guard !title.isEmpty else { throw Refusal("position.title") }
        let id = try db.insert(
            "INSERT INTO positions (organisation, title, role) VALUES (\(organisation), \(title), \(role))")
        let position = Position(
            id: PositionID(rawValue: id), organisation: organisation, title: title, role: role)
        try Journal.record(
            "position.add", of: .position(position.id),
            after: ["organisation": organisation.rawValue, "title": title, "role": role.rawValue], by: act, db)
        return position
    }

    /// Gives a position to an account, from a day on.
    /// - Throws: ``Refusal`` where another holds it then, or the account is out of use.
    package static func appoint(
        _ account: Account, to position: Position, from day: Day, by act: Act, _ db: Transaction
    ) throws {
        guard try Accounts.isActive(account, on: day, db) else {
            throw Refusal("account.inactive", ["login": account.login])
        }
        let other = try holdings("position = \(position.id) AND (until_day IS NULL OR until_day > \(day))", db).first
        if let other {
            throw Refusal("position.held", ["title": position.title, "name": other.account.name])
        }
        try db.run(
            """
            INSERT INTO holdings (position, account, from_day) VALUES (\(position.id), \(account.id), \(day))
            """)
        try Journal.record(
            "position.appoint", of: .position(position.id),
            after: ["account": account.id.rawValue, "name": account.name, "from": day.description], by: act, db)
    }

    /// Makes a position vacant from today on; its work stays with it.
    /// - Throws: ``Refusal`` where nobody holds it.
    package static func release(_ position: Position, by act: Act, _ db: Transaction) throws {
        guard let holder = try holder(of: position, on: act.day, db) else {
            throw Refusal("position.vacant", ["title": position.title])
        }
        try db.run(
            "UPDATE holdings SET until_day = \(act.day) WHERE position = \(position.id) AND until_day IS NULL")
        try Journal.record(
            "position.release", of: .position(position.id),
            before: ["account": holder.id.rawValue, "name": holder.name], after: ["until": act.day.description],
            by: act,
            db)
    }

    /// Who holds, or held, a position on a day.
    package static func holder(of position: Position, on day: Day, _ db: Transaction) throws -> Account? {
        try holdings("position = \(position.id) AND \(stands(on: day))", db).first?.account
    }

    /// Who held a position, the first first.
    package static func history(of position: Position, _ db: Transaction) throws -> [Holding] {
        try holdings("position = \(position.id)", db)
    }

    /// Which positions an account held, the first first.
    package static func history(of account: Account, _ db: Transaction) throws -> [Holding] {
        try holdings("account = \(account.id)", db)
    }

    /// One of them; `nil` where there is none of that key.
    package static func find(_ id: PositionID, _ db: Transaction) throws -> Position? {
        try db.first("SELECT \(Position.columns) FROM positions WHERE id = \(id)") { try Position(&$0) }
    }

    /// The positions that an account holds on a day.
    package static func held(by account: Account, on day: Day, _ db: Transaction) throws -> [Position] {
        try holdings("account = \(account.id) AND \(stands(on: day))", db).map(\.position)
    }

    /// The positions of a unit, with those that are vacant.
    package static func all(in organisation: OrganisationID, _ db: Transaction) throws -> [Position] {
        try db.all("SELECT \(Position.columns) FROM positions WHERE organisation = \(organisation) ORDER BY id") {
            try Position(&$0)
        }
    }

    private static func stands(on day: Day) -> Query {
        "from_day <= \(day) AND (until_day IS NULL OR until_day > \(day))"
    }

    private static func holdings(_ condition: Query, _ db: Transaction) throws -> [Holding] {
        try db.all(
            """
            SELECT \(Account.columns), \(Position.columns), from_day, until_day FROM holdings
            JOIN accounts ON accounts.id = account JOIN positions ON positions.id = position
            WHERE \(condition) ORDER BY from_day, holdings.id
            """
        ) { fields in
            Holding(
                account: try Account(&fields), position: try Position(&fields), from: try fields.next(),
                until: try fields.next())
        }
    }
}
