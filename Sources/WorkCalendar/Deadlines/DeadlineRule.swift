/// One wording of a deadline and what it means. The rules are the rows of ``DeadlineRule/all``.
struct DeadlineRule: Sendable {
    /// What the wording sets.
    enum Meaning: Sendable, Equatable {
        /// The last day of the date named; of several, the last one of the first year.
        case due
        /// The day before the month, quarter or year named begins; a day itself is the last that counts.
        case before
        /// A span: its last day.
        case range
        /// The six first or last months of the year named.
        case firstHalf, secondHalf
        /// Again and again; `month` is the month of the period where the day named lies.
        case every(Recurrence.Unit, month: Int = 0)
        /// A day that says nothing but for the month or quarter named before it in the sentence.
        case dayOfPeriod
        /// Each year within a span: its last day.
        case everySpan
        /// Without end.
        case ongoing
        /// A time limit in days from an event, worked out where the event's day is named.
        case limit(workingDays: Bool)
        /// A time limit in days from the day of the document itself.
        case limitFromDocument(workingDays: Bool)
        /// Words that stand for a deadline and name none.
        case unnamed
        /// No deadline although it looks like one: a period, a date of effect, a time up to which is counted.
        case notDeadline
    }

    /// Where the wording counts.
    enum Place: Sendable {
        case anywhere
        /// Only as a whole cell.
        case cell
        /// In a cell, and in running text where it opens or closes a clause.
        case clause
        /// In a cell, and as the first words of a duty.
        case opening
        /// In a cell, and for duties to report.
        case adverb
        /// Only in running text.
        case sentence
    }

    let wording: String
    let meaning: Meaning
    let place: Place
    /// Texts with the kind and due day that they set, `text = kind due`, as docs/deadlines.md gives them and tests try them.
    let examples: [String]

    init(_ wording: String, _ meaning: Meaning, _ place: Place = .anywhere, _ examples: String...) {
        self.wording = wording
        self.meaning = meaning
        self.place = place
        self.examples = examples
    }
}
