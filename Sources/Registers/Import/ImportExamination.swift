import Office
import Storage
import Vietnamese
import Web
import Wording

/// Finds out what taking in a table would do: each row is read, matched with the record that it is about, and looked at as a draft of a form
/// is. Nothing is written.
struct ImportExamination {
    let table: ImportTable
    /// Whose work new records are where the table does not say.
    let unit: OrganisationID
    /// Whether that unit was asked for, and is not just that of who asks.
    let isUnitAsked: Bool
    let db: Transaction
    private(set) var request: RegisterRequest
    private var reading: CellReading
    /// Records that rows before are about, by row: two rows cannot change one record.
    var rowOfRecord: [RecordID: Int] = [:]
    /// What rows before say where it must be there once, and all they say.
    var rowOfUnique: [[String]: Int] = [:]
    var rowOfDraft: [String: Int] = [:]

    var definition: Definition { request.definition }
    var book: RecordBook { request.book }
    var scope: Scope { request.call.scope(.record) }

    init(
        _ table: ImportTable, unit: OrganisationID, isUnitAsked: Bool, _ request: RegisterRequest, _ db: Transaction
    ) {
        self.table = table
        self.unit = unit
        self.isUnitAsked = isUnitAsked
        self.request = request
        self.db = db
        reading = CellReading(request, year: table.year, db)
    }

    /// What would be done with each row.
    mutating func preview() throws -> ImportPreview {
        let (rows, unknown) = table.rows(definition)
        let numbered = try records(Set(rows.compactMap { $0.recordID }))
        try request.writing.learn(
            numbered.values.map(\.content), definition.fields.filter { table.fields.contains($0.key) },
            request.definitions, db)
        reading = CellReading(request, year: table.year, db)
        var found = unknown.map {
            ImportPreview.Row(number: $0, outcome: .bad([.init(column: nil, message: Message("import.no-group"))]))
        }
        for row in rows {
            found.append(ImportPreview.Row(number: row.number, outcome: try outcome(row, numbered)))
        }
        return ImportPreview(table, found.sorted { $0.number < $1.number })
    }

    private mutating func outcome(
        _ row: ImportRow, _ numbered: [RecordID: Record]
    ) throws -> ImportPreview.Outcome {
        var problems: [ImportPreview.Problem] = []
        var record: Record?
        if !row.record.isEmpty {
            record = row.recordID.flatMap { numbered[$0] }
            if record == nil {
                problems.append(problem("register.code", "import.no-record", ["text": row.record]))
                return .bad(problems)
            }
        }
        let state = state(row, &problems)
        let owner = owner(row, &problems)
        let read = try draft(row, record, &problems)
        guard problems.isEmpty else { return .bad(problems) }
        do {
            if let record { return try change(record, row, read, state, owner, isNumbered: true) }
            if let outcome = try uniqueRecord(row, read, state, owner) { return outcome }
            return try addition(row, read, state, owner)
        } catch let wrong as RecordProblems {
            return .bad(
                wrong.problems.map {
                    .init(column: name(of: $0.field), message: hiding($0.message, definition[$0.field]))
                })
        } catch let refusal as Refusal {
            return .bad([.init(column: nil, message: refusal.message)])
        }
    }

    // MARK: What a row says

    /// The fields that are filled, and those that have a column and are empty.
    struct Read {
        var draft = RecordDraft()
        var blank: Set<Key> = []
        /// As the file writes it.
        var shown: [Key: String] = [:]
    }

    private mutating func draft(
        _ row: ImportRow, _ record: Record?, _ problems: inout [ImportPreview.Problem]
    ) throws -> Read {
        var read = Read()
        for field in definition.fields {
            guard let said = row.fields[field.key], field.kind != .file else { continue }
            do {
                let value = try reading.value(
                    said.text, exact: said.exact, currency: said.currency.flatMap { $0.isEmpty ? nil : $0 }, field,
                    current: record?.content.values[field.key])
                guard let value else {
                    read.blank.insert(field.key)
                    continue
                }
                read.draft.values[field.key] = value
                if case .record = value {
                    read.shown[field.key] = said.text
                } else {
                    read.shown[field.key] = request.writing.text(value, field)
                }
                if field.isPrivate { read.shown[field.key] = RecordBook.hidden }
            } catch let misread as Misread {
                problems.append(.init(column: heading(field), message: hiding(misread.message, field)))
            }
        }
        return read
    }

    private func state(_ row: ImportRow, _ problems: inout [ImportPreview.Problem]) -> Key? {
        guard !row.state.isEmpty else { return nil }
        let words = row.state.soughtWords
        let state = definition.states.first {
            [$0.names.vi.soughtWords, $0.names.en.soughtWords, $0.key.text.soughtWords].contains(words)
        }
        if state == nil {
            let known = definition.states.map { request.name($0.names) }.joined(separator: "; ")
            problems.append(problem("register.state", "import.no-choice", ["text": row.state, "known": known]))
        }
        return state?.key
    }

    /// The unit that the row names, where the register has no field for it.
    private func owner(_ row: ImportRow, _ problems: inout [ImportPreview.Problem]) -> OrganisationID? {
        guard !row.unit.isEmpty else { return nil }
        if let unit = request.unit(named: row.unit) { return unit }
        problems.append(problem("register.unit", "register.no-unit", ["text": row.unit]))
        return nil
    }

    func problem(_ column: String, _ key: String, _ values: [String: String]) -> ImportPreview.Problem {
        .init(column: request.words(column), message: Message(key, values))
    }

    func heading(_ field: FieldDefinition) -> String {
        table.columns.first { $0.fields.contains(field.key) }?.heading ?? request.name(field.names)
    }

    private func name(of key: Key) -> String {
        definition[key].map { heading($0) } ?? definition.lines(key).map { request.name($0.names) } ?? key.text
    }

    /// What is private of a row is told nobody again.
    private func hiding(_ message: Message, _ field: FieldDefinition?) -> Message {
        guard field?.isPrivate == true, message.values["text"] != nil else { return message }
        return Message(message.key, message.values.merging(["text": RecordBook.hidden]) { $1 })
    }
}

extension ImportRow {
    /// The number of the record that it names: "123", "#123".
    fileprivate var recordID: RecordID? {
        Int(record.filter { $0 != "#" && $0 != "." && !$0.isWhitespace }).map { RecordID(rawValue: $0) }
    }
}

extension RegisterRequest {
    /// The unit that is called so.
    func unit(named text: String) -> OrganisationID? {
        if text == call.seat.unit.name { return OrganisationID(rawValue: call.seat.unit.id) }
        let near = call.directory.suggestions(for: text, on: call.day, within: call.home, limit: 5)
        let same = near.filter { writing.unit($0).soughtWords == text.soughtWords }
        return same.count == 1 ? same[0] : near.count == 1 ? near[0] : nil
    }
}
