/// A closed interval of days, such as the period a report covers.
package struct Window: Hashable, Sendable {
    /// The day it begins.
    package let first: Day
    /// The day it ends, included.
    package let last: Day

    /// The days from `a` to `b`, in either order.
    package init(_ a: Day, _ b: Day) {
        first = min(a, b)
        last = max(a, b)
    }

    /// Whether the day lies in it, borders included.
    package func contains(_ day: Day) -> Bool { first <= day && day <= last }

    /// How many days it has.
    package var length: Int { last.days(since: first) + 1 }

    /// "15/12/2025 - 14/12/2026".
    package var vietnamese: String { first == last ? first.vietnamese : "\(first.vietnamese) - \(last.vietnamese)" }

    /// Whole calendar months of a year.
    static func months(_ months: ClosedRange<Int>, _ year: Int) -> Window {
        Window(Day(known: year, months.lowerBound, 1), .last(ofMonth: months.upperBound, year))
    }
}
