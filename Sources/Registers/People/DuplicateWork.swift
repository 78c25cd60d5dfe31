import Foundation
import Linkage
package import Office
import Storage
import WorkCalendar

/// Looking through a whole register for people who are in it twice: a job, for of many people it takes a while.
package struct DuplicateWork: Sendable {
    /// The kind of its jobs: `{"register": "people-abroad"}`.
    package static let job = "register.duplicates"
    /// So many pairs are kept, the likeliest.
    private static let most = 5_000

    let keys: KeyRing?
    let definitions: DefinitionKeeper
    let people: PeopleMemory

    /// - Parameters:
    ///   - keys: Of private fields, which are compared.
    ///   - people: Where the pages look.
    package init(keys: KeyRing?, definitions: DefinitionKeeper, people: PeopleMemory) {
        self.keys = keys
        self.definitions = definitions
        self.people = people
    }

    private struct Payload: Codable {
        let register: String
    }

    /// Asks for it; once, however many ask.
    static func enqueue(_ register: Key, at: Instant, _ db: Transaction) throws {
        let payload = String(decoding: try JSONEncoder().encode(Payload(register: register.text)), as: UTF8.self)
        try Jobs.enqueue(job, payload, key: register.text, runAfter: at, db)
    }

    /// Whether it is asked for and not done yet.
    static func isUnderWay(_ register: Key, _ db: Transaction) throws -> Bool {
        try db.value(
            "SELECT EXISTS (SELECT 1 FROM jobs WHERE kind = \(job) AND key = \(register.text) AND outcome IS NULL)")
            ?? false
    }

    /// Does one.
    package var handler: JobHandler {
        JobHandler(Self.job, blocks: true) { [self] run in
            let payload = try JSONDecoder().decode(Payload.self, from: Data(run.payload.utf8))
            let read = try await run.store.read { db -> (key: Key, index: PersonIndex, until: Int)? in
                guard let key = Key(payload.register), let definition = try definitions.definitions(db)[key],
                    let register = RecordTraits(
                        RecordBook(definition, keys: keys), try Organisations.directory(db), on: Instant.now.day)
                else { return nil }
                return (key, try register.everybody(db), try PeopleMemory.end(db))
            }
            guard let read else { return }
            let linker = Linker(read.index)
            let pairs = linker.duplicates().pairs.lazy.map { ($0, linker.evidence($0.left, $0.right)) }
                .filter { $0.verdict == .same || $1.saysMoreThanNames }.prefix(Self.most)
                .map { DuplicateScan.Pair($0, $1) }
            people.keep(linker, until: read.until, of: read.key)
            let scan = DuplicateScan(
                register: read.key, at: .now, until: read.until, records: read.index.count, pairs: Array(pairs))
            try await run.finish { try scan.keep($0) }
        }
    }
}
