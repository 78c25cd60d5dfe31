package import Storage

/// An assignment with the bodies that it names and where its review stands.
package struct ReviewedAssignment: Sendable, Equatable {
    /// Where the review of an assignment stands; the last decision on it says so.
    package enum State: String, Sendable, CaseIterable {
        /// Nobody has decided yet, or what was decided was taken back.
        case draft
        /// It is followed.
        case accepted
        /// It is no work that is to be followed.
        case dropped
        /// It was joined with others, or split: what came of it stands in its place.
        case replaced
    }

    /// The assignment itself.
    package var assignment: PlanAssignment
    /// Whom it names, leads first.
    package var bodies: [AssignmentBody]
    /// Where its review stands.
    package var state: State

    /// Who leads.
    package var leads: [AssignmentBody] { bodies.filter { $0.role == .lead } }
    /// Who takes part.
    package var coordinators: [AssignmentBody] { bodies.filter { $0.role == .coordinate } }

    /// The assignments of a plan in its order, joined and split ones after that which they come from.
    package static func all(of plan: Int, _ db: Transaction) throws -> [ReviewedAssignment] {
        try all("plan = \(plan)", db)
    }

    /// One assignment.
    package static func one(_ id: Int, _ db: Transaction) throws -> ReviewedAssignment? {
        try all("id = \(id)", db).first
    }

    /// - Parameter condition: On `assignments`.
    static func all(_ condition: Query, _ db: Transaction) throws -> [ReviewedAssignment] {
        let these: Query = "assignment IN (SELECT id FROM assignments WHERE \(condition))"
        let bodies = Dictionary(grouping: try AssignmentBody.standing(these, db), by: \.assignment)
        var states: [Int: State] = [:]
        try db.each("SELECT assignment, decision FROM assignment_decisions WHERE \(these) ORDER BY id") {
            states[try $0.next()] = try $0.next(Decision.self).state
        }
        return try db.all(
            "SELECT \(PlanAssignment.columns) FROM assignments WHERE \(condition) ORDER BY plan, position, id"
        ) { fields in
            let assignment = try PlanAssignment(&fields)
            return ReviewedAssignment(
                assignment: assignment, bodies: bodies[assignment.id] ?? [], state: states[assignment.id] ?? .draft)
        }
    }
}

/// What a person decided on an assignment; never changed once released.
enum Decision: String, Storable, CaseIterable {
    case accept, drop, replace, undo

    /// Where the review stands after it.
    var state: ReviewedAssignment.State {
        switch self {
        case .accept: .accepted
        case .drop: .dropped
        case .replace: .replaced
        case .undo: .draft
        }
    }
}
