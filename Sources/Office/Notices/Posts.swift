package import Storage
package import WorkCalendar

/// Who stands where on a day: the accounts at the positions that they hold then, each in the unit in which the position is then.
/// Notices go to positions, through whoever holds them.
package struct Posts: Sendable {
    /// A table in SQL with the columns `account`, `unit` and `role`: `JOIN \(posts.table) AS s ON s.unit = o.unit`.
    package let table: Query
    private let day: Day

    /// The posts of a day.
    package init(on day: Day, _ db: Transaction) throws {
        self.day = day
        let held: Query = "h.from_day <= \(day) AND (h.until_day IS NULL OR h.until_day > \(day))"
        let moved = try Self.moved(held, day, db)
        let direct: Query = """
            SELECT h.account, p.organisation AS unit, p.role FROM holdings AS h JOIN positions AS p ON p.id = h.position
            WHERE \(held)
            """
        guard !moved.isEmpty else {
            table = "(\(direct))"
            return
        }
        let rows = moved.map { "(\($0.position), \($0.unit))" as Query }
        let values = rows.dropFirst().reduce(rows[0]) { "\($0), \($1)" }
        table = """
            (\(direct) AND p.id NOT IN (\(list: moved.map(\.position)))
            UNION ALL SELECT h.account, m.unit, p.role FROM (SELECT column1 AS position, column2 AS unit FROM (VALUES \(values)) AS v)
                AS m JOIN positions AS p ON p.id = m.position JOIN holdings AS h ON h.position = p.id WHERE \(held))
            """
    }

    /// The accounts in a unit, with these roles.
    package func accounts(in unit: OrganisationID, _ roles: [Role], _ db: Transaction) throws -> [AccountID] {
        try db.all(
            "SELECT DISTINCT s.account FROM \(table) AS s WHERE s.unit = \(unit) AND s.role IN (\(list: roles))"
        ) { try $0.next() }
    }

    /// The accounts that may do something with the work of a unit. Of leaders, those of the nearest unit, from this one upwards,
    /// that has any: who leads a province is not asked about every commune.
    /// - Parameter unit: `nil` for work without a unit, which only those may do that may do it everywhere.
    package func accounts(
        whoMay action: Action, with unit: OrganisationID?, _ db: Transaction
    ) throws -> [AccountID] {
        func roles(_ reach: Reach) -> [Role] {
            Role.allCases.filter { AccessPolicy.reach(of: $0, action) == reach }
        }
        var found: [AccountID] = try db.all(
            "SELECT DISTINCT s.account FROM \(table) AS s WHERE s.role IN (\(list: roles(.province)))"
        ) { try $0.next() }
        guard let unit else { return found }
        found += try accounts(in: unit, roles(.unit), db)
        var next: OrganisationID? = unit
        var passed: Set<OrganisationID> = []
        while let current = next, passed.insert(current).inserted {
            let leaders = try accounts(in: current, roles(.below), db)
            if !leaders.isEmpty { return found + leaders }
            next =
                try db.value(
                    """
                    SELECT parent FROM organisation_versions WHERE organisation = \(current)
                        AND (from_day IS NULL OR from_day <= \(day)) AND (until_day IS NULL OR until_day > \(day))
                    """, OrganisationID?.self) ?? nil
        }
        return found
    }

    /// Held positions whose unit has gone into another; there are any for some days after a reorganisation only.
    private static func moved(
        _ held: Query, _ day: Day, _ db: Transaction
    ) throws -> [(position: PositionID, unit: OrganisationID)] {
        let ended = try db.all(
            """
            SELECT DISTINCT \(Position.columns) FROM positions JOIN holdings AS h ON h.position = positions.id
            WHERE \(held) AND EXISTS (SELECT 1 FROM organisation_versions AS v WHERE v.organisation = positions.organisation)
                AND NOT EXISTS (
                SELECT 1 FROM organisation_versions AS v WHERE v.organisation = positions.organisation
                    AND (v.from_day IS NULL OR v.from_day <= \(day)) AND (v.until_day IS NULL OR v.until_day > \(day)))
            """
        ) { try Position(&$0) }
        guard !ended.isEmpty else { return [] }
        let directory = try Organisations.directory(db)
        return ended.map { ($0.id, directory.unit(of: $0, on: day)) }
    }
}
