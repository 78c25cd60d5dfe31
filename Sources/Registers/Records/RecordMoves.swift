package import Office
package import Storage
import Wording
package import WorkCalendar

extension RecordBook {
    /// Moves a record to another state.
    /// - Parameters:
    ///   - role: Of who acts; `nil` for the system, to which every move is open.
    ///   - day: The day of it, as the paper says; today where none is given.
    ///   - note: The paper, or a reason.
    ///   - scope: The units for whose records may be decided.
    /// - Throws: ``Refusal`` where the move does not lead out of its state, the role may not take it, or it is not the version that was
    ///   read; ``RecordProblems`` with the fields that have to be filled before.
    package func move(
        _ id: RecordID, _ move: Key, as role: Role?, on day: Day? = nil, note: String? = nil, version: Int,
        within scope: Scope, by act: Act, _ db: Transaction
    ) throws {
        let (record, content) = try forChange(id, version: version, within: scope, db)
        guard let move = definition.moves.first(where: { $0.key == move }), move.from.contains(record.state) else {
            throw Refusal("record.no-move")
        }
        if let role, !move.isOpen(to: role) { throw Refusal("record.move-closed") }
        try checkRequired(move, of: id, filled: content.filled, db)
        try step(record, move.key.text, to: move.to, on: day, note, "record.move", by: act, db)
    }

    /// Whether a record could be moved so.
    func checkMove(_ move: Move, _ record: Record, as role: Role?, _ db: Transaction) throws {
        guard move.from.contains(record.state), let content = try stored(record.id, db)?.1 else {
            throw Refusal("record.no-move")
        }
        if let role, !move.isOpen(to: role) { throw Refusal("record.move-closed") }
        try checkRequired(move, of: record.id, filled: content.filled, db)
    }

    /// Whether all is filled that a move requires.
    func checkRequired(_ move: Move, of id: RecordID?, filled: Set<Key>, _ db: Transaction) throws {
        var checks = RecordChecks(definition, id, db)
        for key in move.requires where !filled.contains(key) { checks.add(key, Message("record.required-for-move")) }
        try checks.finish()
    }

    /// Puts a record that was just recorded into the state that it was in already: a delegation that came last year.
    /// - Parameters:
    ///   - role: Of who acts: one of the moves to that state must be open to it.
    ///   - note: Where that is known from.
    /// - Throws: as ``move(_:_:as:on:note:version:within:by:_:)``.
    package func begin(
        _ id: RecordID, in state: Key, as role: Role?, note: String? = nil, within scope: Scope, by act: Act,
        _ db: Transaction
    ) throws {
        guard let (record, content) = try stored(id, db), scope.contains(record.unit) else {
            throw Refusal("record.not-there")
        }
        guard record.version == 1, record.state == definition.firstState else { throw Refusal("record.no-move") }
        if state == record.state { return }
        try checkBeginning(in: state, as: role, filled: content.filled, db)
        try step(record, Self.beginning, to: state, on: nil, note, "record.move", by: act, db)
    }

    /// The move of a record that was past when it came to be recorded.
    static let beginning = "begin"

    /// Whether a new record may begin in a state: a move that leads there is open to the role, and what it requires is filled.
    func checkBeginning(in state: Key, as role: Role?, filled: Set<Key>, _ db: Transaction) throws {
        let moves = definition.moves.filter { $0.to == state && (role.map($0.isOpen) ?? true) }
        guard !moves.isEmpty else { throw Refusal("record.move-closed") }
        guard let move = moves.first, !moves.contains(where: { filled.isSuperset(of: $0.requires) }) else { return }
        try checkRequired(move, of: nil, filled: filled, db)
    }

    /// The row of a step from one state to another; the column of the record repeats it.
    func step(
        _ record: Record, _ move: String, to state: Key, on day: Day?, _ note: String?, _ action: String, by act: Act,
        _ db: Transaction
    ) throws {
        let entry = try Journal.record(
            action, of: .record(record.id), before: ["state": record.state.text],
            after: ["state": state.text, "note": noted(note)], by: act, db)
        try db.run(
            """
            INSERT INTO record_moves (record, move, from_state, to_state, day, note, entry)
            VALUES (\(record.id), \(move), \(record.state.text), \(state.text), \(day ?? act.day), \(note), \(entry))
            """)
        try updateRow(
            record.id, [.state: .text(state.text), .version: .integer(record.version + 1)], StoredContent(), db)
        try settle(record.id, after: self.record(record.id, within: .everything, db)?.content, by: act, db)
    }

    /// What the journal keeps of words about a record: in a confidential register only that there were some.
    private func noted(_ words: String?) -> String? {
        definition.isConfidential ? words.map { _ in Self.hidden } : words
    }

    // MARK: Removing

    /// Takes a record away: lists and figures have it no more, its history stays.
    /// - Throws: ``Refusal`` where other records refer to it.
    package func remove(
        _ id: RecordID, reason: String?, version: Int, within scope: Scope, by act: Act, _ db: Transaction
    ) throws {
        let (record, _) = try forChange(id, version: version, within: scope, db)
        try setRemoved(true, record, reason, "record.remove", by: act, db)
    }

    /// Brings back a record that was taken away.
    /// - Throws: ``RecordProblems`` where another has taken what must be there once.
    package func restore(
        _ id: RecordID, version: Int, within scope: Scope, by act: Act, _ db: Transaction
    ) throws {
        let (record, content) = try forChange(id, version: version, within: scope, allowingRemoved: true, db)
        guard record.isRemoved else { throw Refusal("record.not-removed") }
        var checks = RecordChecks(definition, id, db)
        try checks.checkUnique(content.fields, changed: Set(content.fields.keys))
        try checks.finish()
        try setRemoved(false, record, nil, "record.restore", by: act, db)
    }

    func setRemoved(
        _ isRemoved: Bool, _ record: Record, _ reason: String?, _ action: String, by act: Act, _ db: Transaction
    ) throws {
        let entry = try Journal.record(
            action, of: .record(record.id), after: noted(reason).map { ["reason": $0] }, by: act, db)
        try db.run(
            """
            INSERT INTO record_removals (record, kind, reason, entry)
            VALUES (\(record.id), \(isRemoved ? "removed" : "restored"), \(reason), \(entry))
            """)
        try updateRow(
            record.id, [.removed: isRemoved ? act.at.stored : .null, .version: .integer(record.version + 1)],
            StoredContent(), db)
        try index(record.id, db)
        try settle(record.id, after: self.record(record.id, within: .everything, db)?.content, by: act, db)
    }
}
