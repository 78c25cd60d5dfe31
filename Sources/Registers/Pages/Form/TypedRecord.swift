import Office
import Vietnamese
import Web
import WorkCalendar

/// What stands in the fields of a form of a record, as text: of what was recorded, or as somebody typed it.
///
///     f.name · f.cost, f.cost.currency · f.stay, f.stay.to · f.consent, f.consent.on · f.letter.keep · f.passport.clear
///     l.members = 0, l.members = 1 (which lines there are) · l.members.0.id · l.members.0.name
struct TypedRecord: Sendable {
    private(set) var texts: [String: [String]] = [:]
    /// Which lines there are, by their numbers in the form.
    private(set) var lines: [Key: [Int]] = [:]

    /// Where a record that is past when it is recorded stands already; no field can be called so.
    static let state = "f./trang-thai"

    /// The most lines of a form.
    static let mostLines = 200

    static func name(_ field: Key) -> String { "f.\(field)" }
    static func name(_ field: Key, of lines: Key, _ number: Int) -> String { "l.\(lines).\(number).\(field)" }
    static func name(of lines: Key) -> String { "l.\(lines)" }

    /// Nothing but what a new record has.
    init() {}

    /// What a form sent.
    init(_ form: Form, _ definition: Definition) {
        for field in form.fields where field.name.hasPrefix("f.") || field.name.hasPrefix("l.") {
            texts[field.name, default: []].append(field.value)
        }
        for lines in definition.lines {
            var known: Set<Int> = []
            self.lines[lines.key] = form.all(Self.name(of: lines.key)).prefix(Self.mostLines).compactMap { Int($0) }
                .filter { (0..<10_000).contains($0) && known.insert($0).inserted }
        }
    }

    /// The text of a field, without blanks at its ends.
    subscript(_ name: String) -> String { (texts[name]?.first ?? "").trimmed }

    /// All texts of a field.
    func all(_ name: String) -> [String] { (texts[name] ?? []).filter { !$0.isEmpty } }

    mutating func set(_ name: String, _ texts: [String]) { self.texts[name] = texts }

    /// Adds an empty line at the end.
    mutating func addLine(to key: Key) -> Int {
        let number = (lines[key]?.max() ?? -1) + 1
        if lines[key, default: []].count < Self.mostLines { lines[key, default: []].append(number) }
        return number
    }

    /// Takes a line away.
    mutating func removeLine(_ number: Int, of key: Key) { lines[key]?.removeAll { $0 == number } }

    /// Whether nothing was typed into a line.
    func isBlank(_ number: Int, of lines: Lines) -> Bool {
        lines.fields.allSatisfy { field in
            let name = Self.name(field.key, of: lines.key, number)
            return texts.allSatisfy { key, values in
                let isOfField = key == name || key.hasPrefix("\(name).") && key != "\(name).currency"
                return !isOfField || values.allSatisfy { $0.trimmed.isEmpty }
            }
        }
    }
}

extension TypedRecord {
    /// What a new record has where nothing is said.
    init(newOf request: RegisterRequest) {
        let definition = request.definition
        for field in definition.fields { standard(field, Self.name(field.key), request) }
        let unit = OrganisationID(rawValue: request.call.seat.unit.id)
        if let key = definition.display.unit, texts[Self.name(key)] == nil {
            texts[Self.name(key)] = [request.writing.unit(unit)]
        }
    }

    /// What a record says.
    init(_ record: Record, _ request: RegisterRequest) {
        for field in request.definition.fields {
            if let value = record.content.values[field.key] {
                write(value, field, Self.name(field.key), request.writing)
            }
        }
        for lines in request.definition.lines {
            for (number, line) in (record.lines[lines.key] ?? []).enumerated() {
                self.lines[lines.key, default: []].append(number)
                texts["\(Self.name(of: lines.key)).\(number).id"] = ["\(line.id)"]
                for field in lines.fields {
                    guard let value = line.content.values[field.key] else { continue }
                    write(value, field, Self.name(field.key, of: lines.key, number), request.writing)
                }
            }
        }
    }

    /// What a new line has where nothing is said.
    mutating func fillLine(_ number: Int, of lines: Lines, _ request: RegisterRequest) {
        for field in lines.fields { standard(field, Self.name(field.key, of: lines.key, number), request) }
    }

    private mutating func standard(_ field: FieldDefinition, _ name: String, _ request: RegisterRequest) {
        switch field.standard {
        case .today: texts[name] = [request.call.day.vietnamese]
        case .value(let value): write(value, field, name, request.writing)
        case nil: break
        }
    }

    /// A value as it is typed; what is written here is what ``ValueReading`` reads.
    private mutating func write(_ value: FieldValue, _ field: FieldDefinition, _ name: String, _ writing: ValueWriting)
    {
        switch value {
        case .text(let text): texts[name] = [text]
        case .number(let number):
            texts[name] = [field.isYear ? "\(number)" : TypedNumber.text(number, places: field.places)]
        case .money(let money):
            texts[name] = [TypedNumber.text(money.hundredths, places: 2)]
            texts["\(name).currency"] = [money.currency]
        case .date(let date): texts[name] = [date.vietnamese]
        case .period(let period):
            texts[name] = [period.from.vietnamese]
            texts["\(name).to"] = period.to.map { [$0.vietnamese] }
        case .key(let key): texts[name] = [field.kind == .country ? writing.key(key, field) : key]
        case .keys(let keys):
            texts[name] =
                field.kind == .countries ? [keys.map { writing.key($0, field) }.joined(separator: ", ")] : keys
        case .unit(let unit): texts[name] = [writing.unit(unit)]
        case .record(let id): texts[name] = ["\(writing.titles[id] ?? "") #\(id.rawValue)".trimmed]
        case .files(let files): texts["\(name).keep"] = files.map { "\($0)" }
        case .place(let place): texts[name] = [place.text]
        case .answer(let answer):
            texts[name] = [answer.isYes ? "yes" : "no"]
            texts["\(name).on"] = answer.on.map { [$0.vietnamese] }
        }
    }
}
