import Crypto
package import Office
package import Storage
package import WorkCalendar

/// Finds the days of all records of a register anew where its definition, or the calendar of holidays, is not that by which they were
/// found: batch by batch, so that others write in between.
package enum TermRenewal {
    /// The kind of the job; its payload is the key of a register, as JSON.
    package static let job = "registers.terms"

    private static let batch = 1_000

    /// Enqueues the work for every register whose days were found by something else than what holds now.
    package static func request(_ definitions: Definitions, at now: Instant, _ db: Transaction) throws {
        for definition in definitions.all where try isNeeded(definition, db) {
            try Jobs.enqueue(job, "\"\(definition.key)\"", key: definition.key.text, runAfter: now, db)
        }
    }

    /// For the `Worker`.
    package static func handler(_ keeper: DefinitionKeeper) -> JobHandler {
        JobHandler(job) { run in
            let key = Key(unchecked: run.payload.filter { $0 != "\"" })
            var last = 0
            while let next = try await run.store.write({ [last] db in
                try keeper.definitions(db)[key].flatMap { try renew($0, after: last, db) }
            }) {
                last = next
            }
            try await run.finish { db in
                guard let definition = try keeper.definitions(db)[key] else { return }
                try finish(definition, by: Act(.system("nhipcau serve"), at: .now), db)
            }
        }
    }

    /// Finds all days of a register anew at once: for small ones, and tests.
    package static func renew(_ definition: Definition, by act: Act, _ db: Transaction) throws {
        var last = 0
        while let next = try renew(definition, after: last, db) { last = next }
        try finish(definition, by: act, db)
    }

    /// A batch of records; `nil` where none follows.
    private static func renew(_ definition: Definition, after last: Int, _ db: Transaction) throws -> Int? {
        let ids = try db.all(
            """
            SELECT id FROM \(name: definition.table) WHERE id > \(last) AND removed IS NULL ORDER BY id LIMIT \(batch)
            """
        ) { try $0.next(RecordID.self) }
        guard let end = ids.last else { return nil }
        let book = RecordBook(definition, keys: nil)
        let terms = try ids.flatMap { id -> [(Term, Record)] in
            guard let record = try book.record(id, within: .everything, db) else { return [] }
            return definition.terms(of: record).map { ($0, record) }
        }
        try db.run("DELETE FROM record_terms WHERE record IN (\(list: ids))")
        try Terms.insert(terms, in: definition, db)
        return end.rawValue
    }

    private static func finish(_ definition: Definition, by act: Act, _ db: Transaction) throws {
        if !definition.setsTerms {
            try db.run("DELETE FROM record_terms WHERE register = \(definition.key.text)")
        }
        try db.run(
            """
            INSERT INTO record_term_marks (register, mark) VALUES (\(definition.key.text), \(mark(definition)))
            ON CONFLICT (register) DO UPDATE SET mark = excluded.mark
            """)
        // Counts that are remembered hold until the journal goes on.
        try Journal.record(
            "definition.terms", of: .definition(0), after: ["register": definition.key.text], by: act, db)
    }

    private static func isNeeded(_ definition: Definition, _ db: Transaction) throws -> Bool {
        let known: String? = try db.value(
            "SELECT mark FROM record_term_marks WHERE register = \(definition.key.text)")
        return definition.setsTerms ? known != mark(definition) : known != nil && known != mark(definition)
    }

    /// By what the days were found: what the register says, and the holidays.
    private static func mark(_ definition: Definition) -> String {
        let holidays = Holiday.all.map { "\($0.day) \($0.kind)" }.joined(separator: "\n")
        return SHA256.hash(data: Array("\(definition.yaml)\n\(holidays)".utf8)).prefix(16)
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
