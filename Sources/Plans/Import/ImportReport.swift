package import Documents
import Markup
import Office
package import Storage
package import WorkCalendar

/// What an import came to, for a person and for a program.
package struct ImportReport: Sendable {
    /// By what the document was recognised, where it stood already.
    package var recognition: DocumentRegister.Recognition?
    /// The document as it is registered.
    package var document: RegisteredDocument
    /// Its plan, where it assigns anything.
    package var plan: Plan?
    /// What it assigns and is neither dropped nor replaced.
    package var assignments: [ReviewedAssignment]
    /// The occurrences that stand, and those among them without a day.
    package var occurrences: Int
    package var undated: Int
    /// What a careful clerk would query.
    package var findings: [Finding]
    /// What the units that it names are called on the day, and how many units each group has then.
    var names: [OrganisationID: String] = [:]
    var members: [[String]: Int] = [:]

    /// - Parameter day: Today.
    /// - Throws: ``MalformedReading`` where what is kept of the document is damaged.
    package init(_ imported: ImportedDocument, on day: Day, _ db: Transaction) throws {
        guard let document = try DocumentRegister.document(imported.document, db) else {
            throw StorageError(.fault, "no document \(imported.document)")
        }
        self.document = document
        recognition = imported.recognition
        plan = try imported.plan.flatMap { try Plan.one($0, db) }
        assignments = try imported.plan.map { try ReviewedAssignment.all(of: $0, db) } ?? []
        assignments.removeAll { $0.state == .dropped || $0.state == .replaced }
        let standing: Query = """
            SELECT count(*), count(*) - count(due) FROM occurrences
            WHERE ended IS NULL AND assignment IN (SELECT id FROM assignments WHERE plan = \(imported.plan ?? 0))
            """
        (occurrences, undated) = try db.first(standing) { (try $0.next(Int.self), try $0.next(Int.self)) } ?? (0, 0)
        findings = try DocumentRegister.reading(of: imported.document, db)?.findings ?? []
        guard let province = plan?.province else { return }
        let directory = try Organisations.directory(of: province, db)
        for body in assignments.flatMap(\.bodies) {
            for unit in body.units { names[unit] = directory.name(of: unit, on: day) }
            if !body.groups.isEmpty, members[body.groups] == nil {
                members[body.groups] = directory.members(ofGroups: body.groups, within: province, on: day).count
            }
        }
    }

    /// The names that nobody recorded bears, each once, in order of the document.
    package var unresolvedBodies: [String] {
        var seen: Set<String> = []
        return assignments.flatMap(\.bodies).filter { $0.outcome == .unknown }.map(\.written)
            .filter { seen.insert($0).inserted }
    }

    /// How many of its assignments stood in these parts of the document.
    func count(_ parts: PlanAssignment.Part...) -> Int { assignments.count { parts.contains($0.assignment.part) } }

    /// The contract of `nhipcau import --json` (docs/plans.md).
    package static func json(_ reports: [ImportReport]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("documents") { json in
                for report in reports { json.element { report.write(to: &$0) } }
            }
        }
        return json.bytes
    }

    private func write(to json: inout JSONWriter) {
        json.member("id", String(document.id))
        json.member("number", document.number)
        json.member("alreadyKnown", recognition != nil)
        json.member("assignments", count(.annex, .body))
        json.member("reporting", count(.reporting))
        json.member("occurrences", occurrences)
        json.member("unresolvedBodies", unresolvedBodies)
        json.array("findings") { json in
            for finding in findings { json.element { $0.member("rule", finding.rule) } }
        }
    }
}
