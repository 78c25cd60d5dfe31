package import WorkCalendar

/// What else a unit is named by in documents.
extension Directory {
    /// A unit with those of before that became part of it: documents name the one or the other.
    package func namesakes(of units: [OrganisationID], on day: Day) -> [OrganisationID] {
        let former = Set(successions.filter { $0.effective <= day }.flatMap(\.predecessors)).filter { unit in
            !units.contains(unit) && !Set(successors(of: unit, to: day).units).isDisjoint(with: units)
        }
        return units + former.sorted()
    }

    /// The keys of the groups to which a unit belongs on a day.
    package func groups(of unit: OrganisationID, on day: Day) -> [String] {
        guard let province = province(of: unit) else { return [] }
        let own = groups.filter { members(of: $0, within: province, on: day).contains(unit) }.map(\.key)
        // The work of a group that the law ended is its successor's.
        let former = groups.filter { group in
            group.ending.map { $0.day <= day && own.contains($0.successor) } ?? false
        }.map(\.key)
        return own + former
    }
}
