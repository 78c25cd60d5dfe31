import Office
import RegisterData
import Storage
import Testing
import WorkCalendar

@testable import Registers

/// Registers that the product comes with, at work in a new office.
enum ShippedBook {
    /// A register, with those that it refers to.
    static func open(_ register: Key, with others: [Key] = [], _ db: Transaction) throws -> RecordBook {
        let wanted = Set(([register] + others).map { "\($0).yaml" })
        try Definitions.install(files(wanted), by: Examples.act, db)
        try Examples.found(db)
        return RecordBook(try #require(try Definitions.current(db)[register]), keys: try KeyRing(Examples.keyFile))
    }
}

extension ShippedBook {
    /// These files, with what they share.
    static func files(_ wanted: Set<String>) -> [DefinitionFile] {
        Definitions.shippedFiles.filter { file in
            ["lists/", "routes/"].contains { file.path.hasPrefix($0) } || wanted.contains(file.path)
        }
    }
}

extension RecordBook {
    /// Records something as a program writes it: "received" → "2026-07-02".
    func create(
        _ values: [Key: String], lines: [Key: [[Key: String]]] = [:], unit: Int = 1, _ db: Transaction
    ) throws -> RecordID {
        try create(
            RecordDraft(
                Self.values(values, definition.fields).mapValues { $0 },
                lines: lines.reduce(into: [:]) { drafts, lines in
                    drafts[lines.key] = try lines.value.map {
                        RecordDraft.Line(try Self.values($0, definition.lines(lines.key)?.fields ?? []))
                    }
                }),
            unit: OrganisationID(rawValue: unit), within: .everything, by: Examples.act, db)
    }

    /// Changes it.
    func change(_ id: RecordID, _ values: [Key: String], _ db: Transaction) throws {
        try change(
            id, RecordDraft(Self.values(values, definition.fields).mapValues { $0 }), version: now(id, db).version,
            within: .everything, by: Examples.act, db)
    }

    /// Undoes what was done last.
    func undo(_ id: RecordID, _ db: Transaction) throws {
        try undo(id, version: now(id, db).version, within: .everything, by: Examples.act, db)
    }

    /// The record as it stands.
    func now(_ id: RecordID, _ db: Transaction) throws -> Record {
        try #require(try record(id, within: .everything, db))
    }

    /// How many records stand where a behaviour has them on a day, as its facet counts them.
    func standings(_ behaviour: String, on day: Day, _ db: Transaction) throws -> [String: Int] {
        var query = RecordQuery()
        query.day = day
        return try counts(of: .behaviour(behaviour), query, within: .everything, db).reduce(into: [:]) {
            if let value = $1.values.first ?? nil { $0[value.plain()] = $1.count }
        }
    }

    private static func values(_ texts: [Key: String], _ fields: [FieldDefinition]) throws -> [Key: FieldValue] {
        try texts.reduce(into: [:]) { values, text in
            let field = try #require(fields.first { $0.key == text.key }, "\(text.key)")
            let value = try #require(FieldValue(plain: text.value, of: field), "\(text)")
            values[text.key] = value
        }
    }
}

extension Day {
    /// A day that is known to be one.
    static func of(_ iso: String) throws -> Day { try #require(Day(iso: iso), "\(iso)") }
}
