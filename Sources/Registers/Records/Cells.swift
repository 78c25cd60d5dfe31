import Office
import Storage
import Vietnamese
import WorkCalendar

/// What stands in the columns of a field, in their order; of a field of several values, what stands in the rows of its table.
/// Nothing, or nothing but nulls, where it is not filled.
typealias Cells = [Value]

extension Cells {
    var isFilled: Bool { contains { $0 != .null } }
}

extension FieldDefinition {
    /// A value of this field as its columns hold it. Private fields are sealed instead (``RecordBook``).
    func cells(_ value: FieldValue?) -> Cells {
        guard let value else { return hasTable ? [] : columns.map { _ in .null } }
        switch value {
        case .text(let text):
            switch kind {
            case .text: return [.text(text), .text(SortKey.of(text))]
            case .person: return [.text(text), .text(SortKey.of(text)), .text(text.soughtWords)]
            default: return [.text(text)]
            }
        case .number(let number): return [.integer(number)]
        case .money(let money): return [.integer(money.hundredths), .text(money.currency)]
        case .date(let date):
            return kind == .day ? [.text(date.iso)] : [.text(date.iso), date.firstDay.stored, date.lastDay.stored]
        case .period(let period): return [period.from.stored, period.to.stored]
        case .key(let key): return [.text(key)]
        case .keys(let keys): return keys.map { .text($0) }
        case .unit(let unit): return [.integer(unit.rawValue)]
        case .record(let id): return [.integer(id.rawValue)]
        case .files(let files): return files.map { .integer($0) }
        case .place(let place):
            return [.text(place.text), .text(SortKey.of(place.text)), (place.unit?.rawValue).stored]
        case .answer(let answer): return [.text(answer.isYes ? "yes" : "no"), answer.on.stored]
        }
    }

    /// The value that its columns hold; `nil` where it is not filled.
    /// - Throws: ``StorageError`` where they hold something else.
    func value(of cells: Cells) throws -> FieldValue? {
        guard let first = cells.first(where: { $0 != .null }) else { return nil }
        switch kind {
        case .text, .longText, .person, .link, .email, .telephone: return .text(try String(stored: first))
        case .whole, .decimal: return .number(try Int(stored: first))
        case .money:
            return .money(Money(hundredths: try Int(stored: cells[0]), currency: try String(stored: cells[1])))
        case .day, .partialDate:
            guard let date = PartialDate(iso: try String(stored: first)) else {
                throw StorageError(.fault, "\(key): no date in \(first)")
            }
            return .date(date)
        case .period: return Period(from: try Day(stored: cells[0]), to: try Day?(stored: cells[1])).map { .period($0) }
        case .country, .choice: return .key(try String(stored: first))
        case .countries, .choices: return .keys(try cells.map { try String(stored: $0) })
        case .unit: return .unit(OrganisationID(rawValue: try Int(stored: first)))
        case .record: return .record(RecordID(rawValue: try Int(stored: first)))
        case .file: return .files(try cells.map { try Int(stored: $0) })
        case .place:
            let unit = try Int?(stored: cells[2]).map { OrganisationID(rawValue: $0) }
            return .place(NamedPlace(try String(stored: cells[0]), unit: unit))
        case .answer: return .answer(YesNo(try String(stored: cells[0]) == "yes", on: try Day?(stored: cells[1])))
        }
    }
}

/// By what texts are sorted: the beginning of their key in the order of Vietnamese dictionaries.
enum SortKey {
    static func of(_ text: String) -> String { Collation.key(String(text.prefix(80))) }
}

extension String {
    /// Its words without accents, by which names are found: "Nguyễn Văn A" is "nguyen van a".
    var soughtWords: String { Tokens(self).list.lazy.filter { $0.kind != .mark }.map(\.folded).joined(separator: " ") }
}
