import Office
import Storage
import Web
import WorkCalendar

/// What the page of an occurrence shows, and what who looks may do with it.
struct OccurrencePage {
    /// The document that assigns it.
    struct Source {
        let document: Int
        let number: String?
        let title: String
        let day: Day?
    }

    let occurrence: Occurrence
    let planned: Day?
    let state: OccurrenceState
    let assignment: PlanAssignment
    let bodies: [AssignmentBody]
    let source: Source
    /// What the work comes from, where it stood in no document.
    let given: GivenWork.Source?
    let extensions: [DueExtension]
    let completion: Completion?
    let history: [OccurrenceEvent]
    /// How many of its target were done.
    let done: Int?
    let may: Rights
    /// Whether it was sent back, and who looks may take that back.
    let isSentBack: Bool

    /// What who looks may do with it.
    struct Rights {
        let addProgress: Bool
        let complete: Bool
        let extend: Bool
        let approve: Bool
    }

    /// - Throws: ``WebFailure/notFound`` where it may not be seen, or is not there.
    init(_ id: Int, _ call: Call, _ db: Transaction) throws {
        guard let occurrence = try Following.occurrence(id, within: call.sight, call.directory, db) else {
            throw WebFailure.notFound
        }
        self.occurrence = occurrence
        state = OccurrenceState(due: occurrence.due, completed: occurrence.completed, on: call.day)
        let assignment = try db.first(
            "SELECT \(PlanAssignment.columns) FROM assignments WHERE id = \(occurrence.assignment)"
        ) { try PlanAssignment(&$0) }
        guard let assignment else { throw StorageError(.damaged, "occurrence without an assignment") }
        self.assignment = assignment
        bodies = try AssignmentBody.standing("assignment = \(assignment.id)", db)
        let source = try db.first(
            """
            SELECT o.planned, d.id, d.number, coalesce(d.title, d.file_name), d.day
            FROM occurrences AS o JOIN plans AS p ON p.id = o.plan JOIN documents AS d ON d.id = p.document
            WHERE o.id = \(occurrence.id)
            """
        ) { fields -> (Day?, Source) in
            (
                try fields.next(),
                Source(
                    document: try fields.next(), number: try fields.next(), title: try fields.next(),
                    day: try fields.next())
            )
        }
        guard let source else { throw StorageError(.damaged, "plan without a document") }
        (planned, self.source) = source
        given = try GivenWork.Source.of(assignment.id, db)
        let traces = try OccurrenceTraces(of: occurrence.id, db)
        extensions = traces.extensions ? try Following.extensions(of: occurrence.id, db) : []
        completion = traces.completions ? try Following.completion(of: occurrence.id, db) : nil
        history = try Following.history(of: occurrence.id, with: traces, db)
        done = assignment.target == nil ? nil : try Following.number(done: occurrence.id, by: call.day, db)
        func may(_ action: Action) -> Bool { call.scope(action).reaches(occurrence.unit) }
        self.may = Rights(
            addProgress: may(.addProgress), complete: may(.complete), extend: may(.extend), approve: may(.approve))
        isSentBack =
            try self.may.approve && completion == nil && occurrence.ended == nil
            && Following.sentBack(occurrence.id, db) != nil
    }

    /// Whether something can still be done on it.
    var isOpen: Bool { occurrence.completed == nil && occurrence.ended == nil }
    /// The extension that waits for an answer.
    var waiting: DueExtension? { extensions.first { $0.answer == nil } }
    /// The extension whose answer can be taken back: the last one.
    var answered: DueExtension? { extensions.last.flatMap { $0.answer == nil ? nil : $0 } }
}
