package import WorkCalendar

/// A column of a list that is written to a file.
package struct SheetColumn: Hashable, Sendable {
    /// What stands in its cells.
    package enum Kind: Sendable, CaseIterable {
        /// Words; long ones are wrapped.
        case text
        /// A whole number.
        case whole
        /// A number with two decimal places.
        case decimal
        /// A calendar day.
        case day
    }

    /// What stands above it.
    package let title: String
    /// What stands in it.
    package let kind: Kind
    /// How wide it is, in figures; `nil` for what is usual of the kind.
    package let width: Int?

    /// - Parameter width: In figures; `nil` for what is usual of the kind.
    package init(_ title: String, _ kind: Kind = .text, width: Int? = nil) {
        self.title = title
        self.kind = kind
        self.width = width
    }
}

/// What stands in a cell of a list.
package enum SheetCell: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Words, as they are: nothing in them is a formula.
    case text(String)
    /// A whole number.
    case whole(Int)
    /// A number.
    case decimal(Double)
    /// A calendar day.
    case day(Day)
}
