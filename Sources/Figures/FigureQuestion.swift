package import Office
package import Registers
package import WorkCalendar

/// What is asked of a figure: of which days, and of which records besides those that it declares.
package struct FigureQuestion: Hashable, Sendable {
    /// The days that it speaks of.
    package var window: Window
    /// The units whose records are counted.
    package var scope: Scope
    /// What was chosen besides, as beside a list; of its own register only.
    package var facets: [RecordQuery.Facet: [FieldValue]] = [:]

    /// Whether small numbers of confidential registers are not told: for whoever does not work with them (``Suppression``).
    package var hidesSmall = false

    /// Everything in a window.
    package init(_ window: Window, within scope: Scope) {
        self.window = window
        self.scope = scope
    }

    /// The same days a year before (29/02 becomes 28/02).
    package var yearBefore: FigureQuestion {
        var before = self
        before.window = Window(window.first.adding(years: -1), window.last.adding(years: -1))
        return before
    }
}

/// The value of a figure, with how many rows made it.
package struct FigureAnswer: Hashable, Sendable {
    /// The value; `nil` where it cannot be found: nothing to divide by, a rate of exchange missing.
    package let amount: FigureAmount?
    /// How many records, or lines, it is made of.
    package let rows: Int
    /// It is less than this, and not told.
    package var below: Int?
}
