import Office
import Plans
import Storage
import Wording

/// When units were merged, split or renamed, their open work goes to those who owe it from then on.
enum WorkAfterSuccession {
    static let follow: AfterSuccession = { units, directory, act, db in
        let before = try open(units, db)
        try Renewal.follow(units, directory, by: act, db)
        let after = try open(units, db)
        let moved = units.filter { before[$0] != after[$0] }
        guard !moved.isEmpty else { return [] }
        return moved.map { unit in
            Message(
                "units.will.work",
                [
                    "name": directory.name(of: unit, on: act.day) ?? "", "before": String(before[unit] ?? 0),
                    "after": String(after[unit] ?? 0),
                ])
        }
    }

    /// How many occurrences each of the units has to do.
    private static func open(_ units: [OrganisationID], _ db: Transaction) throws -> [OrganisationID: Int] {
        let counts = try db.all(
            """
            SELECT unit, count(*) FROM occurrences
            WHERE unit IN (\(list: units)) AND completed IS NULL AND ended IS NULL GROUP BY unit
            """
        ) { (try $0.next(OrganisationID.self), try $0.next(Int.self)) }
        return Dictionary(counts, uniquingKeysWith: { first, _ in first })
    }
}
