package import Storage
package import WorkCalendar

/// The units whose records someone may list or change. Whoever lists takes one: there is no list without it.
package enum Scope: Hashable, Sendable {
    /// All units.
    case everything
    /// These.
    case units(Set<OrganisationID>)

    /// All of these together.
    package init(joining scopes: [Scope]) {
        var units: Set<OrganisationID> = []
        for scope in scopes {
            guard case .units(let some) = scope else {
                self = .everything
                return
            }
            units.formUnion(some)
        }
        self = .units(units)
    }

    /// Whether a unit's records belong to it.
    package func contains(_ unit: OrganisationID) -> Bool {
        switch self {
        case .everything: true
        case .units(let units): units.contains(unit)
        }
    }

    /// The condition that a column with the key of a unit is within it: `WHERE \(scope.condition("unit"))`.
    package func condition(_ column: Query) -> Query {
        switch self {
        case .everything: "1 = 1"
        case .units(let units): "\(column) IN (\(list: units.sorted()))"
        }
    }
}

extension AccessPolicy {
    /// Over which units a position may do something today: none, where its role may not.
    package static func scope(
        of position: Position, for action: Action, in directory: Directory, on day: Day
    ) -> Scope {
        let unit = directory.unit(of: position, on: day)
        return switch reach(of: position.role, action) {
        case nil: .units([])
        case .province: .everything
        case .unit: .units(directory.withAncestors([unit]))
        case .below:
            .units(directory.withAncestors([unit] + directory.descendants(of: unit, on: day).map(\.organisation)))
        }
    }
}

extension Directory {
    /// The unit in which a position is on a day: where its own has gone into another, that one. Whose unit was shared out among
    /// several has to be given a position in one of them.
    package func unit(of position: Position, on day: Day) -> OrganisationID {
        guard version(of: position.organisation, on: day) == nil else { return position.organisation }
        let successors = successors(of: position.organisation, to: day).units
        return successors.count == 1 ? successors[0] : position.organisation
    }

    /// Units with those that went into them: their work of before is theirs.
    fileprivate func withAncestors(_ units: [OrganisationID]) -> Set<OrganisationID> {
        var found = Set(units)
        var next = units
        while let unit = next.popLast() {
            for succession in (arrivals[unit] ?? []).map({ successions[$0] }) where succession.movesUnits {
                next += succession.predecessors.filter { found.insert($0).inserted }
            }
        }
        return found
    }
}
