package import Office
package import Storage

extension RecordBook {
    /// Undoes what was last done to a record by doing the opposite: what a change replaced comes back, a step is gone back, what was
    /// removed is restored. Undoing again does it once more. A record to which nothing was done but recording it is removed.
    /// - Parameter scope: The units for which may be recorded.
    /// - Throws: ``Refusal`` as ``change(_:_:version:within:by:_:)``, and where the register has changed too much since.
    package func undo(_ id: RecordID, version: Int, within scope: Scope, by act: Act, _ db: Transaction) throws {
        let (record, content) = try forChange(id, version: version, within: scope, allowingRemoved: true, db)
        switch try last(of: id, db) {
        case .change(let before):
            let known = StoredContent(
                fields: before.fields.filter { definition[$0.key] != nil },
                lines: before.lines.filter { definition.lines($0.key) != nil })
            guard known == before else { throw Refusal("record.undo-definition") }
            var checks = RecordChecks(definition, id, db)
            try checks.checkUnique(
                content.fields.merging(before.fields) { $1 }, changed: Set(before.fields.keys))
            try checks.finish()
            try put(before, over: content, of: record, "record.change.undo", within: scope, by: act, db)
        case .move(let from):
            guard definition.state(from) != nil else { throw Refusal("record.undo-definition") }
            try step(record, "undo", to: from, on: nil, nil, "record.move.undo", by: act, db)
        case .removal:
            try setRemoved(!record.isRemoved, record, nil, "record.remove.undo", by: act, db)
        case nil:
            try setRemoved(true, record, nil, "record.create.undo", by: act, db)
        }
    }

    private enum Last {
        case change(before: StoredContent)
        case move(from: Key)
        case removal
    }

    /// What was done last to a record, after it was recorded.
    private func last(of id: RecordID, _ db: Transaction) throws -> Last? {
        let last = try db.first(
            """
            SELECT entry, 'change', before FROM record_changes WHERE record = \(id)
            UNION ALL SELECT entry, 'move', from_state FROM record_moves WHERE record = \(id)
            UNION ALL SELECT entry, 'removal', kind FROM record_removals WHERE record = \(id)
            ORDER BY 1 DESC LIMIT 1
            """
        ) { fields in
            (try fields.next(Int.self), try fields.next(String.self), try fields.next(String?.self))
        }
        guard let (_, kind, text) = last else { return nil }
        switch kind {
        case "change":
            // What was erased on request does not come back.
            guard let text else { throw Refusal("record.undo-erased") }
            return .change(before: try StoredContent(json: text))
        case "move": return .move(from: Key(unchecked: text ?? ""))
        default: return .removal
        }
    }
}
