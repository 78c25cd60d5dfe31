package import Office
package import Web
import Wording
package import WorkCalendar

/// How the office writes the values of records: countries and units by name, days and numbers in its way.
package struct ValueWriting: Sendable {
    let words: Words
    let directory: Directory
    let day: Day
    let countries: CountryNames
    /// What records of other registers are called that are referred to.
    var titles: [RecordID: String] = [:]

    /// - Parameters:
    ///   - directory: The units, for their names.
    ///   - day: Which names of units hold.
    package init(words: Words, directory: Directory, day: Day, countries: CountryNames) {
        self.words = words
        self.directory = directory
        self.day = day
        self.countries = countries
    }

    /// A value by which records are chosen or grouped.
    package func text(_ value: FieldValue?, of facet: RecordQuery.Facet, in register: Definition) -> String {
        guard let value else { return words("register.unfilled") }
        switch (facet, value) {
        case (.state, .key(let key)):
            return register.states.first { $0.key.text == key }.map { $0.names[words.language] } ?? key
        case (.unit, .unit(let unit)): return self.unit(unit)
        case (.behaviour(let name), .key(let key)): return words("behaviour.\(name).\(key)")
        case (.field(let key), _): return register[key].map { text(value, $0) } ?? ""
        default: return value.plain()
        }
    }

    /// A value in words.
    /// - Parameter isLong: Whether a number is followed by what it counts.
    func text(_ value: FieldValue, _ field: FieldDefinition, isLong: Bool = false) -> String {
        switch value {
        case .text(let text): return text
        case .number(let number):
            let text = field.isYear ? String(number) : self.number(number, places: field.places)
            guard isLong, let unit = field.unit else { return text }
            return "\(text) \(unit[words.language])"
        case .money(let money): return self.money(money)
        case .date(let date): return self.date(date)
        case .period(let period):
            guard let to = period.to else {
                return words("register.from-day", ["day": words.day(period.from)])
            }
            return "\(words.day(period.from)) – \(words.day(to))"
        case .key(let key): return self.key(key, field)
        case .keys(let keys): return keys.map { self.key($0, field) }.joined(separator: ", ")
        case .unit(let unit): return self.unit(unit)
        case .record(let id): return titles[id] ?? "#\(id.rawValue)"
        case .files(let files): return words("register.files", ["count": words.number(files.count)])
        case .place(let place): return place.text
        case .answer(let answer):
            return words(answer.isYes ? "list.yes" : "list.no") + (answer.on.map { ", \(words.day($0))" } ?? "")
        }
    }

    /// A choice or a country.
    func key(_ key: String, _ field: FieldDefinition) -> String {
        switch field.kind {
        case .country, .countries: countries.name(key, words.language)
        default: field.choice(key)?.names[words.language] ?? key
        }
    }

    /// The name of a unit.
    func unit(_ unit: OrganisationID) -> String { directory.name(of: unit, on: day) ?? "#\(unit.rawValue)" }

    /// A number in units of its last place: "1.250,5"; noughts at the end of the fraction are not written.
    func number(_ units: Int, places: Int) -> String {
        guard places > 0 else { return words.number(units) }
        let text = Decimals.text(of: units, places: places)
        let parts = text.split(separator: ".", maxSplits: 1)
        let whole = parts.first.flatMap { Int($0) } ?? 0
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = units < 0 && whole == 0 ? "-" : ""
        return sign + words.number(whole) + (fraction.isEmpty ? "" : "\(words.language == .vi ? "," : ".")\(fraction)")
    }

    /// An amount: "1.200.000 đồng", "1.200,5 USD".
    func money(_ money: Money) -> String {
        let currency = money.currency == "VND" ? words("register.dong") : money.currency
        return "\(number(money.hundredths, places: 2)) \(currency)"
    }

    /// A day, month, quarter, half-year or year.
    func date(_ date: PartialDate) -> String {
        if case .day(let day) = date { return words.day(day) }
        guard words.language == .en else { return date.vietnamese }
        return switch date {
        case .day, .year: date.iso
        case .month: String(words.day(date.firstDay).dropFirst(2))
        case .quarter(let quarter, let year): "Q\(quarter) \(year)"
        case .half(let half, let year): "H\(half) \(year)"
        }
    }
}

extension FieldDefinition {
    /// Whether a whole number is a year, of which thousands are not set apart.
    var isYear: Bool {
        kind == .whole && unit == nil && bounds.least.map { $0 >= 1_000 } ?? false
            && bounds.most.map { $0 <= 9_999 } ?? false
    }
}
