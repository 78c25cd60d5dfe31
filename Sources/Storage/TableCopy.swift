/// A database copied whole into an empty one, whatever their engines: how a backup is made and how it comes back.
package enum TableCopy {
    /// What was copied.
    package struct Summary: Hashable, Sendable {
        /// Tables, also those without rows.
        package internal(set) var tables = 0
        /// Rows of all tables.
        package internal(set) var rows = 0
    }

    /// The source could not be read; any other error is about the target.
    package struct SourceFailure: Error {
        /// Why.
        package let error: any Error
    }

    private enum Piece<Check: Sendable>: Sendable {
        /// Steps of the schema that the source has gone, and tables that its data declared.
        case steps([String], [Shape])
        case table(Table)
        case rows([[Value]])
        /// The end, and what the copy must show as well.
        case end(Check)
    }

    /// Copies every row, with its keys. The source is read on one unchanging picture while others write to it; the target is
    /// written in one transaction: all or nothing.
    /// - Parameters:
    ///   - migrations: The program's. The target gets the tables of the source's steps, which may be fewer.
    ///   - check: Something that must be the same of both, such as the state of a chain; it is asked within both transactions.
    ///   - finish: What else is done in the transaction of the target, after everything.
    /// - Throws: ``StorageError`` of kind `exists` where the target is not empty, of kind `damaged` where the copy is not like the
    ///   source; ``SourceFailure``.
    package static func copy<Check: Equatable & Sendable, Finish: Sendable>(
        from source: any Engine, into target: any Engine, _ migrations: [Migration],
        check: @escaping @Sendable (Transaction) throws -> Check,
        finish: @escaping @Sendable (Transaction) throws -> Finish
    ) async throws -> (summary: Summary, check: Check, finish: Finish) {
        let conveyor = Conveyor<Piece<Check>>(8)
        async let reading: Void = read(source, migrations, conveyor, check)
        do {
            let result = try await target.write { db in
                let (summary, found) = try write(conveyor, migrations, check, db)
                return (summary: summary, check: found, finish: try finish(db))
            }
            await reading
            return result
        } catch {
            conveyor.abandon()
            await reading
            throw error
        }
    }

    // MARK: The source

    private static func read<Check>(
        _ source: any Engine, _ migrations: [Migration], _ conveyor: Conveyor<Piece<Check>>,
        _ check: @escaping @Sendable (Transaction) throws -> Check
    ) async {
        do {
            try await source.read { db in
                try conveyor.send { give in
                    let steps = try Migration.applied(db)
                    guard !steps.isEmpty else { throw StorageError(.empty, "no tables") }
                    _ = try Migration.pending(migrations, db)
                    let tables = try Table.all(db)
                    let isShaped = tables.contains { $0.name == "shapes" }
                    try give(.steps(steps, isShaped ? Shape.all(db) : []))
                    for table in tables { try send(table, db, give) }
                    try give(.end(check(db)))
                }
            }
        } catch {
            // It failed before it gave anything, or has said so already.
            conveyor.end(.failure(SourceFailure(error: error)))
        }
    }

    private static func send<Check>(_ table: Table, _ db: Transaction, _ give: (Piece<Check>) throws -> Void) throws {
        try give(.table(table))
        var batch: [[Value]] = []
        var size = 0
        try table.rows(db) { row in
            batch.append(row)
            size += row.reduce(0) { $0 + $1.size }
            guard batch.count == 500 || size > 1_000_000 else { return }
            try give(.rows(batch))
            batch.removeAll(keepingCapacity: true)
            size = 0
        }
        if !batch.isEmpty { try give(.rows(batch)) }
    }

    // MARK: The target

    private static func write<Check: Equatable>(
        _ conveyor: Conveyor<Piece<Check>>, _ migrations: [Migration], _ check: (Transaction) throws -> Check,
        _ db: Transaction
    ) throws -> (Summary, Check) {
        guard try Migration.applied(db).isEmpty else { throw StorageError(.exists, "tables") }
        var counts: [Table: Int] = [:]
        var current: Table?
        var expected: Check?
        try conveyor.receive { take in
            while let piece = try take() {
                switch piece {
                case .steps(let steps, let shapes):
                    try makeTables(migrations.filter { steps.contains($0.id) }, shapes, db)
                case .table(let table):
                    current = table
                    counts[table] = 0
                case .rows(let rows):
                    guard let current else { continue }
                    try db.insert(current.insertion, rows: rows)
                    counts[current, default: 0] += rows.count
                case .end(let check): expected = check
                }
            }
        }
        try finishTables(counts, db)
        let found = try check(db)
        guard found == expected else { throw StorageError(.damaged, "\(found) is not \(expected as Any)") }
        return (Summary(tables: counts.count, rows: counts.values.reduce(0, +)), found)
    }

    /// Empty tables, without the rows that their steps brought: those of the source come in their place.
    private static func makeTables(_ migrations: [Migration], _ shapes: [Shape], _ db: Transaction) throws {
        _ = try Migration.apply(migrations, db)
        for shape in shapes { try shape.create(db) }
        for statement in db.dialect.postponeReferences { try db.run(statement) }
        for table in try Table.names(db) where table != "migrations" { try db.run("DELETE FROM \(name: table)") }
    }

    private static func finishTables(_ counts: [Table: Int], _ db: Transaction) throws {
        let tables = try Table.all(db)
        guard Set(tables.map(\.name)) == Set(counts.keys.map(\.name)) else {
            throw StorageError(.damaged, "other tables than those of its steps")
        }
        for (table, count) in counts {
            guard try db.value("SELECT COUNT(*) FROM \(name: table.name)") == count else {
                throw StorageError(.damaged, "\(table.name) has not all of its rows")
            }
        }
        for table in tables where table.isNumbered {
            if let statement = db.dialect.advanceIdentity(of: table.name) { _ = try db.value(statement, Value.self) }
        }
        for statement in db.dialect.checkReferences { try db.run(statement) }
        if tables.contains(where: { $0.name == "search_entries" }) { try Search.rebuild(db) }
    }
}
