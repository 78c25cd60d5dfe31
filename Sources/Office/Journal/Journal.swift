package import Storage

/// The journal: append-only, every line bound to the one before it by its hash. Who changes something writes its line in the
/// same transaction.
package enum Journal {
    /// Writes the line of a change.
    /// - Parameters:
    ///   - action: Subject and verb, "plan.accept": never changed once released.
    ///   - before: What stood, where the change replaced or removed something.
    ///   - after: What stands now.
    /// - Returns: The number of the line, for rows that say with it who made them, and when.
    @discardableResult package static func record(
        _ action: String, of subject: Subject, before: Facts? = nil, after: Facts? = nil, by act: Act,
        _ db: Transaction
    ) throws -> Int {
        guard let head = try Head.read(db) else { throw StorageError(.damaged, "journal_head is empty") }
        let entry = Entry(
            id: head.entries + 1, at: act.at, actor: act.actor, action: action, subject: subject, before: before?.json,
            after: after?.json)
        let values = entry.values
        var seal = Seal()
        let hash = seal.hash(values, after: head.hash)
        try db.insert(
            "INSERT INTO journal (\(columns), previous, hash)", rows: [values + [head.hash.stored, hash.stored]])
        try db.run("UPDATE journal_head SET entries = \(entry.id), hash = \(hash) WHERE id = 1")
        return entry.id
    }

    /// The lines about a thing, newest first.
    /// - Parameters:
    ///   - before: Lines older than this one only: the last of the page before.
    ///   - limit: The most lines of a page.
    package static func entries(
        of subject: Subject, before: Int = .max, limit: Int = 50, _ db: Transaction
    ) throws -> [Entry] {
        try db.all(
            """
            SELECT \(columns) FROM journal
            WHERE subject_kind = \(subject.kind) AND subject = \(subject.id) AND id < \(before) ORDER BY id DESC LIMIT \(limit)
            """
        ) { try Entry(&$0) }
    }

    /// The lines with these numbers, the first one first.
    package static func entries(numbered ids: some Sequence<Int>, _ db: Transaction) throws -> [Entry] {
        try db.all("SELECT \(columns) FROM journal WHERE id IN (\(list: ids)) ORDER BY id") { try Entry(&$0) }
    }
}

extension Journal {
    /// Where the chain ends.
    struct Head: Hashable {
        let entries: Int
        let hash: [UInt8]

        static func read(_ db: Transaction) throws -> Head? {
            try db.first("SELECT entries, hash FROM journal_head WHERE id = 1") {
                Head(entries: try $0.next(), hash: try $0.next())
            }
        }
    }
}
