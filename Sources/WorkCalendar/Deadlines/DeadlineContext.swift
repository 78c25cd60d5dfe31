/// What a document tells about itself and a deadline leaves out: "hằng năm" in a plan "giai đoạn 2026 - 2030" repeats
/// from 2026 to 2030.
package struct DeadlineContext: Sendable, Equatable {
    /// The document's own date.
    package var documentDate: Day?
    /// Its year, where only that is known ("ngày     tháng     năm 2026").
    package var documentYear: Int?
    /// The years the document is for, from its title (``DeadlineReader/period(of:)``).
    package var period: ClosedRange<Int>?

    /// All of its parts.
    package init(documentDate: Day? = nil, documentYear: Int? = nil, period: ClosedRange<Int>? = nil) {
        self.documentDate = documentDate
        self.documentYear = documentYear
        self.period = period
    }

    /// The year a date without year is counted from.
    var year: Int? { documentDate?.year ?? documentYear ?? period?.lowerBound }
    /// The first year in which something recurring is due.
    var firstYear: Int? { period?.lowerBound ?? documentYear ?? documentDate?.year }

    /// The first day on which something recurring can be due: the document's own, or the first of its first year.
    var start: Day? {
        let ofYear = firstYear.flatMap { Day(year: $0, month: 1, day: 1) }
        guard let documentDate else { return ofYear }
        return ofYear.map { max($0, documentDate) } ?? documentDate
    }
}
