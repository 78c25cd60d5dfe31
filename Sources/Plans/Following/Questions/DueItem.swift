package import Office
import Storage
package import WorkCalendar

/// An occurrence that is due or late, with what a reader needs to know of it.
package struct DueItem: Sendable, Equatable {
    /// The key of the occurrence.
    package var occurrence: Int
    /// The assignment it is a turn of.
    package var assignment: Int
    /// Whose work it is; `nil` for an open set or a body that is not known.
    package var unit: OrganisationID?
    /// The words by which the document names who is to do it; `nil` where it names nobody.
    package var written: String?
    /// Whether the unit leads it or takes part.
    package var role: AssignmentBody.Role
    /// What is to be done.
    package var text: String
    /// The last day; `nil` where the document sets none.
    package var due: Day?
    /// How it stands.
    package var state: OccurrenceState
    /// Its plan.
    package var plan: Int
    /// The number of the plan's document: "243/KH-UBND"; `nil` where it has none.
    package var document: String?
    /// The words of the document that it was read from.
    package var quote: String

    /// The columns of ``init(_:role:on:)``.
    static let columns: Query = "o.id, o.assignment, o.unit, b.written, a.text, o.due, a.plan, d.number, a.quote"
    /// The tables they stand in.
    static let tables: Query = """
        occurrences AS o JOIN assignments AS a ON a.id = o.assignment JOIN plans AS p ON p.id = a.plan
            JOIN documents AS d ON d.id = p.document LEFT JOIN assignment_bodies AS b ON b.id = o.body
        """
}

extension DueItem {
    /// An occurrence that is open on the day.
    init(_ fields: inout Fields, role: AssignmentBody.Role, on day: Day) throws {
        self.role = role
        occurrence = try fields.next()
        assignment = try fields.next()
        unit = try fields.next()
        written = try fields.next()
        text = try fields.next()
        due = try fields.next()
        plan = try fields.next()
        document = try fields.next()
        quote = try fields.next()
        state = OccurrenceState(due: due, completed: nil, on: day)
    }
}

/// The soonest first; of one day, by unit, then as they were made. What has no unit comes last.
extension DueItem: Comparable {
    package static func < (a: Self, b: Self) -> Bool {
        (a.due?.number ?? .max, a.unit?.rawValue ?? .max, a.occurrence)
            < (b.due?.number ?? .max, b.unit?.rawValue ?? .max, b.occurrence)
    }
}
