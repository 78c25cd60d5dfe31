import Office
import Storage
import Wording
import WorkCalendar

/// Asking another unit to work together on a person whom both have recorded. Its people are told which of their own records it is about and
/// who asks; what either has recorded is told to neither.
enum RecordCoordination {
    /// - Parameter others: Records of other units, which who asks cannot see.
    /// - Throws: ``Refusal`` where there are none.
    static func ask(
        about record: Record, _ others: [LikelyRecord], _ definition: Definition, in language: Catalogue.Language,
        by act: Act, _ db: Transaction
    ) throws {
        guard !others.isEmpty else { throw Refusal("duplicates.nobody") }
        try Journal.record("record.coordinate", of: .record(record.id), by: act, db)
        let posts = try Posts(on: act.day, db)
        for other in others {
            let accounts = try posts.accounts(whoMay: .readConfidential, with: other.unit, db)
            // One notice for each of their records and ours, however often it is asked.
            try Notices.tell(
                Notices.News(
                    .coordination, of: .record(other.record), occasion: "\(record.id.rawValue)", unit: record.unit,
                    title: "\(definition.names[language]) #\(other.record.rawValue)"), to: accounts, by: act, db)
        }
    }
}
