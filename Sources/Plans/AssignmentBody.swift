package import Storage

/// A body that an assignment names, as written and as understood.
package struct AssignmentBody: Sendable, Equatable {
    /// What it does in the assignment.
    package enum Role: String, Sendable, CaseIterable {
        /// chủ trì; phối hợp
        case lead, coordinate
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

    /// The columns of ``init(_:)``, in its order.
    package static let columns: Query = "id, assignment, role, position, written"

    /// Reads ``columns``.
    package init(_ fields: inout Fields) throws {
        id = try fields.next()
        assignment = try fields.next()
        role = try fields.next()
        position = try fields.next()
        written = try fields.next()
    }
}

extension AssignmentBody.Role: Storable {}
