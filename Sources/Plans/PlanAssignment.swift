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

/// How many of something an assignment asks for: "1-2 đoàn/năm" is 1 to 2 "đoàn" in each year.
package struct Target: Sendable, Equatable {
    /// The period in which so many are asked for.
    package enum Period: String, Sendable, CaseIterable { case year, half, quarter, month }

    /// From the least to the most; the same where one number is asked for.
    package var range: ClosedRange<Int>
    /// What is counted: "đoàn".
    package var unit: String
    /// In which period; `nil` where it is asked for once.
    package var per: Period?

    /// All of its parts.
    package init(_ range: ClosedRange<Int>, _ unit: String, per: Period?) {
        self.range = range
        self.unit = unit
        self.per = per
    }

    init?(_ fields: inout Fields) throws {
        let least: Int? = try fields.next()
        let most: Int? = try fields.next()
        let unit: String? = try fields.next()
        let per: Period? = try fields.next()
        guard let least, let most, let unit, least <= most else { return nil }
        self.init(least...most, unit, per: per)
    }
}

extension Target.Period: Storable {}
