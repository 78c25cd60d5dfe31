package import Office
package import Storage
package import Wording

/// A body that an assignment names, as written and as understood.
package struct AssignmentBody: Sendable, Equatable {
    /// What it does in the assignment.
    package enum Role: String, Sendable, CaseIterable {
        /// chủ trì; phối hợp
        case lead, coordinate
    }

    /// Who is meant.
    package enum Outcome: String, Sendable, CaseIterable {
        /// One unit or several.
        case units
        /// Whoever belongs to the groups on the day.
        case group
        /// Nobody can say who: "các đơn vị liên quan".
        case open
        /// Nobody that is recorded.
        case unknown
    }

    /// The key of its row.
    package var id: Int
    /// The assignment that names it.
    package var assignment: Int
    /// What it does in it.
    package var role: Role
    /// Its place among those of its role, from 1.
    package var position: Int
    /// The words of the document.
    package var written: String
    /// Who is meant.
    package var outcome: Outcome
    /// How sure that is.
    package var certainty: BodyMatch.Certainty
    /// Why, by a key of the catalogue of offices or of plans.
    package var reason: Message
    /// The keys of the groups.
    package var groups: [String]
    /// The units that the words name, where they name units.
    package var units: [OrganisationID] = []

    /// The columns of ``init(_:)``, in its order; the units stand in a table of their own.
    package static let columns: Query =
        "id, assignment, role, position, written, outcome, certainty, reason, reason_values, unit_groups"

    /// Reads ``columns``.
    package init(_ fields: inout Fields) throws {
        id = try fields.next()
        assignment = try fields.next()
        role = try fields.next()
        position = try fields.next()
        written = try fields.next()
        outcome = try fields.next()
        certainty = try fields.next()
        reason = Message(try fields.next(), json: try fields.next())
        groups = try fields.next(String.self).split(separator: " ").map(String.init)
    }

    /// The bodies that stand in assignments, in their order.
    /// - Parameter condition: On `assignment_bodies`.
    static func standing(_ condition: Query, _ db: Transaction) throws -> [AssignmentBody] {
        var units: [Int: [OrganisationID]] = [:]
        try db.each(
            """
            SELECT u.body, u.unit FROM assignment_body_units AS u
            WHERE u.body IN (SELECT id FROM assignment_bodies WHERE removed IS NULL AND \(condition))
            ORDER BY u.body, u.unit
            """
        ) { units[try $0.next(), default: []].append(try $0.next()) }
        return try db.all(
            """
            SELECT \(columns) FROM assignment_bodies WHERE removed IS NULL AND \(condition)
            ORDER BY assignment, role DESC, position, id
            """
        ) { fields in
            var body = try AssignmentBody(&fields)
            body.units = units[body.id] ?? []
            return body
        }
    }
}

extension AssignmentBody.Role: Storable {}
extension AssignmentBody.Outcome: Storable {}
extension BodyMatch.Certainty: Storable {}
