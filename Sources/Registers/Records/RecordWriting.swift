package import Office
package import Storage
import Wording
import WorkCalendar

extension RecordBook {
    /// Records something new.
    /// - Parameters:
    ///   - unit: Whose work it is where the register has no field for that, or it is not filled: that of who acts, where none is given.
    ///   - scope: The units for which may be recorded.
    /// - Throws: ``RecordProblems`` with all that is wrong with the draft; ``Refusal`` where it cannot be recorded at all.
    @discardableResult
    package func create(
        _ draft: RecordDraft, unit: OrganisationID? = nil, origin: Record.Origin = .typed, within scope: Scope,
        by act: Act, _ db: Transaction
    ) throws -> RecordID {
        let (draft, unit) = try checked(draft, unit: unit, within: scope, by: act, db)
        let id = RecordID(rawValue: try db.insert("INSERT INTO records (register) VALUES (\(definition.key.text))"))
        let content = try stored(draft, after: StoredContent(), id)
        let head: [EngineColumn: Value] = [
            .id: id.stored, .unit: unit.stored, .state: .text(definition.firstState.text), .version: .integer(1),
            .origin: origin.stored, .recordedBy: act.actor.position.stored, .recordedAt: act.at.stored,
        ]
        try insertRow(head, content, db)
        try writeTables(content, of: id, db)
        try index(id, db)
        try Journal.record("record.create", of: .record(id), after: facts(content), by: act, db)
        try settle(id, after: nil, by: act, db)
        return id
    }

    /// A draft of a new record, looked at as a whole: with what a new record has where nothing is said, and whose work it is.
    /// - Throws: as ``create(_:unit:origin:within:by:_:)``.
    func checked(
        _ draft: RecordDraft, unit: OrganisationID?, within scope: Scope, by act: Act, _ db: Transaction
    ) throws -> (draft: RecordDraft, unit: OrganisationID) {
        let draft = withStandards(draft, on: act)
        let unit = try owner(draft, unit, act)
        guard scope.contains(unit) else { throw Refusal("record.unit-outside") }
        var checks = RecordChecks(definition, nil, db)
        try check(draft, after: StoredContent(), &checks)
        let once = definition.fieldsThereOnce
        try checks.checkUnique(soughtCells(draft, once), changed: Set(once.map(\.key)))
        try checks.finish()
        return (draft, unit)
    }

    /// What equal values of these fields are found by: that does not depend on the record.
    func soughtCells(_ draft: RecordDraft, _ fields: [FieldDefinition]) throws -> [Key: Cells] {
        try fields.reduce(into: [:]) { cells, field in
            guard let value = draft.values[field.key] else { return }
            cells[field.key] = try self.cells(value, of: field, in: definition.table, RecordID(rawValue: 0))
        }
    }

    /// Changes what a record says.
    /// - Parameters:
    ///   - version: The one that was read: where another was faster, nothing is changed.
    ///   - scope: The units for which may be recorded.
    /// - Returns: The version it has now; the same where the draft changes nothing.
    /// - Throws: as ``create(_:unit:origin:within:by:_:)``.
    @discardableResult
    package func change(
        _ id: RecordID, _ draft: RecordDraft, version: Int, within scope: Scope, by act: Act, _ db: Transaction
    ) throws -> Int {
        let (record, old, content) = try changes(of: id, draft, version: version, within: scope, db)
        guard !content.isEmpty else { return record.version }
        try put(content, over: old, of: record, "record.change", within: scope, by: act, db)
        return record.version + 1
    }

