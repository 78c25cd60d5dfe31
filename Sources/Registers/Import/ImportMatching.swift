import Office
import Storage
import Web
import Wording

/// Which record a row is about, and what would become of it.
extension ImportExamination {
    func records(_ ids: Set<RecordID>) throws -> [RecordID: Record] {
        var found: [RecordID: Record] = [:]
        let sorted = ids.sorted()
        for start in stride(from: 0, to: sorted.count, by: 500) {
            var list = RecordList()
            let part = Array(sorted[start..<min(start + 500, sorted.count)])
            (list.query.among, list.limit) = (part, part.count)
            for record in try book.list(list, within: scope, db).records { found[record.id] = record }
        }
        return found
    }

    /// What becomes of a row that says the same as a record where that must be there once: it is about that record. `nil` where there is
    /// none.
    mutating func uniqueRecord(
        _ row: ImportRow, _ read: Read, _ state: Key?, _ owner: OrganisationID?
    ) throws -> ImportPreview.Outcome? {
        let groups =
            definition.fields.filter(\.isUnique).map { [$0] }
            + definition.unique.map { $0.compactMap { definition[$0] } }
        for fields in groups {
            let cells = try book.soughtCells(read.draft, fields)
            guard let condition = definition.sameCondition(fields, cells) else { continue }
            let found = try db.first("SELECT id, unit FROM \(name: definition.table) WHERE \(condition)") {
                (try $0.next(RecordID.self), try $0.next(OrganisationID.self))
            }
            if let (id, unit) = found, scope.contains(unit), let record = try records([id])[id] {
                return try change(record, row, read, state, owner, isNumbered: false)
            }
            let said = fields.map { "\($0.key)=\(read.draft.values[$0.key].flatMap { $0?.plain(places: 6) } ?? "")" }
            if let earlier = rowOfUnique[said], rowOfDraft[key(read)] == nil {
                return .bad([
                    .init(
                        column: fields.last.map { heading($0) },
                        message: Message("import.row-twice", ["row": "\(earlier)"]))
                ])
            }
            rowOfUnique[said] = rowOfUnique[said] ?? row.number
        }
        return nil
    }

    private func key(_ read: Read) -> String { read.draft.text }

    // MARK: A record that is there

    mutating func change(
        _ record: Record, _ row: ImportRow, _ read: Read, _ state: Key?, _ owner: OrganisationID?, isNumbered: Bool
    ) throws -> ImportPreview.Outcome {
        if let earlier = rowOfRecord.updateValue(row.number, forKey: record.id) {
            if rowOfDraft[key(read)] == earlier { return .repeats(row: earlier) }
            return .bad([.init(column: nil, message: Message("import.record-twice", ["row": "\(earlier)"]))])
        }
        rowOfDraft[key(read)] = rowOfDraft[key(read)] ?? row.number
        if let owner, owner != record.unit {
            return .bad([problem("register.unit", "import.unit-stays", [:])])
        }
        var draft = RecordDraft()
        for (key, value) in read.draft.values
        where definition[key]?.isPrivate == true || record.content.values[key] != value {
            draft.values.updateValue(value, forKey: key)
        }
        // What is empty in a row that names its record is empty then; a private field never.
        if isNumbered {
            for key in read.blank where record.content.values[key] != nil { draft.values.updateValue(nil, forKey: key) }
        }
        let move = try move(record, to: state, filling: draft)
        guard !draft.values.isEmpty || move != nil else { return .same(record.id) }
        let changes =
            draft.values.isEmpty
            ? StoredContent()
            : try book.changes(of: record.id, draft, version: record.version, within: scope, db).changes
        guard !changes.isEmpty || move != nil else { return .same(record.id) }
        draft.values = draft.values.filter { changes.fields[$0.key] != nil }
        var differences = definition.fields.filter { draft.values[$0.key] != nil }.map { field in
            let before = record.content.values[field.key].map { request.hidden(request.writing.text($0, field), field) }
            let sealed = record.content.sealed.contains(field.key) ? RecordBook.hidden : ""
            return ImportPreview.Difference(
                name: request.name(field.names), before: before ?? sealed, after: read.shown[field.key] ?? "")
        }
        if let move, let now = definition.state(record.state), let then = definition.state(move.to) {
            differences.append(
                .init(
                    name: request.words("register.state"), before: request.name(now.names),
                    after: request.name(then.names)))
        }
        return .change(
            .init(
                record: record, title: definition.title(record, request.writing), draft: draft, move: move?.key,
                differences: differences))
    }

