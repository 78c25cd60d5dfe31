import Office
import WorkCalendar

extension Directory {
    /// The units that several groups mean in a province on a day, each once; what the law ended means its successor.
    func members(ofGroups keys: [String], within province: OrganisationID?, on day: Day) -> [OrganisationID] {
        guard let province else { return [] }
        var units: Set<OrganisationID> = []
        for key in keys {
            guard var group = groups.first(where: { $0.key == key }) else { continue }
            if let ending = group.ending, ending.day <= day,
                let successor = groups.first(where: { $0.key == ending.successor })
            {
                group = successor
            }
            units.formUnion(members(of: group, within: province, on: day))
        }
        return units.sorted()
    }
}
