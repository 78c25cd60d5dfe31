package import Markup
import WorkCalendar

extension Listing {
    /// A row as programs get it: an object whose keys are those of the columns.
    package func write(_ row: Row, to json: inout JSONWriter) {
        json.element { json in
            for column in columns {
                let key = column.outline.key
                switch column.value(row) {
                case .absent: json.member(key, String?.none)
                case .text(let text): json.member(key, text)
                case .texts(let texts): json.member(key, texts)
                case .whole(let number): json.member(key, number)
                case .decimal(let number): json.member(key, number)
                case .truth(let truth): json.member(key, truth)
                case .day(let day): json.member(key, day.description)
                case .moment(let moment): json.member(key, moment.description)
                }
            }
        }
    }
}

extension ListingKind {
    /// Whether a text of an address can be a value of it.
    package func takes(_ text: String) -> Bool {
        switch self {
        case .text, .texts: true
        case .whole: Int(text) != nil
        case .decimal: Double(text)?.isFinite ?? false
        case .truth: text == "true" || text == "false"
        case .day: Day(iso: text) != nil
        case .moment: Instant(iso: text) != nil
        case .choice(let choices): choices.values.contains(text)
        }
    }

    /// Writes the members of its schema (JSON Schema 2020-12).
    func writeSchema(to json: inout JSONWriter, canBeAbsent: Bool) {
        func type(_ name: String, _ format: String? = nil) {
            if canBeAbsent { json.member("type", [name, "null"]) } else { json.member("type", name) }
            if let format { json.member("format", format) }
        }
        switch self {
        case .text: type("string")
        case .texts:
            json.member("type", "array")
            json.object("items") { $0.member("type", "string") }
        case .whole: type("integer")
        case .decimal: type("number")
        case .truth: type("boolean")
        case .day: type("string", "date")
        case .moment: type("string", "date-time")
        case .choice(let choices):
            type("string")
            json.array("enum") { json in
                for value in choices.values { json.element(value) }
                if canBeAbsent { json.nothing() }
            }
        }
    }
}
