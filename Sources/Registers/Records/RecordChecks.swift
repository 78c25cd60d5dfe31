import Foundation
import Office
import Storage
import Wording
import WorkCalendar

/// Looks at what a draft would make of a record; everything that is wrong is told at once.
struct RecordChecks {
    let definition: Definition
    /// The record itself, where it is not new: it may keep what it has.
    let id: RecordID?
    let db: Transaction
    private(set) var problems: [RecordProblem] = []

    init(_ definition: Definition, _ id: RecordID?, _ db: Transaction) {
        self.definition = definition
        self.id = id
        self.db = db
    }

    /// - Parameters:
    ///   - values: Of the fields that the draft fills.
    ///   - filled: All fields that are filled then.
    mutating func check(
        _ values: [Key: FieldValue], filled: Set<Key>, of fields: [FieldDefinition],
        line: (lines: Key, index: Int)? = nil
    ) throws {
        for field in fields {
            if let value = values[field.key] {
                if let message = try wrong(value, field) { add(field.key, message, at: line) }
            } else if field.isRequired, !filled.contains(field.key) {
                add(field.key, Message("record.required"), at: line)
            }
        }
        for key in values.keys.sorted() where !fields.contains(where: { $0.key == key }) {
            add(key, Message("record.unknown-field"), at: line)
        }
    }

    mutating func add(_ field: Key, _ message: Message, at line: (lines: Key, index: Int)? = nil) {
        problems.append(RecordProblem(field: field, line: line, message: message))
    }

    /// - Throws: ``RecordProblems`` where there is any.
    func finish() throws {
        if !problems.isEmpty { throw RecordProblems(problems: problems) }
    }

    // MARK: One value

    private func wrong(_ value: FieldValue, _ field: FieldDefinition) throws -> Message? {
        switch (field.kind, value) {
        case (.text, .text(let text)), (.longText, .text(let text)), (.person, .text(let text)),
            (.link, .text(let text)), (.email, .text(let text)), (.telephone, .text(let text)):
            return wrongText(text, field)
        case (.whole, .number(let number)), (.decimal, .number(let number)): return wrongNumber(number, field)
        case (.money, .money(let money)):
            guard money.currency.wholeMatch(of: /[A-Z]{3}/) != nil else { return Message("record.currency") }
            return wrongNumber(money.hundredths, field)
        case (.day, .date(.day)), (.partialDate, .date), (.period, .period), (.answer, .answer): return nil
        case (.choice, .key(let key)): return field.choice(key) == nil ? Message("record.choice") : nil
        case (.choices, .keys(let keys)):
            return keys.isEmpty || !keys.allSatisfy { field.choice($0) != nil } || Set(keys).count < keys.count
                ? Message("record.choice") : nil
        case (.country, .key(let key)): return isCountry(key) ? nil : Message("record.country")
        case (.countries, .keys(let keys)):
            return keys.isEmpty || !keys.allSatisfy(isCountry) || Set(keys).count < keys.count
                ? Message("record.country") : nil
        case (.unit, .unit(let unit)): return try isUnit(unit) ? nil : Message("record.unit")
        case (.place, .place(let place)):
            if let unit = place.unit, try !isUnit(unit) { return Message("record.unit") }
            return wrongText(place.text, field)
        case (.record, .record(let id)): return try isRecord(id, field) ? nil : Message("record.reference")
        case (.file, .files(let files)):
            let count = try db.value("SELECT COUNT(*) FROM kept_files WHERE id IN (\(list: files))", Int.self)
            return files.isEmpty || count != files.count ? Message("record.file") : nil
        default: return Message("record.kind")
        }
    }

    private func wrongText(_ text: String, _ field: FieldDefinition) -> Message? {
        if text.allSatisfy(\.isWhitespace) { return Message("record.blank") }
        if text.count > field.longest { return Message("record.longest", ["most": "\(field.longest)"]) }
        if let pattern = field.pattern, let regex = try? Regex(pattern), (try? regex.wholeMatch(in: text)) == nil {
            return Message("record.pattern", ["pattern": pattern])
        }
        switch field.kind {
        case .link: return isLink(text) ? nil : Message("record.link")
        case .email: return text.wholeMatch(of: /[^\s@]+@[^\s@.]+(\.[^\s@.]+)+/) == nil ? Message("record.email") : nil
        case .telephone:
            return text.wholeMatch(of: /\+?[0-9 .()\-]{3,30}(( ext\.? ?| x)[0-9]{1,6})?/) == nil
                ? Message("record.telephone") : nil
        default: return nil
        }
    }

    private func wrongNumber(_ number: Int, _ field: FieldDefinition) -> Message? {
        guard !field.bounds.contain(number) else { return nil }
        func text(_ bound: Int) -> String { Decimals.text(of: bound, places: field.places) }
        return switch (field.bounds.least, field.bounds.most) {
        case (let least?, let most?): Message("record.bounds", ["least": text(least), "most": text(most)])
        case (let least?, nil): Message("record.least", ["least": text(least)])
        case (nil, let most?): Message("record.most", ["most": text(most)])
        case (nil, nil): nil
        }
    }

    private func isLink(_ text: String) -> Bool {
        guard let url = URL(string: text), let host = url.host(), !host.isEmpty else { return false }
        return url.scheme == "https" || url.scheme == "http"
    }

    private func isCountry(_ key: String) -> Bool { key.wholeMatch(of: /[A-Z]{2}/) != nil }

    private func isUnit(_ unit: OrganisationID) throws -> Bool {
        try db.value("SELECT EXISTS (SELECT 1 FROM organisations WHERE id = \(unit))", Bool.self) ?? false
    }

    private func isRecord(_ id: RecordID, _ field: FieldDefinition) throws -> Bool {
        guard let register = field.register else { return false }
        return try db.value(
            "SELECT EXISTS (SELECT 1 FROM records WHERE id = \(id) AND register = \(register.text))", Bool.self)
            ?? false
    }
}
