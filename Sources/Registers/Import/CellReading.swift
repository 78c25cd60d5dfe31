import Office
import Paper
import Storage
import Vietnamese
import Wording
import WorkCalendar

/// Reads the cells of a table that comes in: what people type, what this product writes into files, and numbers and days as the file has
/// them.
struct CellReading {
    let request: RegisterRequest
    /// The year that the table is of, for "Quý III".
    let year: Int?
    let db: Transaction
    /// What was read of choices, units and records by name: the same names come again in every row.
    private var known: [Question: Result<FieldValue?, Misread>] = [:]

    private struct Question: Hashable {
        let field: Key
        let text: String
    }

    init(_ request: RegisterRequest, year: Int?, _ db: Transaction) {
        self.request = request
        self.year = year
        self.db = db
    }

    /// What a cell says of a field.
    /// - Parameters:
    ///   - exact: The number or the day as the file has it.
    ///   - currency: What the column beside says.
    ///   - current: What stands there: words that still stand for it are not asked about.
    /// - Throws: ``Misread`` with what is wrong and what helps.
    mutating func value(
        _ text: String, exact: String? = nil, currency: String? = nil, _ field: FieldDefinition, current: FieldValue?
    ) throws -> FieldValue? {
        guard !text.isEmpty else { return nil }
        if let current, field.kind != .money, request.writing.text(current, field) == text { return current }
        switch field.kind {
        case .whole, .decimal:
            if let exact, let units = Decimals.units(of: exact, places: field.places) { return .number(units) }
            return try typed(text, field)
        case .money:
            return .money(try money(text, exact, currency))
        case .day: return try typed(exact ?? text, field)
        case .partialDate: return try date(text, exact, field)
        case .period: return try period(text)
        case .choice: return try once(text, field) { .key(try $0.choice(text, field)) }
        case .choices: return try once(text, field) { .keys(try $0.choices(text, field)) }
        case .answer: return .answer(try answer(text))
        case .unit, .record, .country, .countries: return try once(text, field) { try $0.typed(text, field) }
        case .file: return nil
        case .longText: return .text(text)
        case .text, .person, .link, .email, .telephone, .place:
            return try typed(
                text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.joined(separator: " "), field)
        }
    }

    /// As a form reads it.
    private func typed(_ text: String, _ field: FieldDefinition) throws -> FieldValue? {
        var typed = TypedRecord()
        typed.set("x", [text])
        return try ValueReading(request: request, typed: typed, files: [:], db: db).value(field, "x", current: nil)
    }

    /// What is asked again in every row is read once.
    private mutating func once(
        _ text: String, _ field: FieldDefinition, _ body: (Self) throws -> FieldValue?
    ) throws -> FieldValue? {
        let question = Question(field: field.key, text: text)
        if let known = known[question] { return try known.get() }
        let read: Result<FieldValue?, Misread>
        do { read = .success(try body(self)) } catch let misread as Misread { read = .failure(misread) }
        known[question] = read
        return try read.get()
    }

    // MARK: Kinds that files write otherwise than forms

    private func money(_ text: String, _ exact: String?, _ currency: String?) throws -> Money {
        let code = try currency.map(self.currency) ?? "VND"
        if let exact, let hundredths = Decimals.units(of: exact, places: 2) {
            return Money(hundredths: hundredths, currency: code)
        }
        guard let money = TypedNumber.money(text, code) else { throw Misread("register.no-money", ["text": text]) }
        return money
    }

    private func currency(_ text: String) throws -> String {
        if ["dong", "d", "vnd", "viet nam dong", "dong viet nam"].contains(text.soughtWords) { return "VND" }
        let code = text.uppercased()
        guard code.wholeMatch(of: /[A-Z]{3}/) != nil else { throw Misread("import.no-currency", ["text": text]) }
        return code
    }

    private func date(_ text: String, _ exact: String?, _ field: FieldDefinition) throws -> FieldValue? {
        if let date = exact.flatMap({ PartialDate(iso: $0) }) { return .date(date) }
        if let date = PartialDate(typed: text) { return .date(date) }
        // Below "năm 2026" a form says "Quý III".
        if let year, let date = PartialDate(typed: "\(text)/\(year)") { return .date(date) }
        throw Misread("register.no-date", ["text": text])
    }

    private func period(_ text: String) throws -> FieldValue {
        let bare = text.replacing(/^(từ ngày|từ|since|from)\s+/.ignoresCase(), with: "")
        let ends = bare.split(separator: /\s+(?:-|–|—|đến ngày|đến|to)\s+|\s*[–—]\s*/, maxSplits: 1).map {
            String($0).trimmed
        }
        guard let first = ends.first, let from = Day(typed: first) else {
            throw Misread("register.no-day", ["text": text])
        }
        let to = ends.count > 1 ? Day(typed: ends[1]) : nil
        guard ends.count < 2 || to != nil, let period = Period(from: from, to: to) else {
            throw Misread("register.no-period")
        }
        return .period(period)
    }

    private func answer(_ text: String) throws -> YesNo {
        let parts = text.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
        let on = parts.count > 1 ? Day(typed: parts[1]) : nil
        guard let word = parts.first?.soughtWords, parts.count == 1 || on != nil else {
            throw Misread("import.no-answer", ["text": text])
        }
        if ["co", "yes", "x", "1", "true", "dung", "roi", "da"].contains(word) { return YesNo(true, on: on) }
        if ["khong", "no", "0", "false", "sai", "chua"].contains(word) { return YesNo(false, on: on) }
        throw Misread("import.no-answer", ["text": text])
    }

    private func choice(_ text: String, _ field: FieldDefinition) throws -> String {
        let words = text.soughtWords
        guard let choice = field.choices.first(where: { $0.isCalled(words) }) else { throw noChoice(text, field) }
        return choice.key.text
    }

    /// Names of choices one after the other. There may be commas in them, so that the longest that fits is taken each time.
    private func choices(_ text: String, _ field: FieldDefinition) throws -> [String] {
        var rest = text.soughtWords
        var keys: [String] = []
        let names = field.choices.flatMap { choice in choice.words.map { (words: $0, key: choice.key.text) } }
            .sorted { $0.words.count > $1.words.count }
        while !rest.isEmpty {
            guard let next = names.first(where: { rest == $0.words || rest.hasPrefix("\($0.words) ") }) else {
                throw noChoice(text, field)
            }
            if !keys.contains(next.key) { keys.append(next.key) }
            rest = String(rest.dropFirst(next.words.count)).trimmed
        }
        return keys
    }

    private func noChoice(_ text: String, _ field: FieldDefinition) -> Misread {
        let all = field.choices.map { request.name($0.names) }
        let shown = all.prefix(8).joined(separator: "; ") + (all.count > 8 ? "…" : "")
        return Misread("import.no-choice", ["text": text, "known": shown])
    }
}

extension Choice {
    /// What it may be called, without accents.
    fileprivate var words: [String] {
        [names.vi.soughtWords, names.en.soughtWords, key.text.soughtWords].filter { !$0.isEmpty }
    }

    /// - Parameter words: Without accents.
    func isCalled(_ words: String) -> Bool { !words.isEmpty && self.words.contains(words) }
}
