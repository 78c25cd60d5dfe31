package import Office
import Vietnamese
package import Wording
package import WorkCalendar

/// A unit as a person names it at the command line.
package struct NamedUnit: Sendable, Equatable {
    /// The units that stand on the day: one, or those among which the work of a former one was shared out.
    package var units: [OrganisationID]
    /// Why these, where the name is one of before.
    package var reason: Message?

    /// Finds it by any of its names, with or without accents.
    /// - Throws: ``Refusal`` where there is none, or where several provinces have one; it names the nearest.
    package init(_ name: String, on day: Day, _ directory: Directory) throws {
        let provinces = directory.provinces(on: day).map(\.organisation)
        let matches = provinces.map { directory.match(name, on: day, within: $0) }.filter(\.namesUnits)
        let found = Set(matches.map(\.units))
        guard let match = matches.first else { throw Self.unknown(name, on: day, provinces, directory) }
        guard found.count == 1 else {
            let names = found.flatMap(\.self).sorted().prefix(3).map { directory.fullName(of: $0, on: day) }
            throw Refusal("due.ambiguous-unit", ["name": name, "units": names.joined(separator: "; ")])
        }
        units = match.units
        reason = match.certainty == .predecessor ? match.reason : nil
    }

    private static func unknown(
        _ name: String, on day: Day, _ provinces: [OrganisationID], _ directory: Directory
    ) -> Refusal {
        let near = provinces.flatMap { directory.suggestions(for: name, on: day, within: $0, limit: 3) }
        var names: [String] = []
        for unit in near where names.count < 3 {
            let name =
                provinces.count > 1 ? directory.fullName(of: unit, on: day) : directory.name(of: unit, on: day) ?? ""
            if !names.contains(name) { names.append(name) }
        }
        return names.isEmpty
            ? Refusal("due.unknown-unit", ["name": name])
            : Refusal("due.unknown-unit-near", ["name": name, "units": names.joined(separator: "; ")])
    }
}

extension BodyMatch {
    fileprivate var namesUnits: Bool {
        switch outcome {
        case .one, .several: true
        case .group, .open, .unknown: false
        }
    }
}

extension Directory {
    /// "Sở Công Thương (Thành phố Hải Phòng)"
    fileprivate func fullName(of unit: OrganisationID, on day: Day) -> String {
        let name = name(of: unit, on: day) ?? String(unit.rawValue)
        guard let province = province(of: unit), province != unit, let whose = self.name(of: province, on: day) else {
            return name
        }
        return "\(name) (\(whose))"
    }

    /// A unit with those of before that became part of it: documents name the one or the other.
    package func namesakes(of units: [OrganisationID], on day: Day) -> [OrganisationID] {
        let former = Set(successions.filter { $0.effective <= day }.flatMap(\.predecessors)).filter { unit in
            !units.contains(unit) && !Set(successors(of: unit, to: day).units).isDisjoint(with: units)
        }
        return units + former.sorted()
    }

    /// The keys of the groups to which a unit belongs on a day.
    func groups(of unit: OrganisationID, on day: Day) -> [String] {
        guard let province = province(of: unit) else { return [] }
        let own = groups.filter { members(of: $0, within: province, on: day).contains(unit) }.map(\.key)
        // The work of a group that the law ended is its successor's.
        let former = groups.filter { group in
            group.ending.map { $0.day <= day && own.contains($0.successor) } ?? false
        }.map(\.key)
        return own + former
    }
}
