import Linkage
import Office
import Storage
import Synchronization

/// A record that may be of the same person as another, and why: which parts agree and how much that says, never a value.
struct LikelyRecord: Sendable {
    /// Which.
    let record: RecordID
    /// Whose.
    let unit: OrganisationID
    /// How likely, in thousandths.
    let permille: Int
    /// Whether it is probably the same, and not only worth a question.
    let isLikely: Bool
    let evidence: [Linker.Evidence]
}

/// The people of each register as tokens in memory, kept up with what is recorded: comparing one more with all takes milliseconds, reading
/// all of them does not.
package final class PeopleMemory: Sendable {
    private struct Kept {
        var linker: Linker
        /// The line of the journal up to which it knows everything.
        var until: Int
    }

    private let kept = Mutex<[Key: Kept]>([:])

    /// One that knows nobody yet.
    package init() {}

    /// A register with so many people is read while somebody waits; a larger one by a job (``DuplicateWork``), before which nothing is
    /// compared.
    private static let readAtOnce = 5_000
    /// So many are told of.
    private static let most = 10

    /// Who may be the same person, the likeliest first; nobody where the register is too large and was not read yet.
    func likely(
        _ traits: PersonTraits, besides id: RecordID?, in register: RecordTraits, _ db: Transaction
    ) throws -> [LikelyRecord] {
        guard try isReady(register, db) else { return [] }
        let tokens = PersonTokens(traits), key = register.book.definition.key
        let found = kept.withLock { kept -> [(Linker.Pair, [Linker.Evidence])] in
            guard let linker = kept[key]?.linker else { return [] }
            let pairs = linker.likely(tokens).filter { $0.right != id.map { Int64($0.rawValue) } }.prefix(5 * Self.most)
            return pairs.map { ($0, linker.evidence(tokens, record: $0.right)) }.filter { pair, evidence in
                pair.verdict == .same || evidence.saysMoreThanNames
            }
        }
        guard !found.isEmpty else { return [] }
        var units: [Int: OrganisationID] = [:]
        try db.each(
            """
            SELECT id, unit FROM \(name: register.book.definition.table)
            WHERE id IN (\(list: found.map { Int($0.0.right) })) AND removed IS NULL
            """
        ) { units[try $0.next()] = try $0.next() }
        return found.prefix(Self.most).compactMap { pair, evidence in
            units[Int(pair.right)].map { unit in
                LikelyRecord(
                    record: RecordID(rawValue: Int(pair.right)), unit: unit, permille: Int(pair.chance * 1_000),
                    isLikely: pair.verdict == .same, evidence: evidence)
            }
        }
    }

    /// What is known of a register after everybody in it was read.
    func keep(_ linker: Linker, until: Int, of register: Key) {
        kept.withLock {
            if $0[register].map({ $0.until < until }) ?? true { $0[register] = Kept(linker: linker, until: until) }
        }
    }

    /// Brings what is known up to what stands in this transaction.
    private func isReady(_ register: RecordTraits, _ db: Transaction) throws -> Bool {
        let (definition, now) = (register.book.definition, try Self.end(db))
        guard let until = kept.withLock({ $0[definition.key]?.until }) else {
            let count = try db.value("SELECT COUNT(*) FROM \(name: definition.table)", Int.self) ?? 0
            guard count <= Self.readAtOnce else { return false }
            keep(Linker(try register.everybody(db)), until: now, of: definition.key)
            return true
        }
        guard until < now else { return true }
        let changed: [RecordID] = try db.all(
            """
            SELECT DISTINCT j.subject FROM journal AS j JOIN records AS r ON r.id = j.subject
            WHERE j.id > \(until) AND j.subject_kind = 'record' AND r.register = \(definition.key.text)
            """
        ) { try $0.next() }
        let people = try changed.map { ($0, try register.traits(of: $0, db).map { PersonTokens($0) }) }
        kept.withLock { kept in
            for (id, person) in people {
                if let person {
                    kept[definition.key]?.linker.add(person, record: Int64(id.rawValue))
                } else {
                    kept[definition.key]?.linker.remove(record: Int64(id.rawValue))
                }
            }
            kept[definition.key]?.until = now
        }
        return true
    }

    /// The last line of the journal.
    static func end(_ db: Transaction) throws -> Int {
        try db.value("SELECT entries FROM journal_head WHERE id = 1") ?? 0
    }
}

extension [Linker.Evidence] {
    /// Whether birth, place, country, contact or a document speak for one person. There are more people of one name than a clerk can be
    /// asked about.
    var saysMoreThanNames: Bool {
        filter { ![.given, .family, .middle].contains($0.part) }.reduce(0) { $0 + $1.bits } > 0
    }
}
