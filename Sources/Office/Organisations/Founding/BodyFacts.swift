import WorkCalendar

extension OrganisationFacts {
    mutating func addCentral(_ file: BodyFile) {
        var ids: [String: OrganisationID] = [:]
        for body in file.central {
            ids[body.key] = add(
                body.name, short: body.short, from: body.from.flatMap { Day(iso: $0) },
                until: body.until.flatMap { Day(iso: $0) }, below: body.parent.flatMap { ids[$0] }, .central, body.kind)
        }
        for change in file.centralSuccessions { add(change, of: ids, in: nil) }
    }

    mutating func addBodies(_ file: BodyFile, of place: Place, below province: OrganisationID) {
        var ids: [String: OrganisationID] = [:]
        for body in file.provincial where body.belongs(to: place.code) {
            ids[body.key] = add(
                body.name.worded(for: place), short: body.short.map { $0.worded(for: place) },
                from: body.from.flatMap { Day(iso: $0) }, until: body.until.flatMap { Day(iso: $0) }, below: province,
                body.kind.levelInProvince, body.kind)
        }
        for change in file.successions { add(change, of: ids, in: place.code) }
    }

    /// Where all the bodies of a change are known.
    private mutating func add(_ change: BodyFile.Change, of ids: [String: OrganisationID], in province: String?) {
        let (from, to) = (change.from.compactMap { ids[$0] }, change.to.compactMap { ids[$0] })
        guard from.count == change.from.count, to.count == change.to.count, let day = Day(iso: change.on) else {
            return
        }
        let paper = province.flatMap { change.papers?[$0] }
        add(
            Succession(
                change.kind, on: day, from: from, to: to, function: change.function, basis: paper ?? change.basis,
                isVerified: change.isVerified ?? (paper != nil)))
    }
}

extension OrganisationKind {
    fileprivate var levelInProvince: OrganisationLevel {
        switch self {
        case .department, .agency, .force, .service, .assembly: .department
        default: .body
        }
    }
}

extension String {
    /// A name written for a tỉnh, as the place has it: a city has "thành phố", "Thành ủy", "Thành đoàn".
    fileprivate func worded(for place: Place) -> String {
        let named = replacing("{place}", with: place.name)
        guard place.kind == .city else { return named }
        return named.split(separator: " ").map { word in
            switch word {
            case "tỉnh": "thành phố"
            case "Tỉnh": "Thành"
            default: String(word)
            }
        }.joined(separator: " ")
    }
}
