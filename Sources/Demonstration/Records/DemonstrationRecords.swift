/// The registers of the demonstration: of 2025 what makes up the figures of its annual report, beside it something of the year
/// before and of this one.
struct DemonstrationRecords: Sendable {
    /// In the order in which they refer to each other.
    let records: [DemonstrationRecord]

    /// Invents them.
    /// - Throws: where the files that come with the product are malformed, which a test forbids.
    init() throws {
        var book = try InventedBook()
        book.inviteDelegations()
        book.sendDelegations()
        book.holdOccasions()
        book.tie()
        book.goOverseas()
        book.protectAndAssist()
        book.trade()
        book.learnAndKeepBooks()
        book.listInstruments()
        records = book.records
    }
}
