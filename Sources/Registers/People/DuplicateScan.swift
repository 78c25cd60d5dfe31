import Foundation
import Linkage
import Office
import Storage
import WorkCalendar

/// What a look through a register found.
struct DuplicateScan: Sendable {
    let register: Key
    let at: Instant
    /// The last line of the journal that it knew.
    let until: Int
    /// How many records there were.
    let records: Int
    /// The likeliest first.
    let pairs: [Pair]

    /// Two records that may be of one person.
    struct Pair: Sendable {
        let left: RecordID
        let right: RecordID
        let permille: Int
        let isLikely: Bool
        let evidence: [Linker.Evidence]

        init(_ pair: Linker.Pair, _ evidence: [Linker.Evidence]) {
            left = RecordID(rawValue: Int(min(pair.left, pair.right)))
            right = RecordID(rawValue: Int(max(pair.left, pair.right)))
            permille = Int(pair.chance * 1_000)
            isLikely = pair.verdict == .same
            self.evidence = evidence
        }

        fileprivate init(_ fields: inout Fields) throws {
            left = try fields.next()
            right = try fields.next()
            permille = try fields.next()
            isLikely = try fields.next(Int.self) == 1
            let numbers = try JSONDecoder().decode([[Int]].self, from: Data(try fields.next(String.self).utf8))
            evidence = numbers.compactMap { numbers in
                guard numbers.count == 3, let part = ComparedPart(rawValue: numbers[0]),
                    let outcome = UInt8(exactly: numbers[1]).flatMap({ Outcome(rawValue: $0) })
                else { return nil }
                return Linker.Evidence(part: part, outcome: outcome, bits: Float(numbers[2]) / 10)
            }
        }

        /// Part, outcome and tenths of a bit of each.
        fileprivate var stored: String {
            "[\(evidence.map { "[\($0.part.rawValue),\($0.outcome.rawValue),\(Int(($0.bits * 10).rounded()))]" }.joined(separator: ","))]"
        }
    }

    /// Puts it in the place of the one before.
    func keep(_ db: Transaction) throws {
        try db.run("DELETE FROM duplicate_pairs WHERE register = \(register.text)")
        try db.run("DELETE FROM duplicate_scans WHERE register = \(register.text)")
        try db.run(
            """
            INSERT INTO duplicate_scans (register, at, until, records)
            VALUES (\(register.text), \(at), \(until), \(records))
            """)
        try db.insert(
            "INSERT INTO duplicate_pairs (register, left_record, right_record, permille, is_likely, evidence)",
            rows: pairs.map {
                [
                    .text(register.text), $0.left.stored, $0.right.stored, .integer($0.permille),
                    .integer($0.isLikely ? 1 : 0), .text($0.stored),
                ]
            })
    }

    /// The last one of a register, with the pairs of which somebody within the scope has at least one and nobody has said yet what they
    /// are; `nil` before the first.
    static func last(
        of definition: Definition, within scope: Scope, _ db: Transaction
    ) throws -> (scan: DuplicateScan, units: [RecordID: OrganisationID])? {
        let links = try RecordLinks.all(of: definition.key, db)
        var units: [RecordID: OrganisationID] = [:]
        let pairs = try db.all(
            """
            SELECT l.unit, r.unit, p.left_record, p.right_record, p.permille, p.is_likely, p.evidence
            FROM duplicate_pairs AS p JOIN \(name: definition.table) AS l ON l.id = p.left_record
            JOIN \(name: definition.table) AS r ON r.id = p.right_record
            WHERE p.register = \(definition.key.text) AND l.removed IS NULL AND r.removed IS NULL
                AND (\(scope.condition("l.unit")) OR \(scope.condition("r.unit")))
            ORDER BY p.permille DESC, p.left_record, p.right_record
            """
        ) { fields in
            let (left, right): (OrganisationID, OrganisationID) = (try fields.next(), try fields.next())
            let pair = try Pair(&fields)
            (units[pair.left], units[pair.right]) = (left, right)
            return pair
        }.filter { !links.areSettled(Int64($0.left.rawValue), Int64($0.right.rawValue)) }
        return try db.first("SELECT at, until, records FROM duplicate_scans WHERE register = \(definition.key.text)") {
            DuplicateScan(
                register: definition.key, at: try $0.next(), until: try $0.next(), records: try $0.next(), pairs: pairs)
        }.map { (scan: $0, units: units) }
    }

    /// How many records of the register were recorded or changed since.
    func changes(_ db: Transaction) throws -> Int {
        try db.value(
            """
            SELECT COUNT(DISTINCT j.subject) FROM journal AS j JOIN records AS r ON r.id = j.subject
            WHERE j.id > \(until) AND j.subject_kind = 'record' AND r.register = \(register.text)
            """) ?? 0
    }
}
