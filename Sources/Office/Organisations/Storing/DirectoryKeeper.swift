package import Storage
import Synchronization

/// The directory of units, read once and kept until the journal tells that a unit changed: every page needs it, and it is large.
package final class DirectoryKeeper: Sendable {
    private struct Kept {
        let directory: Directory
        /// The last line of the journal that it knows of.
        let entry: Int
    }

    private let kept = Mutex<Kept?>(nil)

    /// One that has read nothing yet.
    package init() {}

    /// The directory as it stands in this transaction.
    package func directory(_ db: Transaction) throws -> Directory {
        let head: Int = try db.value("SELECT entries FROM journal_head WHERE id = 1") ?? 0
        if let known = kept.withLock({ $0 }), known.entry <= head {
            if known.entry == head { return known.directory }
            let changes: Bool =
                try db.value(
                    """
                    SELECT EXISTS (SELECT 1 FROM journal WHERE id > \(known.entry) AND subject_kind = 'organisation')
                    """) ?? true
            if !changes {
                keep(Kept(directory: known.directory, entry: head))
                return known.directory
            }
        }
        let directory = try Organisations.directory(db)
        keep(Kept(directory: directory, entry: head))
        return directory
    }

    private func keep(_ new: Kept) {
        // A reader of an older picture of the data does not take the place of a newer one.
        kept.withLock { if $0.map({ $0.entry <= new.entry }) ?? true { $0 = new } }
    }
}