    /// The step that leads a record to the state of its row.
    private func move(_ record: Record, to state: Key?, filling draft: RecordDraft) throws -> Move? {
        guard let state, state != record.state else { return nil }
        let moves = definition.moves.filter {
            $0.from.contains(record.state) && $0.to == state && $0.isOpen(to: request.call.seat.position.role)
        }
        guard request.call.scope(.decide).contains(record.unit), let move = moves.first else {
            throw Refusal("import.no-move", ["state": definition.state(state).map { request.name($0.names) } ?? ""])
        }
        var filled = try book.stored(record.id, db)?.1.filled ?? []
        for (key, value) in draft.values { if value == nil { filled.remove(key) } else { filled.insert(key) } }
        try book.checkRequired(move, of: record.id, filled: filled, db)
        return move
    }

    // MARK: A new record

    mutating func addition(
        _ row: ImportRow, _ read: Read, _ state: Key?, _ owner: OrganisationID?
    ) throws -> ImportPreview.Outcome {
        var draft = read.draft
        let unit = owner ?? self.unit
        var shown = read.shown
        if let field = definition.display.unit, draft.values[field] == nil {
            draft.values[field] = .unit(unit)
            shown[field] = request.writing.unit(unit)
        }
        if let earlier = rowOfDraft[key(read)] { return .repeats(row: earlier) }
        // A form that names no unit is about the records of any, unless one is asked for.
        if let same = try identical(isUnitAsked ? draft : read.draft, read.blank, state) {
            rowOfDraft[key(read)] = row.number
            return .same(same)
        }
        let checked = try book.checked(draft, unit: unit, within: scope, by: request.call.act, db)
        if let state, state != definition.firstState {
            guard request.call.scope(.decide).contains(checked.unit) else { throw Refusal("record.move-closed") }
            let filled = Set(checked.draft.values.filter { $0.value != nil }.keys)
            try book.checkBeginning(in: state, as: request.call.seat.position.role, filled: filled, db)
        }
        rowOfDraft[key(read)] = row.number
        return .add(
            .init(
                draft: draft, unit: unit, state: state == definition.firstState ? nil : state, shown: shown,
                namesake: try namesake(draft)))
    }

    /// A record that is called the same, though it says something else.
    private func namesake(_ draft: RecordDraft) throws -> RecordID? {
        guard let field = definition[definition.display.title], !field.isPrivate, let sort = field.sortColumn,
            let value = draft.values[field.key], let place = field.columns.firstIndex(where: { $0.name == sort }),
            let first = field.columns.first
        else { return nil }
        let cells = field.cells(value)
        return try db.value(
            """
            SELECT id FROM \(name: definition.table) WHERE removed IS NULL AND \(name: sort) = \(cells[place])
            AND \(name: first.name) = \(cells[0]) AND \(scope.condition("unit")) ORDER BY id DESC LIMIT 1
            """)
    }

    /// A record that says all that a draft does, and nothing where the row is empty.
    private func identical(_ draft: RecordDraft, _ blank: Set<Key>, _ state: Key?) throws -> RecordID? {
        var conditions: [Query] = ["removed IS NULL"]
        if scope != .everything { conditions.append(scope.condition("unit")) }
        if let state { conditions.append("state = \(state.text)") }
        let fields = definition.fields.filter {
            draft.values[$0.key] != nil && $0.equalityColumn != nil && !$0.hasTable
        }
        let cells = try book.soughtCells(draft, fields)
        for field in fields {
            guard let own = cells[field.key] else { continue }
            for (column, cell) in zip(field.columns, own) where column.name == field.equalityColumn {
                conditions.append("\(name: column.name) = \(cell)")
            }
            // The list's index of titles finds it at once.
            if field.key == definition.display.title, let sort = field.sortColumn,
                let place = field.columns.firstIndex(where: { $0.name == sort }), sort != field.equalityColumn
            {
                conditions.append("\(name: sort) = \(own[place])")
            }
        }
        let near: [RecordID] = try db.all(
            """
            SELECT id FROM \(name: definition.table) WHERE \(Query(joining: conditions, " AND ")) ORDER BY id LIMIT 20
            """
        ) { try $0.next() }
        guard !near.isEmpty else { return nil }
        return try records(Set(near)).values.sorted { $0.id < $1.id }.first { record in
            let isFilledMore = blank.contains { key in
                record.content.values[key] != nil && definition[key]?.standard == nil
                    && key != definition.display.unit || record.content.sealed.contains(key)
            }
            guard !isFilledMore else { return false }
            do {
                return try book.changes(of: record.id, draft, version: record.version, within: scope, db).changes
                    .isEmpty
            } catch is RecordProblems {
                return false
            } catch is Refusal {
                return false
            }
        }?.id
    }
}
