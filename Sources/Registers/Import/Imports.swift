import Crypto
import Foundation
import Office
import Paper
import Storage
import WorkCalendar

/// A file with records that was brought, and what became of it.
struct RecordImport: Sendable {
    let id: Int
    /// As its bringer called it.
    let name: String
    let size: Int
    let came: Instant
    let account: AccountID
    let accountName: String
    let unit: OrganisationID
    let unitName: String
    /// What was done with it; `nil` where it was only looked at.
    let batch: BatchID?
}

/// Files with records: kept as they came, sealed where there are keys, for there may be private fields in them.
struct Imports: Sendable {
    let book: RecordBook

    /// The most rows of a file.
    static let mostRows = 5_000
    /// The largest file, in megabytes.
    static let megabytes = 10
    /// How long a file that was not taken in is kept, in days.
    private static let daysKept = 2

    private static let pieceLength = 1 << 18

    /// The parts of a file that are kept: itself, and its tables as they were read.
    private enum Part: String { case file, tables }

    // MARK: Keeping

    /// Keeps a file and its tables. Older ones that nobody took in go.
    func keep(_ bytes: [UInt8], name: String, _ grids: [Grid], by act: Act, _ db: Transaction) throws -> Int {
        guard case .holder(let account, _, let unit) = act.actor else { throw Refusal("import.nobody") }
        try forget(before: act.at.adding(seconds: -Self.daysKept * 86_400), db)
        let sum = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let id = try db.insert(
            """
            INSERT INTO record_imports (register, name, sha256, size, came, account, account_name, unit, unit_name, sealed)
            VALUES (\(book.definition.key.text), \(name), \(sum), \(bytes.count), \(act.at), \(account.id),
                \(account.name), \(unit.id), \(unit.name), \(book.keys == nil ? 0 : 1))
            """)
        try put(bytes, .file, of: id, db)
        try put(try Grid.json(grids), .tables, of: id, db)
        return id
    }

    private func forget(before: Instant, _ db: Transaction) throws {
        let old: [Int] = try db.all(
            """
            SELECT id FROM record_imports AS i WHERE came < \(before)
            AND NOT EXISTS (SELECT 1 FROM record_import_batches AS b WHERE b.import = i.id) LIMIT 100
            """
        ) { try $0.next() }
        guard !old.isEmpty else { return }
        try db.run("DELETE FROM record_import_pieces WHERE import IN (\(list: old))")
        try db.run("DELETE FROM record_imports WHERE id IN (\(list: old))")
    }

    /// Takes the files away that a record came from, or was changed by; what was done stays.
    static func eraseFiles(of record: RecordID, _ db: Transaction) throws {
        try db.run(
            """
            DELETE FROM record_import_pieces WHERE import IN (
                SELECT i.import FROM record_import_batches AS i JOIN record_batch_records AS r ON r.batch = i.batch
                WHERE r.record = \(record))
            """)
    }

    private func put(_ bytes: [UInt8], _ part: Part, of id: Int, _ db: Transaction) throws {
        for (number, start) in stride(from: 0, to: bytes.count, by: Self.pieceLength).enumerated() {
            let piece = Array(bytes[start..<min(start + Self.pieceLength, bytes.count)])
            let kept = try book.keys?.seal(piece, at: place(id, part, number)) ?? piece
            try db.run(
                """
                INSERT INTO record_import_pieces (import, part, number, bytes)
                VALUES (\(id), \(part.rawValue), \(number), \(kept))
                """)
        }
    }

    private func place(_ id: Int, _ part: Part, _ number: Int) -> String { "record_imports.\(part)/\(id)/\(number)" }

    // MARK: Finding

    private static let columns: Query =
        "i.id, i.name, i.size, i.came, i.account, i.account_name, i.unit, i.unit_name, b.batch"
    private static let tables: Query =
        "record_imports AS i LEFT JOIN record_import_batches AS b ON b.import = i.id"

    /// A file of this register.
    func one(_ id: Int, _ db: Transaction) throws -> RecordImport? {
        try db.first(
            """
            SELECT \(Self.columns) FROM \(Self.tables)
            WHERE i.id = \(id) AND i.register = \(book.definition.key.text)
            """
        ) { try RecordImport(&$0) }
    }

