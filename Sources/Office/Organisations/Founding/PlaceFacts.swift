import WorkCalendar

extension OrganisationFacts {
    /// A province with its communes, those of before, and the provinces that it was made from.
    mutating func addProvince(_ place: Place) -> OrganisationID {
        let province = addProvinceItself(place)
        let formers = place.formers.map { former in
            add(
                "\(former.kind.word) \(former.name)", short: [former.name], until: day, below: nil, .province,
                former.kind)
        }
        if !formers.isEmpty {
            add(
                Succession(
                    .merge, on: day, from: [province] + formers, to: [province],
                    basis: "Nghị quyết 202/2025/QH15"))
        }
        addCommunes(place, province) { code in
            zip(place.formers, formers).first { $0.0.communes.contains(code) }?.1 ?? province
        }
        return province
    }

    /// Đồng Nai has been a city since 30 April 2026.
    private mutating func addProvinceItself(_ place: Place) -> OrganisationID {
        let name = "\(place.kind.word) \(place.name)"
        let change = place.communes.lazy.compactMap { $0.before?.until }.first
        guard place.kind == .city, let change else {
            return add(name, short: [place.name], below: nil, .province, place.kind, code: place.code)
        }
        let id = add(
            "Tỉnh \(place.name)", short: [place.name], until: change, below: nil, .province, .province,
            code: place.code)
        add(
            OrganisationVersion(
                organisation: id, from: change, name: name, shortNames: [place.name], level: .province,
                kind: place.kind,
                placeCode: place.code))
        return id
    }

    private mutating func addCommunes(
        _ place: Place, _ province: OrganisationID, _ ground: (Int) -> OrganisationID
    ) {
        let paper = place.resolution.isEmpty ? "Nghị quyết" : "Nghị quyết \(place.resolution)/NQ-UBTVQH15"
        let basis = "\(paper) ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội"
        var former: [FormerUnit: OrganisationID] = [:]
        var splits: [OrganisationID: [OrganisationID]] = [:]
        for commune in place.communes {
            let old = ground(Int(commune.code) ?? 0)
            let id = addCommune(commune, below: province, formerly: old)
            var whole: [OrganisationID] = []
            for predecessor in commune.predecessors ?? [] {
                let unit = FormerUnit(ground: old, unit: predecessor.unit)
                let before = former[unit] ?? addFormer(unit)
                former[unit] = before
                if predecessor.isPart { splits[before, default: []].append(id) } else { whole.append(before) }
            }
            if !whole.isEmpty {
                add(Succession(.merge, on: day, from: whole, to: [id], basis: basis))
            }
        }
        for (before, after) in splits.sorted(by: { $0.key < $1.key }) {
            add(Succession(.split, on: day, from: [before], to: after, basis: basis))
        }
    }

    /// What tells a unit of before from its namesakes.
    private struct FormerUnit: Hashable {
        let ground: OrganisationID
        let unit: Place.Unit
    }

    private mutating func addFormer(_ former: FormerUnit) -> OrganisationID {
        let name = former.unit.written
        let short = name.split(separator: " (").first.map(String.init) ?? name
        return add(
            name, short: short == name ? [] : [short], until: day, below: former.ground, .commune,
            former.unit.kind)
    }

    private mutating func addCommune(
        _ commune: Place.Commune, below province: OrganisationID, formerly old: OrganisationID
    ) -> OrganisationID {
        // What it is called, from which day on, below whom; the last is today's.
        var states: [(from: Day?, unit: Place.Unit, parent: OrganisationID)] = []
        let first = commune.before?.unit ?? commune.unit
        if commune.predecessors == nil {
            states.append((nil, first, old))
            if old != province { states.append((day, first, province)) }
        } else {
            states.append((day, first, province))
        }
        if let before = commune.before { states.append((before.until, commune.unit, province)) }
        let id = add(
            states[0].unit.written, from: states[0].from, until: states.count > 1 ? states[1].from : nil,
            below: states[0].parent, .commune, states[0].unit.kind, code: commune.code)
        for (index, state) in states.enumerated().dropFirst() {
            add(
                OrganisationVersion(
                    organisation: id, from: state.from, until: index + 1 < states.count ? states[index + 1].from : nil,
                    name: state.unit.written, parent: state.parent, level: .commune, kind: state.unit.kind,
                    placeCode: commune.code))
        }
        return id
    }
}
