package import Storage
import WorkCalendar

/// The units as the database keeps them: reading them, founding an office, recording what becomes of them.
package enum Organisations {
    /// All that is recorded of units, at all times.
    package static func directory(_ db: Transaction) throws -> Directory {
        Directory(
            versions: try versions("", "", db), successions: try successions("", db), groups: try groups(db))
    }

    /// What the papers of one province speak of: its units of all times and those of the provinces that merged into it, the
    /// central bodies, and the names of the other provinces.
    package static func directory(of province: OrganisationID, _ db: Transaction) throws -> Directory {
        let ground: Query = """
            WITH RECURSIVE home(id) AS (
                SELECT id FROM organisations WHERE id = \(province)
                UNION SELECT other.organisation FROM succession_parts AS own
                    JOIN succession_parts AS other ON other.succession = own.succession
                    WHERE own.organisation = \(province)
                UNION SELECT below.organisation FROM organisation_versions AS below JOIN home ON below.parent = home.id
            )
            """
        let versions = try versions(
            ground,
            """
            WHERE organisation IN (
                SELECT id FROM home
                UNION SELECT organisation FROM organisation_versions
                    WHERE level IN (\(OrganisationLevel.central), \(OrganisationLevel.province)))
            """, db)
        let units = Set(versions.map(\.organisation)).sorted()
        let theirs: Query = """
            WHERE succession IN (SELECT succession FROM succession_parts WHERE organisation IN (\(list: units)))
            """
        return Directory(versions: versions, successions: try successions(theirs, db), groups: try groups(db))
    }

    private static func versions(_ head: Query, _ condition: Query, _ db: Transaction) throws -> [OrganisationVersion] {
        try db.all(
            """
            \(head) SELECT organisation, from_day, until_day, name, short_names, parent, level, kind, place_code
            FROM organisation_versions \(condition) ORDER BY organisation, id
            """
        ) { try OrganisationVersion(&$0) }
    }

    private static func successions(_ condition: Query, _ db: Transaction) throws -> [Succession] {
        var found: [Succession] = []
        var last: Int?
        try db.each(
            """
            SELECT succession, organisation, part, kind, effective, function, basis, verified
            FROM succession_parts JOIN successions ON id = succession \(condition) ORDER BY succession, organisation
            """
        ) {
            let (id, unit, part): (Int, OrganisationID, Part) = (try $0.next(), try $0.next(), try $0.next())
            if id != last {
                found.append(
                    Succession(
                        try $0.next(), on: try $0.next(), from: [], to: [], function: try $0.next(),
                        basis: try $0.next(), isVerified: try $0.next()))
                last = id
            }
            switch part {
            case .predecessor: found[found.count - 1].predecessors.append(unit)
            case .successor: found[found.count - 1].successors.append(unit)
            }
        }
        return found
    }

    /// The side on which a unit stands in a succession.
    enum Part: String, Storable { case predecessor, successor }

    private static func groups(_ db: Transaction) throws -> [OrganisationGroup] {
        var members: [String: [OrganisationID]] = [:]
        try db.each("SELECT group_key, organisation FROM organisation_group_members ORDER BY group_key, organisation") {
            members[try $0.next(), default: []].append(try $0.next())
        }
        return try db.all(
            """
            SELECT key, names, rule, kinds, vague, ended, successor, basis FROM organisation_groups ORDER BY position, key
            """
        ) { try OrganisationGroup(&$0, members) }
    }
}

extension OrganisationVersion {
    fileprivate init(_ fields: inout Fields) throws {
        self.init(
            organisation: try fields.next(), from: try fields.next(), until: try fields.next(), name: try fields.next(),
            shortNames: try fields.next(String.self).lines, parent: try fields.next(), level: try fields.next(),
            kind: try fields.next(), placeCode: try fields.next())
    }

    /// The values of the columns, in the order that they are read in.
    var values: [Value] {
        [
            organisation.stored, from.stored, until.stored, name.stored, shortNames.joined(separator: "\n").stored,
            parent.stored, level.stored, kind.stored, placeCode.stored,
        ]
    }
}

extension OrganisationGroup {
    fileprivate init(_ fields: inout Fields, _ members: [String: [OrganisationID]]) throws {
        let key: String = try fields.next()
        let names = try fields.next(String.self).lines
        let rule: String = try fields.next()
        let kinds = try fields.next(String.self).lines.map { try OrganisationKind(stored: .text($0)) }
        let isVague: Bool = try fields.next()
        let (day, successor, basis) = (
            try fields.next(Day?.self), try fields.next(String?.self), try fields.next(String?.self)
        )
        var ending: Ending?
        if let day, let successor, let basis { ending = Ending(day: day, successor: successor, basis: basis) }
        let who: Rule =
            switch rule {
            case "kinds": .kinds(kinds)
            case "members": .members(members[key] ?? [])
            default: .open
            }
        self.init(key: key, names: names, rule: who, isVague: isVague, ending: ending)
    }

    /// The values of the columns, the key first.
    func values(at position: Int) -> [Value] {
        let (name, kinds): (String, [OrganisationKind]) =
            switch rule {
            case .kinds(let kinds): ("kinds", kinds)
            case .members: ("members", [])
            case .open: ("open", [])
            }
        return [
            key.stored, position.stored, names.joined(separator: "\n").stored, name.stored,
            kinds.map(\.rawValue).joined(separator: "\n").stored, isVague.stored, (ending?.day).stored,
            (ending?.successor).stored, (ending?.basis).stored,
        ]
    }
}

extension String {
    fileprivate var lines: [String] { split(separator: "\n").map(String.init) }
}
