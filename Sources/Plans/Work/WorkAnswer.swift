package import Office
package import Storage
package import WorkCalendar

/// A row of the list of work: an occurrence with what a reader needs to know of it.
package struct WorkLine: Hashable, Sendable {
    /// The key of the occurrence.
    package let occurrence: Int
    /// Whose work it is; `nil` for an open set or a body that is not known.
    package let unit: OrganisationID?
    /// The words by which the document names who is to do it; `nil` where it names nobody.
    package let written: String?
    /// What is to be done.
    package let text: String
    /// The last day; `nil` where the document sets none.
    package let due: Day?
    /// The day on which it was completed, where it was.
    package let completed: Day?
    /// How it stands.
    package let state: OccurrenceState
    /// Its plan.
    package let plan: Int
    /// The number of the plan's document; `nil` where it has none.
    package let document: String?

    static let columns: Query = "o.id, o.unit, b.written, a.text, o.due, o.completed, a.plan, d.number"

    init(_ fields: inout Fields, on day: Day) throws {
        occurrence = try fields.next()
        unit = try fields.next()
        written = try fields.next()
        text = try fields.next()
        due = try fields.next()
        completed = try fields.next()
        plan = try fields.next()
        document = try fields.next()
        state = OccurrenceState(due: due, completed: completed, on: day)
    }
}

extension Following {
    /// One page of the list of work.
    package static func work(
        _ question: WorkQuestion, within sight: Sight, _ directory: Directory, _ db: Transaction
    ) throws -> [WorkLine] {
        try work(
            question, offset: (question.page - 1) * WorkQuestion.pageLength, limit: WorkQuestion.pageLength,
            within: sight, directory, db)
    }

    /// The rows of the list of work from one on, whatever page the question names: for a file, or a program.
    package static func work(
        _ question: WorkQuestion, offset: Int, limit: Int, within sight: Sight, _ directory: Directory,
        _ db: Transaction
    ) throws -> [WorkLine] {
        let selection = WorkSelection(question, within: sight, directory, db)
        let isWalked = question.order == .due && question.plan == nil
        // First the keys alone, from an index; then what belongs to these few.
        return try db.all(
            """
            SELECT \(WorkLine.columns) FROM (
                SELECT o.id FROM \(selection.rows) WHERE \(selection.condition(isWalked: isWalked))
                ORDER BY \(selection.order) LIMIT \(limit) OFFSET \(offset)) AS w
            JOIN occurrences AS o ON o.id = w.id JOIN assignments AS a ON a.id = o.assignment
            JOIN plans AS p ON p.id = a.plan JOIN documents AS d ON d.id = p.document
            LEFT JOIN assignment_bodies AS b ON b.id = o.body ORDER BY \(selection.order)
            """
        ) { try WorkLine(&$0, on: sight.day) }
    }
}
