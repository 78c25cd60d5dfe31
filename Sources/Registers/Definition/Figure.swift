/// A figure as a register declares it: what is counted or added up. How it is computed is the room Figures'.
package struct FigureDefinition: Hashable, Sendable {
    /// Its full name for ever: "delegations-in.count".
    package let name: String
    /// What it is called.
    package let names: Names
    /// What it counts: "đoàn".
    package let unit: Names?
    /// How its value is found.
    package let measure: Measure
    /// The lines that are counted instead of the records.
    package let lines: Key?
    /// Which records, or lines, belong to it.
    package let filter: Filter
    /// When a record belongs to a window.
    package let window: Timing
    /// The currency (ISO 4217) that sums of money are converted into.
    package let currency: String?
    /// Whether everybody may see it.
    package let isPublic: Bool

    /// How a value is found.
    package enum Measure: Hashable, Sendable {
        /// How many.
        case count
        /// All values of a number field together.
        case sum(Key)
        /// How many different values of a field.
        case distinct(Key)
        /// The first figure divided by the second.
        case share(String, of: String)
    }

    /// When a record belongs to a window of days.
    package enum Timing: Hashable, Sendable {
        /// Where the date of this field lies in it.
        case dated(Key)
        /// Where it began by the window's end, and had not ended; without an end it stands for ever.
        case standing(from: Key, until: Key?)
        /// Always: the register has no dates.
        case always
    }
}