    /// The latest that were taken in, the newest first.
    /// - Parameter scope: The units whose people brought them.
    func latest(within scope: Scope, limit: Int = 20, _ db: Transaction) throws -> [RecordImport] {
        try db.all(
            """
            SELECT \(Self.columns) FROM \(Self.tables)
            WHERE i.register = \(book.definition.key.text) AND b.batch IS NOT NULL AND \(scope.condition("i.unit"))
            ORDER BY i.id DESC LIMIT \(limit)
            """
        ) { try RecordImport(&$0) }
    }

    /// Its tables as they were read.
    func grids(of id: Int, _ db: Transaction) throws -> [Grid] {
        try Grid.taken(from: try bytes(of: id, .tables, db))
    }

    /// Its bytes as they came.
    func file(of id: Int, _ db: Transaction) throws -> [UInt8] { try bytes(of: id, .file, db) }

    private func bytes(of id: Int, _ part: Part, _ db: Transaction) throws -> [UInt8] {
        let isSealed = try db.value("SELECT sealed FROM record_imports WHERE id = \(id)", Int.self) == 1
        let keys = isSealed ? try book.requiredKeys() : nil
        var bytes: [UInt8] = []
        var number = 0
        while let piece = try db.value(
            """
            SELECT bytes FROM record_import_pieces WHERE import = \(id) AND part = \(part.rawValue) AND number = \(number)
            """, [UInt8].self)
        {
            bytes += try keys?.open(bytes: piece, at: place(id, part, number)) ?? piece
            number += 1
        }
        return bytes
    }

    // MARK: Taking in

    /// Does what a preview says, rows that cannot be taken left out.
    /// - Parameter role: Of who takes in, for the states of records.
    /// - Throws: as recording does; then nothing was done.
    func take(
        _ preview: ImportPreview, of file: RecordImport, as role: Role?, within scope: Scope, by act: Act,
        _ db: Transaction
    ) throws -> BatchID {
        guard file.batch == nil else { throw Refusal("import.taken-already") }
        let facts: Facts = [
            "register": book.definition.key.text, "file": file.name, "added": preview.additions.count,
            "changed": preview.changes.count, "same": preview.sameCount, "left": preview.bad.count,
        ]
        let batch = try book.beginBatch("batch.import", facts, by: act, db)
        try db.run("INSERT INTO record_import_batches (import, batch) VALUES (\(file.id), \(batch))")
        for (number, addition) in preview.additions {
            let id = try book.create(
                addition.draft, unit: addition.unit, origin: .import, within: scope, by: act, db)
            if let state = addition.state {
                try book.begin(id, in: state, as: role, note: file.name, within: scope, by: act, db)
            }
            try book.add(id, to: batch, row: number, before: nil, db)
        }
        for (number, change) in preview.changes {
            let record = change.record
            let version = try book.change(
                record.id, change.draft, version: record.version, within: scope, by: act, db)
            if let move = change.move {
                try book.move(
                    record.id, move, as: role, note: file.name, version: version, within: scope, by: act, db)
            }
            try book.add(record.id, to: batch, row: number, before: record, db)
        }
        return batch
    }
}

// MARK: When keys change

extension Imports {
    /// The next file after another, and whether any piece of it is sealed with an older key than the newest; `nil` at the end.
    static func next(
        after last: Int, _ keys: KeyRing, _ db: Transaction
    ) throws -> (id: Int, isOld: Bool)? {
        guard
            let id: Int = try db.value(
                "SELECT id FROM record_imports WHERE id > \(last) AND sealed = 1 ORDER BY id LIMIT 1")
        else { return nil }
        var isOld = false
        try db.each("SELECT bytes FROM record_import_pieces WHERE import = \(id)") { row in
            if keys.isOld(try row.next([UInt8].self)) { isOld = true }
        }
        return (id, isOld)
    }

    /// Seals the pieces of a file with the newest key.
    func reseal(_ id: Int, _ db: Transaction) throws {
        for part in [Part.file, .tables] {
            let bytes = try self.bytes(of: id, part, db)
            try db.run("DELETE FROM record_import_pieces WHERE import = \(id) AND part = \(part.rawValue)")
            try put(bytes, part, of: id, db)
        }
    }
}

extension RecordImport {
    fileprivate init(_ fields: inout Fields) throws {
        id = try fields.next()
        name = try fields.next()
        size = try fields.next()
        came = try fields.next()
        account = try fields.next()
        accountName = try fields.next()
        unit = try fields.next()
        unitName = try fields.next()
        batch = try fields.next()
    }
}
