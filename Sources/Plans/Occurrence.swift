package import Office
package import Storage
package import WorkCalendar

/// A turn of an assignment for one unit in one period (kỳ thực hiện), with one due day or none.
package struct Occurrence: Sendable, Equatable {
    /// The key of its row.
    package var id: Int
    /// The assignment it is a turn of.
    package var assignment: Int
    /// The words of the document that made it, a key of `assignment_bodies`; `nil` where they name nobody.
    package var body: Int?
    /// Whose work it is now; `nil` for an open set or a body that is not known.
    package var unit: OrganisationID?
    /// Which time of several; `nil` where there is one only.
    package var period: PartialDate?
    /// The last day that counts; `nil` where the document sets none.
    package var due: Day?
    /// The day of the completion that stands.
    package var completed: Day?
    /// The day of what ended it and stands: a recall, a replacement, a correction of the plan.
    package var ended: Day?
    /// Raised with every change.
    package var version: Int

    /// All of its parts.
    package init(
        id: Int, assignment: Int, body: Int?, unit: OrganisationID?, period: PartialDate?, due: Day?,
        completed: Day? = nil,
        ended: Day? = nil, version: Int = 1
    ) {
        self.id = id
        self.assignment = assignment
        self.body = body
        self.unit = unit
        self.period = period
        self.due = due
        self.completed = completed
        self.ended = ended
        self.version = version
    }

    /// The columns of ``init(_:)``, in its order.
    package static let columns: Query = "id, assignment, body, unit, period, due, completed, ended, version"

    /// Reads ``columns``.
    package init(_ fields: inout Fields) throws {
        id = try fields.next()
        assignment = try fields.next()
        body = try fields.next()
        unit = try fields.next()
        period = PartialDate(key: try fields.next())
        due = try fields.next()
        completed = try fields.next()
        ended = try fields.next()
        version = try fields.next()
    }
}
