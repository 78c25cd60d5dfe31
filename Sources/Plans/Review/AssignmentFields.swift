import Foundation
import Markup
package import Office
package import WorkCalendar

/// What a clerk can correct of an assignment.
package struct AssignmentFields: Sendable, Equatable {
    /// A body by its words, and whom the clerk says they mean.
    package struct Body: Sendable, Equatable {
        /// Whom words mean.
        package enum Meaning: Sendable, Equatable {
            case units([OrganisationID])
            /// By their keys.
            case groups([String])
            case open
        }

        /// As the document has it, or as the clerk writes it.
        package var written: String
        /// `nil`: as the words say.
        package var meaning: Meaning?

        /// Both parts.
        package init(_ written: String, _ meaning: Meaning? = nil) {
            self.written = written
            self.meaning = meaning
        }
    }

    /// What is to be done.
    package var text: String
    /// What is to come of it.
    package var deliverable: String?
    /// When.
    package var deadline: Deadline
    /// How many.
    package var target: Target?
    /// Who leads.
    package var leads: [Body]
    /// Who takes part.
    package var coordinators: [Body]

    /// An assignment as it stands.
    package init(_ reviewed: ReviewedAssignment) {
        let assignment = reviewed.assignment
        text = assignment.text
        deliverable = assignment.deliverable
        deadline = assignment.deadline
        target = assignment.target
        leads = reviewed.leads.map { Body($0) }
        coordinators = reviewed.coordinators.map { Body($0) }
    }
}

extension AssignmentFields.Body {
    /// A body as it stands; one that is not known has no meaning.
    init(_ body: AssignmentBody) {
        let meaning: Meaning? =
            switch body.outcome {
            case .units: .units(body.units)
            case .group: .groups(body.groups)
            case .open: .open
            case .unknown: nil
            }
        self.init(body.written, meaning)
    }
}

extension AssignmentFields {
    /// For the journal.
    var facts: Facts {
        Facts { json in
            json.member("text", text)
            json.member("deliverable", deliverable)
            json.object("deadline") { json in
                json.member("raw", deadline.raw)
                json.member("kind", deadline.kind.rawValue)
                json.member("due", deadline.due?.description)
                json.member("from", deadline.from)
                json.member("to", deadline.to)
            }
            if let target {
                json.object("target") { json in
                    json.member("least", target.least)
                    json.member("most", target.most)
                    json.member("unit", target.unit)
                    json.member("per", target.per?.rawValue)
                }
            }
            json.member("leads", leads.map(\.written))
            json.member("coordinators", coordinators.map(\.written))
        }
    }
}
