import Office
import Storage
import Vietnamese
import Wording
import WorkCalendar

/// Reads what was typed into the fields of a form: days, numbers, amounts as people write them; countries, units and records by name.
struct ValueReading {
    let request: RegisterRequest
    let typed: TypedRecord
    /// Files that came with the form and are kept by now, by the names of their fields.
    let files: [String: [Int]]
    let db: Transaction

    /// What a field holds; `nil` where nothing was typed.
    /// - Parameters:
    ///   - name: Of the field in the form.
    ///   - current: What stands there: a name that still stands for it is not asked about.
    /// - Throws: ``Misread`` with what is wrong and what helps.
    func value(_ field: FieldDefinition, _ name: String, current: FieldValue?) throws -> FieldValue? {
        if field.kind == .file { return filesKept(name, current) }
        if field.kind == .choices {
            let keys = typed.all(name)
            return keys.isEmpty ? nil : .keys(keys)
        }
        let text = typed[name]
        guard !text.isEmpty else { return nil }
        switch field.kind {
        case .text, .longText, .person, .link, .email, .telephone: return .text(text)
        case .whole, .decimal:
            guard let units = TypedNumber.units(text, places: field.places) else {
                throw Misread("register.no-number", ["text": text])
            }
            return .number(units)
        case .money:
            let currency = typed["\(name).currency"]
            guard let money = TypedNumber.money(text, currency.isEmpty ? field.currency : currency) else {
                throw Misread("register.no-money", ["text": text])
            }
            return .money(money)
        case .day: return .date(.day(try day(text)))
        case .partialDate:
            guard let date = PartialDate(typed: text) else { throw Misread("register.no-date", ["text": text]) }
            return .date(date)
        case .period: return try period(text, typed["\(name).to"])
        case .country: return .key(try country(text))
        case .countries:
            let names = text.split(separator: /[,;\n]/).map { String($0).trimmed }.filter { !$0.isEmpty }
            return try .keys(names.map(country).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
        case .choice: return .key(text)
        case .unit: return .unit(try unit(text, current))
        case .record: return .record(try record(text, field, current))
        case .place: return .place(place(text, current))
        case .answer:
            let on = typed["\(name).on"]
            return .answer(YesNo(text == "yes", on: on.isEmpty ? nil : try day(on)))
        case .choices, .file: return nil
        }
    }

    private func day(_ text: String) throws -> Day {
        guard let day = Day(typed: text) else { throw Misread("register.no-day", ["text": text]) }
        return day
    }

    private func period(_ from: String, _ to: String) throws -> FieldValue {
        guard let period = Period(from: try day(from), to: to.isEmpty ? nil : try day(to)) else {
            throw Misread("register.no-period")
        }
        return .period(period)
    }

    private func country(_ text: String) throws -> String {
        guard let code = request.writing.countries.code(text) else {
            throw Misread("register.no-country", ["text": text])
        }
        return code
    }

    /// The unit that is called so; that of the record where several are.
    private func unit(_ text: String, _ current: FieldValue?) throws -> OrganisationID {
        let (directory, day) = (request.call.directory, request.call.day)
        if case .unit(let unit)? = current, request.writing.unit(unit) == text { return unit }
        let near = directory.suggestions(for: text, on: day, within: request.call.home, limit: 5)
        let words = text.soughtWords
        let same = near.filter { request.writing.unit($0).soughtWords == words }
        if same.count == 1 { return same[0] }
        guard same.isEmpty, near.count == 1 else {
            throw Misread(
                near.isEmpty ? "register.no-unit" : "register.which-unit",
                ["text": text, "names": near.map(request.writing.unit).joined(separator: "; ")])
        }
        return near[0]
    }

    /// A record that may be read, by what it is called or by its number: "Quảng Đông #12".
    private func record(_ text: String, _ field: FieldDefinition, _ current: FieldValue?) throws -> RecordID {
        guard let register = field.register.flatMap({ request.definitions[$0] }) else {
            throw Misread("record.reference")
        }
        let book = RecordBook(register, keys: nil)
        let scope = request.call.scope(register.reading)
        if let match = text.firstMatch(of: /#([0-9]{1,15})$/), let number = Int(match.1) {
            let id = RecordID(rawValue: number)
            if current == .record(id) { return id }
            guard try book.record(id, within: scope, db) != nil else {
                throw Misread("register.no-record", ["text": text])
            }
            return id
        }
        let found = try RecordSuggestions.records(text, of: book, within: scope, limit: 5, db)
        let words = text.soughtWords
        let same = found.filter { register.title($0, request.writing).soughtWords == words }
        if same.count == 1 { return same[0].id }
        guard same.isEmpty, found.count == 1 else {
            let names = found.map { "\(register.title($0, request.writing)) #\($0.id.rawValue)" }
            throw Misread(
                found.isEmpty ? "register.no-record" : "register.which-record",
                ["text": text, "names": names.joined(separator: "; ")])
        }
        return found[0].id
    }

    /// A place; its commune where the words name one.
    private func place(_ text: String, _ current: FieldValue?) -> NamedPlace {
        if case .place(let place)? = current, place.text == text { return place }
        let (directory, day) = (request.call.directory, request.call.day)
        let words = " \(text.soughtWords) "
        let communes = directory.descendants(of: request.call.home, on: day).filter { unit in
            unit.level == .commune && words.contains(" \(unit.name.soughtWords) ")
        }
        return NamedPlace(text, unit: communes.count == 1 ? communes[0].organisation : nil)
    }

    /// The files that stay, and those that came.
    private func filesKept(_ name: String, _ current: FieldValue?) -> FieldValue? {
        var all: [Int] = []
        if case .files(let known)? = current {
            let kept = Set(typed.all("\(name).keep").compactMap { Int($0) })
            all = known.filter(kept.contains)
        }
        for file in files[name] ?? [] where !all.contains(file) { all.append(file) }
        return all.isEmpty ? nil : .files(all)
    }
}

/// What was typed that cannot be read.
struct Misread: Error {
    let message: Message

    init(_ key: String, _ values: [String: String] = [:]) { message = Message(key, values) }
}

/// Records of a register by name.
enum RecordSuggestions {
    /// Those that have the words that are typed, the last of which may be unfinished; those called so first.
    static func records(
        _ text: String, of book: RecordBook, within scope: Scope, limit: Int = 8, _ db: Transaction
    ) throws -> [Record] {
        var list = RecordList()
        list.query.text = text
        list.limit = 40
        let words = text.soughtWords
        func rank(_ record: Record) -> Int {
            guard case .text(let title)? = record.content.values[book.definition.display.title] else { return 3 }
            let own = title.soughtWords
            return own == words ? 0 : own.hasPrefix(words) ? 1 : own.contains(words) ? 2 : 3
        }
        return Array(try book.list(list, within: scope, db).records.sorted { rank($0) < rank($1) }.prefix(limit))
    }
}
