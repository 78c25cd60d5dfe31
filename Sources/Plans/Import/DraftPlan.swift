package import Documents
package import Office
import Paper
import Vietnamese
package import WorkCalendar

/// A plan as it was read, before anyone has looked at it: what its document tells bodies to do, and whom its words mean.
package struct DraftPlan: Sendable {
    /// The years the document is for, from its title.
    package var period: ClosedRange<Int>?
    /// In order of the document: the duties and rows, then the standing duties to report.
    package var assignments: [DraftAssignment]

    /// What was read of a document, with its bodies matched.
    /// - Throws: ``Refusal`` where it assigns more than a person could review.
    package init(_ handover: Handover, _ matching: BodyMatching) throws {
        let document = handover.document
        let count = document.assignments.count + document.reporting.count
        guard count <= 5_000 else { throw Refusal("import.too-many-assignments", ["count": String(count)]) }
        period = document.header.title.flatMap { DeadlineReader.period(of: $0) }
        let repeated = Set(document.findings.filter { $0.rule == "duplicate-assignment" }.flatMap { $0.at.dropFirst() })
        assignments = document.assignments.map { assignment in
            DraftAssignment(
                assignment, line: handover.lines[safe: assignment.place.line - 1],
                isRepeated: repeated.contains(assignment.place), matching)
        }
        // A duty that already stands as an assignment with the same bodies and day is not followed twice.
        assignments += document.reporting.filter { duty in
            !document.assignments.contains { $0.isSame(as: duty) }
        }.map { DraftAssignment($0, matching) }
    }
}

/// An assignment as it was read.
package struct DraftAssignment: Sendable, Equatable {
    package var part: PlanAssignment.Part
    package var group: String?
    package var text: String
    package var deliverable: String?
    package var deadline: Deadline
    package var target: Target?
    package var quote: Quote
    package var leads: [BodyMatch]
    package var coordinators: [BodyMatch]
    /// Whether the same stands further up in the document.
    package var isRepeated: Bool

    init(_ assignment: Documents.Assignment, line: String?, isRepeated: Bool, _ matching: BodyMatching) {
        part = assignment.part == .annex ? .annex : .body
        group = assignment.group
        text = assignment.text
        deliverable = assignment.deliverable
        deadline = assignment.deadline
        target = Target.read(deliverable: assignment.deliverable, text: assignment.text)
        quote = Quote(text: assignment.quote(line), place: assignment.place)
        leads = assignment.lead.map(matching.match)
        coordinators = assignment.coordinate.map(matching.match)
        self.isRepeated = isRepeated
    }

    init(_ duty: ReportingDuty, _ matching: BodyMatching) {
        part = .reporting
        text = duty.text
        deadline = duty.deadline
        quote = Quote(text: duty.text, place: duty.place)
        leads = duty.who.map(matching.match)
        coordinators = []
        isRepeated = false
    }
}

extension Documents.Assignment {
    /// The row as it stands on its line, its cells between bars; a duty in its own words.
    fileprivate func quote(_ line: String?) -> String {
        guard part == .annex, let line, line.contains("\t") else {
            return ([text] + [lead.joined(separator: "; "), deliverable, deadline.raw].compactMap(\.self))
                .prefix(part == .annex ? 4 : 1).filter { !$0.isEmpty }.joined(separator: " | ")
        }
        return line.split(separator: "\t").map { $0.trimmingSpaces }.filter { !$0.isEmpty }.joined(separator: " | ")
    }

    fileprivate func isSame(as duty: ReportingDuty) -> Bool {
        deadline.due == duty.deadline.due && Set(lead) == Set(duty.who) && text.folded.contains(duty.text.folded)
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
