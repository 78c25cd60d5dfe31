package import Office
package import Storage
package import WorkCalendar

/// A document that assigns (kế hoạch), as it is followed.
package struct Plan: Sendable, Equatable {
    /// The key of its row.
    package var id: Int
    /// The document, a key of `documents`.
    package var document: Int
    /// The province whose units its words name, a key of `organisations`; `nil` where it is none that is known here.
    package var province: OrganisationID?
    /// Its own period; `nil` at an end that it does not name.
    package var from: Day?
    package var until: Day?
    /// Raised with every change.
    package var version: Int

    /// A plan by its key.
    package static func one(_ id: Int, _ db: Transaction) throws -> Plan? {
        try db.first("SELECT \(columns) FROM plans WHERE id = \(id)") { try Plan(&$0) }
    }

    /// The plan that a document is; `nil` where it assigns nothing.
    package static func one(ofDocument id: Int, _ db: Transaction) throws -> Plan? {
        try db.first("SELECT \(columns) FROM plans WHERE document = \(id)") { try Plan(&$0) }
    }

    /// The columns of ``init(_:)``, in its order.
    package static let columns: Query = "id, document, province, from_day, until_day, version"

    /// Reads ``columns``.
    package init(_ fields: inout Fields) throws {
        id = try fields.next()
        document = try fields.next()
        province = try fields.next()
        from = try fields.next()
        until = try fields.next()
        version = try fields.next()
    }
}

extension Journal.Subject {
    /// A plan.
    package static func plan(_ id: Int) -> Self { Self("plan", id) }
    /// An assignment.
    package static func assignment(_ id: Int) -> Self { Self("assignment", id) }
}
