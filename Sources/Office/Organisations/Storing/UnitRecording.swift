package import Storage
package import WorkCalendar

/// A unit to record, as it is from its first day on.
package struct NewUnit: Sendable {
    /// As official papers write it.
    package var name: String
    /// Other names in use, and abbreviations.
    package var shortNames: [String]
    /// The unit above, which stands on the first day.
    package var parent: OrganisationID?
    /// Where it stands in the state.
    package var level: OrganisationLevel
    /// What sort of unit it is.
    package var kind: OrganisationKind
    /// Code of the General Statistics Office.
    package var placeCode: String?

    /// All of its parts.
    package init(
        _ name: String, shortNames: [String] = [], below parent: OrganisationID?, level: OrganisationLevel,
        kind: OrganisationKind, placeCode: String? = nil
    ) {
        self.name = name
        self.shortNames = shortNames
        self.parent = parent
        self.level = level
        self.kind = kind
        self.placeCode = placeCode
    }
}

extension Organisations {
    /// Records a new unit.
    /// - Parameter day: Its first day.
    /// - Throws: ``Refusal`` where it has no name, the unit above does not stand that day, or one of that name stands below it.
    @discardableResult package static func add(
        _ unit: NewUnit, from day: Day, by act: Act, _ db: Transaction
    ) throws -> OrganisationID {
        let id = OrganisationID(rawValue: try db.insert("INSERT INTO organisations DEFAULT VALUES"))
        let version = OrganisationVersion(
            organisation: id, from: day, name: unit.name.nameWritten, shortNames: unit.shortNames.map(\.nameWritten),
            parent: unit.parent, level: unit.level, kind: unit.kind, placeCode: unit.placeCode)
        try check(version, on: day, try directory(db))
        try insert([version], db)
        try Journal.record("organisation.add", of: .organisation(id), after: facts(version), by: act, db)
        return id
    }

    /// Records that a unit is called, placed or classed otherwise from a day on; the days before keep what they had.
    /// - Parameters:
    ///   - basis: The paper; a change of name becomes a succession that names it.
    ///   - change: What is other in the new version.
    /// - Throws: ``Refusal`` where the unit does not stand that day, changed later or on that day already, or the new version
    ///   cannot be.
    package static func change(
        _ id: OrganisationID, on day: Day, basis: String, isVerified: Bool = true, by act: Act, _ db: Transaction,
        _ change: (inout OrganisationVersion) -> Void
    ) throws {
        let directory = try directory(db)
        let old = try open(id, on: day, directory)
        guard old.from.map({ $0 < day }) ?? true else { throw refusal("organisation.changed-already", old, day) }
        var new = old
        change(&new)
        new.name = new.name.nameWritten
        (new.organisation, new.from, new.until) = (id, day, nil)
        try check(new, on: day, directory)
        try close(id, on: day, db)
        try insert([new], db)
        if new.name != old.name {
            try insert(
                Succession(.rename, on: day, from: [id], to: [id], basis: basis, isVerified: isVerified), db)
        }
        try Journal.record(
            "organisation.change", of: .organisation(id), before: facts(old), after: facts(new, basis), by: act, db)
    }

    /// Records another name in use for a unit as it is now.
    /// - Throws: ``Refusal`` where the unit has ended, or where another one of its province goes by that name.
    package static func addName(_ name: String, to id: OrganisationID, by act: Act, _ db: Transaction) throws {
        let directory = try directory(db)
        var version = try open(id, on: act.day, directory)
        let name = name.nameWritten
        let old = facts(version)
        guard !name.isEmpty else { throw Refusal("organisation.nameless") }
        guard !([version.name] + version.shortNames).contains(name) else { return }
        let others = directory.names.entries(NameWords(name)).filter {
            $0.version.organisation != id && $0.version.holds(on: act.day)
                && directory.province(of: $0.version.organisation) == directory.province(of: id)
        }
        if let other = others.first { throw refusal("organisation.namesake", other.version, act.day) }
        version.shortNames.append(name)
        try db.run(
            """
            UPDATE organisation_versions SET short_names = \(version.shortNames.joined(separator: "\n"))
            WHERE organisation = \(id) AND until_day IS NULL
            """)
        try Journal.record(
            "organisation.name", of: .organisation(id), before: old, after: facts(version), by: act, db)
    }
}

extension Organisations {
    /// The version of a unit that holds now and has no end, which stands on a day.
    static func open(_ id: OrganisationID, on day: Day, _ directory: Directory) throws -> OrganisationVersion {
        guard let last = directory.history(of: id).last else {
            throw Refusal("organisation.unknown", ["id": String(id.rawValue)])
        }
        guard last.until == nil else { throw refusal("organisation.ended", last, last.until ?? day) }
        guard last.holds(on: day) else { throw refusal("organisation.not-yet", last, last.from ?? day) }
        return last
    }

    static func close(_ id: OrganisationID, on day: Day, _ db: Transaction) throws {
        try db.run(
            "UPDATE organisation_versions SET until_day = \(day) WHERE organisation = \(id) AND until_day IS NULL")
    }

    static func refusal(_ key: String, _ version: OrganisationVersion, _ day: Day) -> Refusal {
        Refusal(key, ["name": version.name, "day": day.vietnamese])
    }

    /// What the journal keeps of a version.
    static func facts(_ version: OrganisationVersion, _ basis: String? = nil) -> Facts {
        [
            "name": version.name, "shortNames": version.shortNames.joined(separator: "; "),
            "parent": version.parent?.rawValue, "kind": version.kind.rawValue, "from": version.from?.description,
            "basis": basis,
        ]
    }

    private static func check(_ version: OrganisationVersion, on day: Day, _ directory: Directory) throws {
        guard !version.name.isEmpty else { throw Refusal("organisation.nameless") }
        guard let parent = version.parent else { return }
        guard parent != version.organisation, let above = directory.version(of: parent, on: day) else {
            let name = directory.name(of: parent, on: day) ?? String(parent.rawValue)
            throw Refusal("organisation.parentless", ["name": version.name, "parent": name, "day": day.vietnamese])
        }
        let words = NameWords(version.name)
        let twin = directory.children(of: parent, on: day).first {
            $0.organisation != version.organisation && NameWords($0.name) == words
        }
        if twin != nil {
            throw Refusal("organisation.twin", ["name": version.name, "parent": above.name, "day": day.vietnamese])
        }
    }
}
