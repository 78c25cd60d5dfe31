package import Paper
package import Storage
package import WorkCalendar

/// Something that a plan tells bodies to do, as it is followed (nhiệm vụ). What was read stays in its quote, whatever is
/// corrected afterwards.
package struct PlanAssignment: Sendable, Equatable {
    /// Where in the document it stood.
    package enum Part: String, Sendable, CaseIterable {
        /// A row of a task table; a duty in the text; a standing duty to report.
        case annex, body, reporting
    }

    /// The key of its row.
    package var id: Int
    /// The plan it belongs to.
    package var plan: Int
    /// Its place in the plan, from 1.
    package var position: Int
    /// Where in the document it stood.
    package var part: Part
    /// The heading it stands under, numbering kept.
    package var group: String?
    /// What is to be done.
    package var text: String
    /// What is to come of it (sản phẩm).
    package var deliverable: String?
    /// When.
    package var deadline: Deadline
    /// How many, where it says so.
    package var target: Target?
    /// What stood in the document.
    package var quote: Quote
    /// Raised with every change.
    package var version: Int

    /// The columns of ``init(_:)``, in its order.
    package static let columns: Query = """
        id, plan, position, part, group_title, text, deliverable, deadline_raw, deadline_kind, deadline_due, deadline_from,
        deadline_to, target_least, target_most, target_unit, target_per, quote, quote_page, quote_line, version
        """

    /// Reads ``columns``.
    package init(_ fields: inout Fields) throws {
        id = try fields.next()
        plan = try fields.next()
        position = try fields.next()
        part = try fields.next()
        group = try fields.next()
        text = try fields.next()
        deliverable = try fields.next()
        deadline = Deadline(
            raw: try fields.next(), kind: try fields.next(), due: try fields.next(), from: try fields.next(),
            to: try fields.next())
        target = try Target(&fields)
        quote = Quote(text: try fields.next(), place: Place(page: try fields.next(), line: try fields.next()))
        version = try fields.next()
    }
}

extension PlanAssignment.Part: Storable {}
extension Deadline.Kind: Storable {}

/// The words of the document that something was read from.
package struct Quote: Sendable, Equatable {
    /// The sentence or the row.
    package var text: String
    /// Where it begins.
    package var place: Place

    /// Both parts.
    package init(text: String, place: Place) {
        self.text = text
        self.place = place
    }
}
