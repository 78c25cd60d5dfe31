package import WorkCalendar

/// All that is known of units at all times, indexed: an immutable value that answers for any day.
package struct Directory: Sendable {
    /// What happened to units, the earliest first.
    package let successions: [Succession]
    /// The groups that documents name.
    package let groups: [OrganisationGroup]
    /// By unit, the earliest version first.
    let histories: [OrganisationID: [OrganisationVersion]]
    /// The units that ever stood below a unit.
    private let childrenEver: [OrganisationID: [OrganisationID]]
    /// By predecessor and by successor: places in ``successions``.
    let departures: [OrganisationID: [Int]]
    let arrivals: [OrganisationID: [Int]]
    let names: NameIndex
    /// Places in ``groups``, by the words of their names.
    let groupsByName: [String: Int]

    /// The directory of these facts, whatever their order.
    package init(versions: [OrganisationVersion], successions: [Succession] = [], groups: [OrganisationGroup] = []) {
        var histories: [OrganisationID: [OrganisationVersion]] = [:]
        var children: [OrganisationID: [OrganisationID]] = [:]
        for version in versions {
            histories[version.organisation, default: []].append(version)
            if let parent = version.parent { children[parent, default: []].append(version.organisation) }
        }
        for (id, history) in histories where history.count > 1 {
            histories[id] = history.sorted { ($0.from?.description ?? "") < ($1.from?.description ?? "") }
        }
        self.histories = histories
        childrenEver = children.mapValues { Array(Set($0)).sorted() }
        self.successions = successions.sorted { $0.effective < $1.effective }
        self.groups = groups
        var departures: [OrganisationID: [Int]] = [:]
        var arrivals: [OrganisationID: [Int]] = [:]
        for (index, succession) in self.successions.enumerated() {
            for id in succession.predecessors { departures[id, default: []].append(index) }
            for id in succession.successors { arrivals[id, default: []].append(index) }
        }
        self.departures = departures
        self.arrivals = arrivals
        names = NameIndex(versions)
        groupsByName = Dictionary(
            groups.enumerated().flatMap { index, group in group.names.map { (NameWords($0).key, index) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Every unit that was ever recorded.
    package var organisations: [OrganisationID] { histories.keys.sorted() }

    /// All versions of a unit, the earliest first.
    package func history(of id: OrganisationID) -> [OrganisationVersion] { histories[id] ?? [] }

    /// What a unit is on a day; `nil` where it does not stand then.
    package func version(of id: OrganisationID, on day: Day) -> OrganisationVersion? {
        histories[id]?.last { $0.holds(on: day) }
    }

    /// What a unit is called on a day; for one that has ended, its last name before.
    package func name(of id: OrganisationID, on day: Day) -> String? {
        let history = history(of: id)
        return (history.last { $0.from.map { $0 <= day } ?? true } ?? history.first)?.name
    }

    /// The units right below a unit on a day, in the order of their recording.
    package func children(of id: OrganisationID, on day: Day) -> [OrganisationVersion] {
        (childrenEver[id] ?? []).compactMap { child in
            version(of: child, on: day).flatMap { $0.parent == id ? $0 : nil }
        }
    }

    /// All units below a unit on a day.
    package func descendants(of id: OrganisationID, on day: Day) -> [OrganisationVersion] {
        var found: [OrganisationVersion] = []
        var next = children(of: id, on: day)
        while !next.isEmpty {
            found += next
            next = next.flatMap { children(of: $0.organisation, on: day) }
        }
        return found
    }

    /// The province or city that a unit belongs to, itself where it is one; for a unit that has ended, of its last days.
    package func province(of id: OrganisationID) -> OrganisationID? {
        var next: OrganisationID? = id
        // The height of the state; a ring of parents would otherwise never end.
        for _ in 0..<8 {
            guard let id = next, let version = histories[id]?.last else { return nil }
            if version.level == .province { return id }
            next = version.parent
        }
        return nil
    }

    /// The provinces and cities that stand on a day.
    package func provinces(on day: Day) -> [OrganisationVersion] {
        histories.values.compactMap { history in
            history.last { $0.level == .province && $0.holds(on: day) }
        }.sorted { $0.organisation < $1.organisation }
    }

    /// The units that a group means in a province on a day; none for an open set.
    ///
    /// In a province that has merged into another, its communes are those that stand on its ground now.
    package func members(
        of group: OrganisationGroup, within province: OrganisationID, on day: Day
    ) -> [OrganisationID] {
        switch group.rule {
        case .open: []
        case .members(let ids): ids.filter { version(of: $0, on: day) != nil }
        case .kinds(let kinds): units(of: Set(kinds), within: province, on: day)
        }
    }

    private func units(
        of kinds: Set<OrganisationKind>, within province: OrganisationID, on day: Day
    ) -> [OrganisationID] {
        let now = version(of: province, on: day) == nil ? successors(of: province, to: day).units : [province]
        var units = now.flatMap { descendants(of: $0, on: day) }.filter { kinds.contains($0.kind) }
        if now != [province] {
            let ground = Set((childrenEver[province] ?? []).flatMap { successors(of: $0, to: day).units })
            units.removeAll { $0.level == .commune && !ground.contains($0.organisation) }
        }
        return units.map(\.organisation).sorted()
    }
}
