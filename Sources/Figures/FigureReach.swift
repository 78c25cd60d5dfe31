package import Office
package import WorkCalendar

/// Of which unit figures are asked, and whether it is taken as it is now or as it was then.
package struct FigureReach: Hashable, Sendable {
    /// Which boundaries count.
    package enum Boundaries: String, CaseIterable, Sendable {
        /// Those of today: what units were merged of is counted with them, before the merger too.
        case now
        /// Those of the last day of the window: a unit that was not there yet has no figures.
        case then
    }

    /// The unit; all that one may read where none is named.
    package let unit: OrganisationID?
    /// Which boundaries count.
    package let boundaries: Boundaries

    /// Both parts.
    package init(_ unit: OrganisationID?, _ boundaries: Boundaries = .now) {
        self.unit = unit
        self.boundaries = boundaries
    }

    /// Whose records are counted in a window, of those that one may read.
    /// - Parameter today: The day whose boundaries are those of now.
    /// - Returns: `nil` where the unit did not stand then.
    package func scope(
        in window: Window, within reading: Scope, _ directory: Directory, today: Day
    ) -> Scope? {
        guard let unit else { return reading }
        guard let own = directory.holdings(of: unit, on: boundaries == .now ? today : window.last) else { return nil }
        switch reading {
        case .everything: return .units(own)
        case .units(let units): return .units(units.intersection(own))
        }
    }

    /// Whether the numbers of two windows are of the same units: else one can say nothing about more or less.
    package func isComparable(_ window: Window, with other: Window, _ directory: Directory, today: Day) -> Bool {
        guard let unit else { return true }
        switch boundaries {
        case .now:
            // What is split in two cannot be told apart in the records of before.
            return [window, other].allSatisfy { directory.image(of: unit, on: $0.last).isWhole }
        case .then:
            return directory.holdings(of: unit, on: window.last) == directory.holdings(of: unit, on: other.last)
        }
    }
}
