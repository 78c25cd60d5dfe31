import Documents
package import Office
import Paper
package import Storage
import Wording
package import WorkCalendar

/// Work that is given to a unit by name, outside a plan that came as a file (giao việc): what a visit or a meeting left to be done. It is
/// an assignment like any other. Its paper is a note that the system writes and keeps, one for each thing that it comes from.
package struct GivenWork: Sendable, Equatable {
    /// What it comes from: a record of a register, or a line of it.
    package struct Source: Sendable, Equatable {
        /// The key of the register.
        package var register: String
        /// The record.
        package var record: Int
        /// The line of it; `nil` for the record as a whole.
        package var line: Int?
        /// What the record is called.
        package var title: String
        /// Where its page is.
        package var address: String

        /// All of its parts.
        package init(register: String, record: Int, line: Int?, title: String, address: String) {
            self.register = register
            self.record = record
            self.line = line
            self.title = title
            self.address = address
        }
    }

    /// What is to be done.
    package var text: String
    /// What is to come of it.
    package var deliverable: String?
    /// By when.
    package var due: Day
    /// Who does it.
    package var unit: OrganisationID
    /// What it comes from.
    package var source: Source

    /// All of its parts.
    package init(text: String, deliverable: String?, due: Day, unit: OrganisationID, source: Source) {
        self.text = text
        self.deliverable = deliverable
        self.due = due
        self.unit = unit
        self.source = source
    }
}

extension GivenWork {
    /// Gives it: the unit has its occurrence at once, and is told.
    /// - Returns: The key of the assignment.
    /// - Throws: ``Refusal`` where the same is given already, or the unit does not stand.
    @discardableResult
    package func give(
        keeper: FileKeeper, in directory: Directory, by act: Act, _ db: Transaction
    ) throws -> Int {
        guard let name = directory.version(of: unit, on: act.day)?.name else { throw Refusal("given.no-unit") }
        let isGiven = try Self.given(by: source.register, source.record, on: act.day, db).contains {
            $0.line == source.line && $0.isStanding
        }
        if isGiven { throw Refusal("given.already") }
        let plan = try plan(keeper, directory, by: act, db)
        let last =
            try db.value("SELECT coalesce(max(position), 0) FROM assignments WHERE plan = \(plan)", Int.self) ?? 0
        let lead = BodyMatch(
            written: name, outcome: .one(unit), certainty: .exact,
            reason: Message("match.exact", ["written": name, "name": name]))
        let draft = DraftAssignment(self, line: last + 2, lead: lead)
        guard let id = try NewAssignment.insert([NewAssignment(position: last + 1, draft: draft)], into: plan, db).first
        else { throw StorageError(.fault, "nothing was inserted") }
        try db.run(
            """
            INSERT INTO assignment_sources (assignment, register, record, line, title, address)
            VALUES (\(id), \(source.register), \(source.record), \(source.line), \(source.title), \(source.address))
            """)
        try Review.accept(id, version: 1, directory, by: act, db)
        return id
    }

    /// Takes it back: its open occurrences are withdrawn, what was done stays. It can be given again.
    /// - Throws: ``Refusal`` where it is not given, or was taken back.
    package static func takeBack(
        _ assignment: Int, reason: String, in directory: Directory, by act: Act, _ db: Transaction
    ) throws {
        guard try Source.of(assignment, db) != nil, let found = try ReviewedAssignment.one(assignment, db) else {
            throw Refusal("given.none")
        }
        let version = found.assignment.version
        try Review.undoDecision(on: assignment, version: version, directory, by: act, db)
        try Review.drop(assignment, version: version + 1, reason: reason, by: act, db)
    }

