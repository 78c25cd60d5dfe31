package import Office
package import Storage
package import WorkCalendar

/// What someone may see of the work (docs/access.md): the occurrences of the units of a scope, those in which these units take part,
/// and the plans whose text names them. Whoever sees everything also sees what nobody was found for, and drafts.
package struct Sight: Hashable, Sendable {
    /// The units.
    package let scope: Scope
    /// On which day.
    package let day: Day

    /// Both parts.
    package init(_ scope: Scope, on day: Day) {
        self.scope = scope
        self.day = day
    }
}

extension Following {
    /// An occurrence that may be seen; `nil` for any other, so that an address tells nobody that there is one. Every page of an
    /// occurrence asks this first.
    package static func occurrence(
        _ id: Int, within sight: Sight, _ directory: Directory, _ db: Transaction
    ) throws -> Occurrence? {
        let found = try db.first("SELECT \(Occurrence.columns) FROM occurrences WHERE id = \(id)") {
            try Occurrence(&$0)
        }
        guard let found else { return nil }
        switch sight.scope {
        case .everything: return found
        case .units:
            if let unit = found.unit, sight.scope.contains(unit) { return found }
            let bodies = try namedBodies("b.assignment = \(found.assignment) AND b.role = 'coordinate'", db)
            return bodies.contains { $0.means(anyOf: sight, directory) } ? found : nil
        }
    }

    /// A plan that may be seen; `nil` for any other. Every page of a plan asks this first.
    package static func plan(
        _ id: Int, within sight: Sight, _ directory: Directory, _ db: Transaction
    ) throws -> Plan? {
        guard let plan = try Plan.one(id, db) else { return nil }
        guard case .units(let units) = sight.scope else { return plan }
        let listed = units.sorted()
        let isOwn: Int? = try db.value(
            """
            SELECT 1 FROM plans AS p JOIN documents AS d ON d.id = p.document
            WHERE p.id = \(id) AND (d.issuer_unit IN (\(list: listed)) OR EXISTS (
                SELECT 1 FROM occurrences AS o WHERE o.plan = p.id AND o.unit IN (\(list: listed))))
            """)
        if isOwn != nil { return plan }
        // What was not accepted is nobody's work yet.
        let bodies = try namedBodies(
            """
            a.plan = \(id) AND EXISTS (SELECT 1 FROM occurrences AS o WHERE o.assignment = a.id)
            """, db)
        return bodies.contains { $0.means(anyOf: sight, directory) } ? plan : nil
    }

    private static func namedBodies(_ condition: Query, _ db: Transaction) throws -> [NamedBody] {
        try db.all(
            """
            SELECT p.province, b.unit_groups, n.unit FROM assignment_bodies AS b
            JOIN assignments AS a ON a.id = b.assignment JOIN plans AS p ON p.id = a.plan
            LEFT JOIN assignment_body_units AS n ON n.body = b.id
            WHERE b.removed IS NULL AND (b.unit_groups <> '' OR n.unit IS NOT NULL) AND \(condition)
            """
        ) { NamedBody(province: try $0.next(), groups: try $0.next(), unit: try $0.next()) }
    }
}

/// Whom an assignment names: a unit, or groups of a province.
private struct NamedBody {
    let province: OrganisationID?
    let groups: String
    let unit: OrganisationID?

    func means(anyOf sight: Sight, _ directory: Directory) -> Bool {
        if let unit, sight.scope.contains(unit) { return true }
        guard let province, !groups.isEmpty else { return false }
        let keys = groups.split(separator: " ").map(String.init)
        return directory.members(ofGroups: keys, within: province, on: sight.day).contains { sight.scope.contains($0) }
    }
}
