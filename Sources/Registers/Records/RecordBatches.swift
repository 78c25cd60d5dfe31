package import Office
package import Storage

/// Names many records that were recorded or changed in one go, so that this can be undone in one go.
package struct BatchID: RawRepresentable, Hashable, Sendable, Storable {
    /// The key of its row.
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }
}

extension Journal.Subject {
    /// Many records that were recorded or changed in one go.
    static func batch(_ id: BatchID) -> Self { Self("batch", id.rawValue) }
}

/// What was done in one go, as it is shown.
struct RecordBatch: Sendable {
    let id: BatchID
    /// The line of the journal of it: who did it, and when.
    let entry: Int
    /// How many records were recorded and changed.
    let created: Int
    let changed: Int
    /// Whether it was undone.
    let isUndone: Bool
}

extension RecordBook {
    /// Begins a batch; its records follow by ``add(_:to:row:before:_:)`` in the same transaction.
    func beginBatch(_ action: String, _ facts: Facts, by act: Act, _ db: Transaction) throws -> BatchID {
        let id = BatchID(rawValue: try db.value("SELECT COALESCE(MAX(id), 0) + 1 FROM record_batches", Int.self) ?? 1)
        let entry = try Journal.record(action, of: .batch(id), after: facts, by: act, db)
        try db.run(
            "INSERT INTO record_batches (id, register, entry) VALUES (\(id), \(definition.key.text), \(entry))")
        return id
    }

    /// Notes what was done to a record within a batch.
    /// - Parameter before: The record before; `nil` where it is new.
    func add(_ record: RecordID, to batch: BatchID, row: Int?, before: Record?, _ db: Transaction) throws {
        let version = try db.value(
            "SELECT version FROM \(name: definition.table) WHERE id = \(record)", Int.self)
        try db.run(
            """
            INSERT INTO record_batch_records (batch, record, file_row, before_version, before_state, version)
            VALUES (\(batch), \(record), \(row), \(before?.version), \(before?.state.text), \(version))
            """)
    }

    /// A batch of this register; `nil` where there is none.
    func batch(_ id: BatchID, _ db: Transaction) throws -> RecordBatch? {
        let found = try db.first(
            """
            SELECT entry, (SELECT COUNT(*) FROM record_batch_undoings AS u WHERE u.batch = b.id)
            FROM record_batches AS b WHERE id = \(id) AND register = \(definition.key.text)
            """
        ) { (try $0.next(Int.self), try $0.next(Int.self)) }
        guard let (entry, undoings) = found else { return nil }
        let counts = try db.first(
            "SELECT COUNT(*), COUNT(before_version) FROM record_batch_records WHERE batch = \(id)"
        ) { (try $0.next(Int.self), try $0.next(Int.self)) }
        let (all, changed) = counts ?? (0, 0)
        return RecordBatch(
            id: id, entry: entry, created: all - changed, changed: changed, isUndone: undoings > 0)
    }

    /// Undoes a batch: records that it made are removed, others say again what they said and stand where they stood. Those that were
    /// changed since stay as they are.
    /// - Parameter scope: The units for which may be recorded.
    /// - Returns: How many were undone, and how many stay.
    /// - Throws: ``Refusal`` where it was undone already, or there is none of which all may be changed.
    @discardableResult
    package func undo(
        _ batch: BatchID, within scope: Scope, by act: Act, _ db: Transaction
    ) throws -> (undone: Int, left: Int) {
        guard let known = try self.batch(batch, db) else { throw Refusal("batch.not-there") }
        if known.isUndone { throw Refusal("batch.undone-already") }
        let rows = try db.all(
            """
            SELECT record, before_version, before_state, version FROM record_batch_records
            WHERE batch = \(batch) ORDER BY record DESC
            """
        ) { fields in
            (
                id: try fields.next(RecordID.self), before: try fields.next(Int?.self),
                state: try fields.next(String?.self), version: try fields.next(Int.self)
            )
        }
        var undone = 0
        for row in rows {
            guard let (record, content) = try stored(row.id, db) else { continue }
            guard scope.contains(record.unit) else { throw Refusal("record.unit-outside") }
            guard !record.isRemoved, record.version == row.version else { continue }
            if let before = row.before {
                try goBack(record, content, to: before, state: row.state, within: scope, by: act, db)
            } else {
                try setRemoved(true, record, nil, "record.create.undo", by: act, db)
            }
            undone += 1
        }
        let left = rows.count - undone
        let entry = try Journal.record(
            "batch.undo", of: .batch(batch), after: ["undone": undone, "left": left], by: act, db)
        try db.run("INSERT INTO record_batch_undoings (batch, entry) VALUES (\(batch), \(entry))")
        return (undone, left)
    }

    /// A record says again what it said before a version, and stands where it stood.
    private func goBack(
        _ record: Record, _ content: StoredContent, to version: Int, state: String?, within scope: Scope, by act: Act,
        _ db: Transaction
    ) throws {
        var record = record
        let text = try db.first(
            "SELECT before FROM record_changes WHERE record = \(record.id) AND version = \(version)"
        ) { try $0.next(String?.self) }
        if let text {
            guard let text else { throw Refusal("record.undo-erased") }
            let before = try StoredContent(json: text)
            guard before.fields.keys.allSatisfy({ definition[$0] != nil }) else {
                throw Refusal("record.undo-definition")
            }
            var checks = RecordChecks(definition, record.id, db)
            try checks.checkUnique(content.fields.merging(before.fields) { $1 }, changed: Set(before.fields.keys))
            try checks.finish()
            try put(before, over: content, of: record, "record.change.undo", within: scope, by: act, db)
            record = try stored(record.id, db)?.0 ?? record
        }
        if let key = state.flatMap({ Key($0) }), key != record.state {
            guard definition.state(key) != nil else { throw Refusal("record.undo-definition") }
            try step(record, "undo", to: key, on: nil, nil, "record.move.undo", by: act, db)
        }
    }
}