    /// What a draft would change, looked at as a whole.
    /// - Throws: as ``change(_:_:version:within:by:_:)``.
    func changes(
        of id: RecordID, _ draft: RecordDraft, version: Int, within scope: Scope, _ db: Transaction
    ) throws -> (record: Record, old: StoredContent, changes: StoredContent) {
        let (record, old) = try forChange(id, version: version, within: scope, db)
        var checks = RecordChecks(definition, id, db)
        try check(draft, after: old, &checks)
        let content = try changes(from: old, to: stored(draft, after: old, id), of: id)
        if !content.isEmpty {
            try checks.checkUnique(old.fields.merging(content.fields) { $1 }, changed: Set(content.fields.keys))
        }
        try checks.finish()
        if let unit = try unit(of: content), !scope.contains(unit) { throw Refusal("record.unit-outside") }
        return (record, old, content)
    }

    /// Puts content in the place of what stands there, with the row from which that can be undone, and its line in the journal.
    func put(
        _ content: StoredContent, over old: StoredContent, of record: Record, _ action: String,
        within scope: Scope, by act: Act, _ db: Transaction
    ) throws {
        let before = StoredContent(
            fields: old.fields.filter { content.fields[$0.key] != nil },
            lines: old.lines.filter { content.lines[$0.key] != nil })
        var head: [EngineColumn: Value] = [.version: .integer(record.version + 1)]
        if let unit = try unit(of: content) {
            guard scope.contains(unit) else { throw Refusal("record.unit-outside") }
            head[.unit] = unit.stored
        }
        try updateRow(record.id, head, content, db)
        try writeTables(content, of: record.id, db)
        try index(record.id, db)
        let entry = try Journal.record(
            action, of: .record(record.id), before: facts(before), after: facts(content), by: act, db)
        try db.run(
            """
            INSERT INTO record_changes (record, version, before, entry)
            VALUES (\(record.id), \(record.version), \(before.json()), \(entry))
            """)
        try settle(record.id, after: self.content(old.fields, definition.fields), by: act, db)
    }

    /// A record that somebody may change, as it stands.
    /// - Throws: ``Refusal`` where there is none within the scope, it was removed, or it is not the version that was read.
    func forChange(
        _ id: RecordID, version: Int, within scope: Scope, allowingRemoved: Bool = false, _ db: Transaction
    ) throws -> (Record, StoredContent) {
        guard let (record, content) = try stored(id, db), scope.contains(record.unit) else {
            throw Refusal("record.not-there")
        }
        try Self.checkNotErased(id, db)
        if record.isRemoved, !allowingRemoved { throw Refusal("record.removed") }
        guard record.version == version else { throw Refusal("record.changed-since") }
        return (record, content)
    }

    // MARK: The draft

    private func withStandards(_ draft: RecordDraft, on act: Act) -> RecordDraft {
        var draft = draft
        for field in definition.fields where draft.values[field.key] == nil {
            if let value = field.standardValue(on: act.day) { draft.values[field.key] = value }
        }
        for lines in definition.lines {
            for index in draft.lines[lines.key]?.indices ?? 0..<0 where draft.lines[lines.key]?[index].id == nil {
                for field in lines.fields where draft.lines[lines.key]?[index].values[field.key] == nil {
                    draft.lines[lines.key]?[index].values[field.key] = field.standardValue(on: act.day)
                }
            }
        }
        return draft
    }

    /// Whose work a new record is.
    private func owner(_ draft: RecordDraft, _ given: OrganisationID?, _ act: Act) throws -> OrganisationID {
        if let key = definition.display.unit, case .unit(let unit)?? = draft.values[key] { return unit }
        guard let unit = given ?? act.actor.unit else { throw Refusal("record.no-unit") }
        return unit
    }

    /// Whose work it is after a change; `nil` where that stays.
    private func unit(of content: StoredContent) throws -> OrganisationID? {
        guard let key = definition.display.unit, let field = definition[key], let cells = content.fields[key],
            case .unit(let unit)? = try field.value(of: cells)
        else { return nil }
        return unit
    }

