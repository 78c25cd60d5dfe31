import Office
import Registers
import Storage
import WorkCalendar

extension DemonstrationRecords {
    /// Records all of them, by the system, each on its day.
    /// - Parameters:
    ///   - province: Whose units are named.
    ///   - definitions: The registers, as the database has them.
    ///   - keys: Of the private fields.
    /// - Returns: How many there are.
    @discardableResult
    func store(in province: OrganisationID, _ definitions: Definitions, keys: KeyRing, _ db: Transaction) throws -> Int
    {
        var references = References(of: province, try Organisations.directory(of: province, db))
        for record in records {
            guard let key = Key(record.register), let definition = definitions[key] else {
                throw Refusal("demonstration.record", ["register": record.register])
            }
            let book = RecordBook(definition, keys: keys)
            let act = Demonstration.act(on: record.recorded)
            let id = try book.create(
                try references.draft(record, definition), unit: try references.unit("Sở Ngoại vụ"),
                origin: .demonstration, within: .everything, by: act, db)
            for (made, move) in record.moves.enumerated() {
                guard let move = Key(move) else { continue }
                try book.move(id, move, as: nil, version: 1 + made, within: .everything, by: act, db)
            }
            try agree(id, book, number: references.count(of: record.register), by: act, db)
            references.note(id, of: record.register)
        }
        return records.count
    }
}

extension DemonstrationRecords {
    /// Most people agreed that one keeps in touch, every other to something more; one in twenty took it back, and one in fifteen was
    /// never asked.
    private func agree(_ id: RecordID, _ book: RecordBook, number: Int, by act: Act, _ db: Transaction) throws {
        guard book.asksConsent, number % 15 != 14 else { return }
        let bases: [RecordConsent.Basis] = [.paper, .letter, .spoken]
        let purposes = ["contact"] + (number % 2 == 0 ? ["network"] : []) + (number % 4 == 1 ? ["trade"] : [])
        for purpose in purposes {
            try book.consent(
                id, to: purpose, bases[number % 3], source: nil, from: act.day,
                until: number % 5 == 2 ? act.day.adding(years: 2) : nil, within: .everything, by: act, db)
        }
        guard number % 20 == 7 else { return }
        try book.withdrawConsent(id, to: "contact", within: .everything, by: act, db)
    }
}

/// What the invented records call by name: units, and records of before.
private struct References {
    private let province: OrganisationID
    private let directory: Directory
    private var units: [String: OrganisationID] = [:]
    private var records: [String: [RecordID]] = [:]

    init(of province: OrganisationID, _ directory: Directory) {
        self.province = province
        self.directory = directory
    }

    func count(of register: String) -> Int { records[register]?.count ?? 0 }

    mutating func note(_ id: RecordID, of register: String) { records[register, default: []].append(id) }

    mutating func unit(_ name: String) throws -> OrganisationID {
        if let known = units[name] { return known }
        guard case .one(let unit) = directory.match(name, on: Demonstration.today, within: province).outcome else {
            throw Refusal("demonstration.unit", ["name": name])
        }
        units[name] = unit
        return unit
    }

    mutating func draft(_ record: DemonstrationRecord, _ definition: Definition) throws -> RecordDraft {
        var draft = RecordDraft(try values(record.fields, definition.fields, record.register).mapValues { $0 })
        for (key, rows) in record.lines {
            guard let lines = Key(key).flatMap({ definition.lines($0) }) else {
                throw Refusal("demonstration.record", ["register": "\(record.register).\(key)"])
            }
            draft.lines[lines.key] = try rows.map { row in
                RecordDraft.Line(try values(row, lines.fields, "\(record.register).\(key)"))
            }
        }
        return draft
    }

    private mutating func values(
        _ texts: [String: String], _ fields: [FieldDefinition], _ place: String
    ) throws -> [Key: FieldValue] {
        var values: [Key: FieldValue] = [:]
        for (name, text) in texts {
            guard let field = fields.first(where: { $0.key.text == name }), let value = try value(text, field) else {
                throw Refusal("demonstration.record", ["register": "\(place).\(name)"])
            }
            values[field.key] = value
        }
        return values
    }

    private mutating func value(_ text: String, _ field: FieldDefinition) throws -> FieldValue? {
        switch field.kind {
        case .unit: return .unit(try unit(text))
        case .record:
            guard let register = field.register?.text, let number = Int(text.dropFirst()),
                let known = records[register], known.indices.contains(number - 1)
            else { return nil }
            return .record(known[number - 1])
        default: return FieldValue(plain: text, of: field)
        }
    }
}