    /// The plan of what a record gives, with its note; made where there is none yet.
    private func plan(
        _ keeper: FileKeeper, _ directory: Directory, by act: Act, _ db: Transaction
    ) throws -> Int {
        let known: Int? = try db.value(
            """
            SELECT a.plan FROM assignment_sources AS s JOIN assignments AS a ON a.id = s.assignment
            WHERE s.register = \(source.register) AND s.record = \(source.record) ORDER BY a.plan LIMIT 1
            """)
        if let known { return known }
        let words = try PlanTexts.catalogue(.vi)
        var header = DocumentHeader()
        header.date = act.day
        header.title = words.text(Message("given.note", ["title": source.title]))
        let issuer: OrganisationID? =
            if case .holder(_, _, let unit) = act.actor { OrganisationID(rawValue: unit.id) } else { nil }
        header.issuer = issuer.flatMap { directory.name(of: $0, on: act.day) }
        let lines = [header.title ?? "", words.text(Message("given.from", ["address": source.address]))]
        let note = Transcript(
            format: .text,
            blocks: lines.enumerated().map { .paragraph(Paragraph($1, at: Place(line: $0 + 1))) }, lines: lines)
        let name = "giao-viec-\(source.register)-\(source.record).txt"
        let file = try keeper.receive(
            .bytes(Array(lines.joined(separator: "\n").utf8)), name: name, mediaType: "text/plain")
        let scope = DocumentScope(issuer: issuer, province: directory.province(of: issuer ?? unit))
        let document = try DocumentRegister.register(
            Handover(OfficialDocument(header: header), note), file: file, name: name, scope: scope, keeper: keeper,
            by: act, db
        ).document
        let plan = try db.insert(
            "INSERT INTO plans (document, province) VALUES (\(document), \(scope.province.stored))")
        try Journal.record("plan.import", of: .plan(plan), after: ["document": document], by: act, db)
        return plan
    }

    /// What a record gave, as it stands.
    package struct Given: Sendable, Equatable {
        /// The assignment.
        package let assignment: Int
        /// The line that it comes from.
        package let line: Int?
        /// Whether it was not taken back.
        package let isStanding: Bool
        /// Its occurrence; `nil` where it was withdrawn.
        package let occurrence: Int?
        /// Where that stands.
        package let state: OccurrenceState?
    }

    /// What a record gave, the first first.
    package static func given(
        by register: String, _ record: Int, on day: Day, _ db: Transaction
    ) throws -> [Given] {
        try db.all(
            """
            SELECT s.assignment, s.line, o.id, o.due, o.completed,
                (SELECT d.decision FROM assignment_decisions AS d WHERE d.assignment = s.assignment
                    ORDER BY d.id DESC LIMIT 1)
            FROM assignment_sources AS s
            LEFT JOIN occurrences AS o ON o.assignment = s.assignment AND o.ended IS NULL
            WHERE s.register = \(register) AND s.record = \(record) ORDER BY s.assignment, o.id
            """
        ) { row in
            let (assignment, line) = (try row.next(Int.self), try row.next(Int?.self))
            let (occurrence, due) = (try row.next(Int?.self), try row.next(Day?.self))
            let (completed, decision) = (try row.next(Day?.self), try row.next(String?.self))
            return Given(
                assignment: assignment, line: line, isStanding: decision == Decision.accept.rawValue,
                occurrence: occurrence,
                state: occurrence.map { _ in OccurrenceState(due: due, completed: completed, on: day) })
        }
    }
}

extension GivenWork.Source {
    /// What an assignment comes from; `nil` where it stood in a document.
    package static func of(_ assignment: Int, _ db: Transaction) throws -> Self? {
        try db.first(
            "SELECT register, record, line, title, address FROM assignment_sources WHERE assignment = \(assignment)"
        ) { row in
            Self(
                register: try row.next(), record: try row.next(), line: try row.next(), title: try row.next(),
                address: try row.next())
        }
    }
}

extension DraftAssignment {
    /// What is given by name.
    fileprivate init(_ work: GivenWork, line: Int, lead: BodyMatch) {
        part = .body
        text = work.text
        deliverable = work.deliverable
        deadline = Deadline(raw: work.due.vietnamese, kind: .date, due: work.due)
        quote = Quote(text: work.text, place: Place(line: line))
        leads = [lead]
        coordinators = []
        isRepeated = false
    }
}
