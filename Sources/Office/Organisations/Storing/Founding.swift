package import Storage
import WorkCalendar

/// What an office began with.
package struct Founding: Sendable, Equatable {
    /// "Thành phố Hải Phòng"
    package let province: String
    /// Its key.
    package let organisation: OrganisationID
    /// The units that stand below it on the day of founding.
    package let units: Int
    /// The communes, wards and special zones among them.
    package let communes: Int
}

extension Organisations {
    /// Records a province with its departments, bodies and communes, those of before and what became of them, and the central
    /// bodies where they are not there yet.
    /// - Parameter province: Its code: "31".
    /// - Throws: ``Refusal`` where there is no such province, or where it is recorded already.
    package static func found(province: String, by act: Act, _ db: Transaction) throws -> Founding {
        try found(provinces: [province], by: act, db)[0]
    }

    /// The codes of all provinces and cities, in their order.
    /// - Throws: where the facts that come with the product cannot be read.
    package static var provinceCodes: [String] { get throws { try PlaceFile.known.get().codes } }

    /// As ``found(province:by:_:)`` for several provinces in one transaction.
    package static func found(provinces codes: [String], by act: Act, _ db: Transaction) throws -> [Founding] {
        let facts: OrganisationFacts
        do {
            facts = try OrganisationFacts(provinces: codes)
        } catch let error as OrganisationFacts.UnknownProvince {
            throw Refusal("organisation.unknown-province", ["code": error.code])
        }
        let recorded: String? = try db.value(
            """
            SELECT name FROM organisation_versions
            WHERE place_code IN (\(list: codes)) AND level = \(OrganisationLevel.province) AND until_day IS NULL LIMIT 1
            """)
        if let recorded { throw Refusal("organisation.already-founded", ["name": recorded]) }
        let ids = try record(facts, db)
        let directory = facts.directory
        return try codes.compactMap { code in
            guard let place = facts.provinces[code], let id = ids[place] else { return nil }
            let units = directory.descendants(of: place, on: act.day)
            let founding = Founding(
                province: directory.name(of: place, on: act.day) ?? code, organisation: id, units: units.count,
                communes: units.count { $0.level == .commune })
            try Journal.record(
                "organisation.found", of: .organisation(id),
                after: [
                    "province": founding.province, "code": code, "units": founding.units,
                    "communes": founding.communes,
                ], by: act, db)
            return founding
        }
    }

    /// Records what is not there yet.
    /// - Returns: The keys of the units by their numbers in the facts.
    private static func record(_ facts: OrganisationFacts, _ db: Transaction) throws -> [OrganisationID: OrganisationID]
    {
        let central = Dictionary(
            try db.all(
                "SELECT name, organisation FROM organisation_versions WHERE level = \(OrganisationLevel.central)"
            ) { (try $0.next(String.self), try $0.next(OrganisationID.self)) }, uniquingKeysWith: { first, _ in first })
        var last = try db.value("SELECT coalesce(max(id), 0) FROM organisations", Int.self) ?? 0
        var ids: [OrganisationID: OrganisationID] = [:]
        var new: [OrganisationVersion] = []
        for version in facts.versions {
            if version.level == .central, let known = central[version.name] {
                ids[version.organisation] = known
                continue
            }
            if ids[version.organisation] == nil {
                last += 1
                ids[version.organisation] = OrganisationID(rawValue: last)
            }
            new.append(version)
        }
        func key(_ id: OrganisationID) -> OrganisationID { ids[id] ?? id }
        let units = Set(new.map { key($0.organisation) }).sorted()
        try db.insert("INSERT INTO organisations (id)", rows: units.map { [$0.stored] })
        if let advance = db.dialect.advanceIdentity(of: "organisations") { try db.run(advance) }
        for index in new.indices {
            new[index].organisation = key(new[index].organisation)
            new[index].parent = new[index].parent.map(key)
        }
        try insert(new, db)
        let isNew = central.isEmpty
        for var succession in facts.successions {
            succession.predecessors = succession.predecessors.map(key)
            succession.successors = succession.successors.map(key)
            let isCentral = succession.predecessors.allSatisfy { central.values.contains($0) }
            if isNew || !isCentral { try insert(succession, db) }
        }
        try insert(facts.groups, db)
        return ids
    }
}

extension Organisations {
    static func insert(_ versions: [OrganisationVersion], _ db: Transaction) throws {
        try db.insert(
            """
            INSERT INTO organisation_versions
                (organisation, from_day, until_day, name, short_names, parent, level, kind, place_code)
            """, rows: versions.map(\.values))
    }

    @discardableResult static func insert(_ succession: Succession, _ db: Transaction) throws -> Int {
        let id = try db.insert(
            """
            INSERT INTO successions (kind, effective, function, basis, verified)
            VALUES (\(succession.kind), \(succession.effective), \(succession.function.stored), \(succession.basis),
                \(succession.isVerified))
            """)
        let parts =
            succession.predecessors.map { [id.stored, $0.stored, Part.predecessor.stored] }
            + succession.successors.map { [id.stored, $0.stored, Part.successor.stored] }
        try db.insert("INSERT INTO succession_parts (succession, organisation, part)", rows: parts)
        return id
    }

    /// The groups whose keys are not there yet.
    private static func insert(_ groups: [OrganisationGroup], _ db: Transaction) throws {
        let known = Set(try db.all("SELECT key FROM organisation_groups") { try $0.next(String.self) })
        try db.insert(
            """
            INSERT INTO organisation_groups (key, position, names, rule, kinds, vague, ended, successor, basis)
            """,
            rows: groups.enumerated().filter { !known.contains($1.key) }.map { $1.values(at: $0) })
    }
}

extension Journal.Subject {
    /// A unit.
    package static func organisation(_ id: OrganisationID) -> Self { Self("organisation", id.rawValue) }
}
