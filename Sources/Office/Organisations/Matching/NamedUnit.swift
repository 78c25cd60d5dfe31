package import Wording
package import WorkCalendar

/// A unit as a person names it: typed at the command line or into a form.
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
            throw Self.ambiguous(name, found.flatMap(\.self), on: day, directory)
        }
        units = match.units
        reason = match.certainty == .predecessor ? match.reason : nil
    }

    /// The one unit that a name means.
    /// - Throws: ``Refusal`` as ``init(_:on:_:)`` does, and where the work of a former one was shared out among several.
    package static func only(_ name: String, on day: Day, _ directory: Directory) throws -> OrganisationID {
        let units = try NamedUnit(name, on: day, directory).units
        guard let unit = units.first, units.count == 1 else { throw ambiguous(name, units, on: day, directory) }
        return unit
    }

    private static func ambiguous(
        _ name: String, _ units: [OrganisationID], on day: Day, _ directory: Directory
    ) -> Refusal {
        let names = units.sorted().prefix(3).map { directory.fullName(of: $0, on: day) }
        return Refusal("unit.ambiguous", ["name": name, "units": names.joined(separator: "; ")])
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
            ? Refusal("unit.unknown", ["name": name])
            : Refusal("unit.unknown-near", ["name": name, "units": names.joined(separator: "; ")])
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
}