    private func check(_ draft: RecordDraft, after old: StoredContent, _ checks: inout RecordChecks) throws {
        let emptied = Set(draft.values.filter { $0.value == nil }.keys)
        let filled = Set(old.fields.filter { $0.value.isFilled }.keys).subtracting(emptied)
        try checks.check(draft.values.compactMapValues(\.self), filled: filled, of: definition.fields)
        for (key, drafts) in draft.lines.sorted(by: { $0.key < $1.key }) {
            guard let lines = definition.lines(key) else {
                checks.add(key, Message("record.unknown-field"))
                continue
            }
            for (index, draft) in drafts.enumerated() {
                let before = old.lines[key]?.first { $0.id == draft.id && draft.id != nil }
                if draft.id != nil, before == nil { checks.add(key, Message("record.line-gone"), at: (key, index)) }
                // Private fields of a line that are not named stay.
                let kept = lines.fields.filter { $0.isPrivate && before?.fields[$0.key]?.isFilled == true }.map(\.key)
                try checks.check(draft.values, filled: Set(kept), of: lines.fields, line: (key, index))
            }
        }
    }

    /// The draft as it will be stored.
    private func stored(_ draft: RecordDraft, after old: StoredContent, _ id: RecordID) throws -> StoredContent {
        var content = StoredContent()
        for field in definition.fields {
            guard let value = draft.values[field.key] else { continue }
            content.fields[field.key] = try cells(value, of: field, in: definition.table, id)
        }
        for lines in definition.lines {
            guard let drafts = draft.lines[lines.key] else { continue }
            content.lines[lines.key] = try drafts.map { draft in
                let before = old.lines[lines.key]?.first { $0.id == draft.id && draft.id != nil }
                var line = StoredContent.Line(id: draft.id, fields: [:])
                for field in lines.fields {
                    let kept = field.isPrivate && draft.values[field.key] == nil ? before?.fields[field.key] : nil
                    line.fields[field.key] =
                        try kept ?? cells(draft.values[field.key], of: field, in: definition.table(of: lines), id)
                }
                return line
            }
        }
        return content
    }

    /// What is not the same as before. A private value is sealed anew each time, so what is in it is compared.
    private func changes(
        from old: StoredContent, to new: StoredContent, of id: RecordID
    ) throws -> StoredContent {
        func isSame(_ field: FieldDefinition, _ before: Cells?, _ after: Cells, _ table: String) throws -> Bool {
            let before = before ?? []
            guard field.isPrivate, before.isFilled, after.isFilled else {
                return before == after || !before.isFilled && !after.isFilled
            }
            return try opened(before, of: field, in: table, id) == opened(after, of: field, in: table, id)
        }
        var changes = StoredContent()
        for field in definition.fields {
            guard let after = new.fields[field.key],
                try !isSame(field, old.fields[field.key], after, definition.table)
            else { continue }
            changes.fields[field.key] = after
        }
        for lines in definition.lines {
            guard let after = new.lines[lines.key] else { continue }
            let before = old.lines[lines.key] ?? []
            let table = definition.table(of: lines)
            let isSameAll =
                try before.count == after.count
                && zip(before, after).allSatisfy { before, after in
                    try before.id == after.id
                        && lines.fields.allSatisfy {
                            try isSame($0, before.fields[$0.key], after.fields[$0.key] ?? [], table)
                        }
                }
            if !isSameAll { changes.lines[lines.key] = after }
        }
        return changes
    }
}

extension FieldDefinition {
    fileprivate func standardValue(on day: Day) -> FieldValue? {
        switch standard {
        case .today: .date(.day(day))
        case .value(let value): value
        case nil: nil
        }
    }
}

extension Actor {
    /// The position that acts; `nil` for the system.
    var position: PositionID? {
        if case .holder(_, let position, _) = self { PositionID(rawValue: position.id) } else { nil }
    }

    /// The unit of who acts.
    var unit: OrganisationID? {
        if case .holder(_, _, let unit) = self { OrganisationID(rawValue: unit.id) } else { nil }
    }
}
