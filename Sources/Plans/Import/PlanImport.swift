package import Documents
package import Office
package import Storage
import WorkCalendar

/// What importing a document came to.
package struct ImportedDocument: Sendable, Equatable {
    /// The document's key.
    package var document: Int
    /// The plan's key; `nil` where the document assigns nothing.
    package var plan: Int?
    /// By what it was recognised, where it stood already; then nothing was stored.
    package var recognition: DocumentRegister.Recognition?

    /// All of its parts.
    package init(document: Int, plan: Int?, recognition: DocumentRegister.Recognition? = nil) {
        self.document = document
        self.plan = plan
        self.recognition = recognition
    }
}

/// Importing: from what was read of a file to a registered document and a plan that waits for its review, or is accepted as read.
package enum PlanImport {
    /// Imports a document in one transaction with its journal: all of it stands, or nothing.
    /// - Parameters:
    ///   - isAccepted: Whether its assignments are accepted as they were read.
    /// - Throws: ``Refusal`` where it assigns more than a person could review.
    package static func store(
        _ handover: Handover, file: FileKeeper.Arrival, name: String, keeper: FileKeeper, isAccepted: Bool,
        by act: Act, _ db: Transaction
    ) throws -> ImportedDocument {
        let directory = try DocumentScope.directory(for: handover, db)
        let scope = DocumentScope(handover, directory, today: act.day)
        let registration = try DocumentRegister.register(
            handover, file: file, name: name, scope: scope, keeper: keeper, by: act, db)
        switch registration {
        case .known(let document, let recognition):
            let plan = try Plan.one(ofDocument: document, db)?.id
            return ImportedDocument(document: document, plan: plan, recognition: recognition)
        case .new(let document):
            let header = handover.document.header
            let matching = BodyMatching(directory, scope, issued: header.date, today: act.day)
            let draft = try DraftPlan(handover, matching)
            let plan = draft.assignments.isEmpty ? nil : try store(draft, of: document, scope, by: act, db)
            if let plan, isAccepted { try Review.acceptAll(of: plan, directory, by: act, db) }
            return ImportedDocument(document: document, plan: plan, recognition: nil)
        }
    }

    private static func store(
        _ draft: DraftPlan, of document: Int, _ scope: DocumentScope, by act: Act, _ db: Transaction
    ) throws -> Int {
        let from = draft.period.flatMap { Day(year: $0.lowerBound, month: 1, day: 1) }
        let until = draft.period.flatMap { Day(year: $0.upperBound, month: 12, day: 31) }
        let plan = try db.insert(
            """
            INSERT INTO plans (document, province, from_day, until_day)
            VALUES (\(document), \(scope.province.stored), \(from.stored), \(until.stored))
            """)
        let assignments = draft.assignments.enumerated().map { NewAssignment(position: $0 + 1, draft: $1) }
        _ = try NewAssignment.insert(assignments, into: plan, db)
        try Journal.record(
            "plan.import", of: .plan(plan), after: ["document": document, "assignments": assignments.count], by: act, db
        )
        return plan
    }
}
