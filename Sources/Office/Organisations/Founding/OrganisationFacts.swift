import WorkCalendar

/// Facts about units, ready for a ``Directory`` or the database: what `nhipcau init` begins with.
package struct OrganisationFacts: Sendable {
    /// The versions of all units; they are numbered from 1 in the order of their recording.
    package private(set) var versions: [OrganisationVersion] = []
    /// What became of them.
    package private(set) var successions: [Succession] = []
    /// The groups that documents name.
    package let groups: [OrganisationGroup]
    /// The provinces and cities, by code.
    package private(set) var provinces: [String: OrganisationID] = [:]
    /// Two levels of local government, 34 provinces, 3,321 communes since then.
    let day: Day
    private var count = 0

    /// The codes of the 34 provinces and cities: "31".
    /// - Throws: where the embedded file is not as it should be, which a test forbids.
    package static func codes() throws -> [String] { try PlaceFile.known.get().codes }

    /// The central bodies and these provinces with their departments, bodies and communes.
    /// - Throws: ``UnknownProvince`` for a code that is none.
    package init(provinces codes: [String]) throws {
        groups = try OrganisationGroup.known()
        let file = try BodyFile.known()
        let places = try PlaceFile.known.get()
        day = places.day
        addCentral(file)
        for code in codes {
            guard let place = try places.place(code) else { throw UnknownProvince(code: code) }
            let province = addProvince(place)
            provinces[code] = province
            addBodies(file, of: place, below: province)
        }
    }

    /// No province has this code.
    package struct UnknownProvince: Error, Equatable {
        /// As it was given.
        package let code: String
    }

    /// The directory of these facts alone.
    package var directory: Directory { Directory(versions: versions, successions: successions, groups: groups) }

    /// A new unit with one version.
    mutating func add(
        _ name: String, short: [String] = [], from: Day? = nil, until: Day? = nil, below parent: OrganisationID?,
        _ level: OrganisationLevel, _ kind: OrganisationKind, code: String? = nil
    ) -> OrganisationID {
        count += 1
        let id = OrganisationID(rawValue: count)
        add(
            OrganisationVersion(
                organisation: id, from: from, until: until, name: name, shortNames: short, parent: parent, level: level,
                kind: kind, placeCode: code))
        return id
    }

    mutating func add(_ version: OrganisationVersion) { versions.append(version) }

    mutating func add(_ succession: Succession) { successions.append(succession) }
}
