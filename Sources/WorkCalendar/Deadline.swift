/// When something is due (thời hạn), as the text says it and as a day to work with.
package struct Deadline: Sendable, Equatable {
    /// Raw values are those of the JSON contract.
    package enum Kind: String, Sendable, CaseIterable {
        case none, ongoing, yearly, halfYearly, quarterly, monthly, date, month, quarter, year, range
    }
    /// The words of the text; `nil` where it says nothing.
    package var raw: String?
    /// What sort of time it sets.
    package var kind: Kind
    /// The due day, the first one of a recurring deadline; `nil` for none and ongoing.
    package var due: Day?
    /// First year in which a recurring one repeats, as far as the document tells.
    package var from: Int?
    /// Last year in which it repeats.
    package var to: Int?

    /// All of its parts.
    package init(raw: String?, kind: Kind, due: Day? = nil, from: Int? = nil, to: Int? = nil) {
        self.raw = raw
        self.kind = kind
        self.due = due
        self.from = from
        self.to = to
    }

    /// The text sets no deadline.
    package static let none = Deadline(raw: nil, kind: .none)
}
