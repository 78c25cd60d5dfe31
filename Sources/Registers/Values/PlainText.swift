import Office
import WorkCalendar

/// Values as files, programs and the journal write them: ISO days, a point before decimals, keys of choices.
///
///     whole 12 · decimal 12.50 · money 1200.50 USD · day 2026-07-02 · partial-date 2026-Q4 · period 2026-07-02/2026-07-05,
///     2026-07-02/.. · country LA · countries LA KH · unit 12 · record 7 · place Thôn Đông · answer yes, yes 2026-07-02
extension FieldValue {
    /// Reads it for a field.
    /// - Returns: `nil` where the text is none of its kind. Bounds, patterns and what else a field asks for are not looked at.
    package init?(plain text: String, of field: FieldDefinition) {
        guard let value = Self.read(text, field) else { return nil }
        self = value
    }

    private static func read(_ text: String, _ field: FieldDefinition) -> FieldValue? {
        let words = text.split(separator: " ").map(String.init)
        switch field.kind {
        case .text, .longText, .person, .link, .email, .telephone: return text.isEmpty ? nil : .text(text)
        case .whole: return Int(text).map { .number($0) }
        case .decimal: return Decimals.units(of: text, places: field.places).map { .number($0) }
        case .money: return Money(plain: text).map { .money($0) }
        case .day: return Day(iso: text).map { .date(.day($0)) }
        case .partialDate: return PartialDate(iso: text).map { .date($0) }
        case .period: return Period(plain: text).map { .period($0) }
        case .country: return isCountry(text) ? .key(text) : nil
        case .countries: return !words.isEmpty && words.allSatisfy(isCountry) ? .keys(unique(words)) : nil
        case .choice: return field.choice(text).map { .key($0.key.text) }
        case .choices:
            return !words.isEmpty && words.allSatisfy { field.choice($0) != nil } ? .keys(unique(words)) : nil
        case .unit: return Int(text).map { .unit(OrganisationID(rawValue: $0)) }
        case .record: return Int(text).map { .record(RecordID(rawValue: $0)) }
        case .file: return numbers(words).map { .files($0) }
        case .place: return text.isEmpty ? nil : .place(NamedPlace(text))
        case .answer: return YesNo(plain: words).map { .answer($0) }
        }
    }

    private static func isCountry(_ text: String) -> Bool { text.wholeMatch(of: /[A-Z]{2}/) != nil }

    private static func unique(_ words: [String]) -> [String] {
        var known: Set<String> = []
        return words.filter { known.insert($0).inserted }
    }

    private static func numbers(_ words: [String]) -> [Int]? {
        let numbers = words.compactMap { Int($0) }
        return numbers.count == words.count && !numbers.isEmpty ? numbers : nil
    }

    /// As ``init(plain:of:)`` reads it.
    /// - Parameter places: Decimal places of the field.
    package func plain(places: Int = 0) -> String {
        switch self {
        case .text(let text), .key(let text): text
        case .number(let number): Decimals.text(of: number, places: places)
        case .money(let money): "\(Decimals.text(of: money.hundredths, places: 2)) \(money.currency)"
        case .date(let date): date.iso
        case .period(let period): "\(period.from)/\(period.to?.description ?? "..")"
        case .keys(let keys): keys.joined(separator: " ")
        case .unit(let unit): "\(unit.rawValue)"
        case .record(let id): "\(id.rawValue)"
        case .files(let files): files.map(String.init).joined(separator: " ")
        case .place(let place): place.text
        case .answer(let answer): (answer.isYes ? "yes" : "no") + (answer.on.map { " \($0)" } ?? "")
        }
    }
}

/// Numbers with a fixed count of decimal places, as whole numbers of the last place.
package enum Decimals {
    /// The units of "12.5": 1250 with two places.
    /// - Returns: `nil` where the text is no number, has more places than that, or is too great.
    package static func units(of text: String, places: Int) -> Int? {
        guard let match = text.wholeMatch(of: /(-?)([0-9]+)(?:\.([0-9]+))?/) else { return nil }
        let fraction = match.3 ?? ""
        guard fraction.count <= places else { return nil }
        return Int("\(match.1)\(match.2)\(fraction)\(String(repeating: "0", count: places - fraction.count))")
    }

    /// 1250 with two places: "12.50".
    package static func text(of units: Int, places: Int) -> String {
        guard places > 0 else { return String(units) }
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return "\(units < 0 ? "-" : "")\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}

extension Money {
    /// Reads "1200.50 USD".
    package init?(plain text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, words[1].wholeMatch(of: /[A-Z]{3}/) != nil,
            let hundredths = Decimals.units(of: String(words[0]), places: 2)
        else { return nil }
        self.init(hundredths: hundredths, currency: String(words[1]))
    }
}

extension Period {
    fileprivate init?(plain text: String) {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        guard ends.count == 2, let from = Day(iso: ends[0]) else { return nil }
        let to = Day(iso: ends[1])
        guard to != nil || ends[1] == ".." else { return nil }
        self.init(from: from, to: to)
    }
}

extension YesNo {
    fileprivate init?(plain words: [String]) {
        guard let first = words.first, first == "yes" || first == "no", words.count <= 2 else { return nil }
        let on = words.count == 2 ? Day(iso: words[1]) : nil
        guard words.count == 1 || on != nil else { return nil }
        self.init(first == "yes", on: on)
    }
}
