/// What a field can hold.
package enum Kind: String, CaseIterable, Sendable {
    /// A line of text.
    case text
    /// Paragraphs.
    case longText = "long-text"
    /// A whole number.
    case whole
    /// A number with a fixed count of decimal places.
    case decimal
    /// An amount in hundredths, with its currency (ISO 4217).
    case money
    /// A day.
    case day
    /// A day, a month, a quarter, a half-year or a year.
    case partialDate = "partial-date"
    /// From a day to a day; the last may be open.
    case period
    /// A country (ISO 3166-1, two letters).
    case country
    /// Several countries.
    case countries
    /// A unit of the office.
    case unit
    /// The name of a person.
    case person
    /// One of a list of choices.
    case choice
    /// Several of a list of choices.
    case choices
    /// A record of another register.
    case record
    /// Kept files.
    case file
    /// A place in words, with its commune where it is known.
    case place
    /// The address of a web page.
    case link
    /// An address of e-mail.
    case email
    /// A telephone number.
    case telephone
    /// Yes or no, with its day where it has one.
    case answer

    /// An option that a field of some kinds may have, beside those that every field may have.
    package enum Option: String, CaseIterable, Sendable {
        case unit, min, max, longest, places, choices, register, currency, pattern, unique, `default`
    }

    /// The options of a field of this kind.
    package var options: Set<Option> {
        switch self {
        case .text, .person: [.longest, .pattern, .unique, .default]
        case .longText: [.longest, .default]
        case .whole: [.unit, .min, .max, .unique, .default]
        case .decimal: [.unit, .min, .max, .places, .default]
        case .money: [.min, .max, .currency]
        case .day: [.unique, .default]
        case .partialDate: [.default]
        case .country, .answer: [.default]
        case .choice: [.choices, .default]
        case .choices: [.choices]
        case .record: [.register, .unique]
        case .link, .email, .telephone: [.unique]
        case .unit: [.unique]
        case .period, .countries, .file, .place: []
        }
    }

    /// Kinds that say when: a window of days finds their records.
    package static let dated: Set<Kind> = [.day, .partialDate, .period]
    /// Kinds of numbers that can be added up.
    package static let numbers: Set<Kind> = [.whole, .decimal, .money]
    /// Kinds whose values come again, so that records can be chosen and grouped by them.
    package static let grouping: Set<Kind> = [
        .choice, .choices, .country, .countries, .unit, .record, .answer, .whole,
    ]
    /// Kinds that hold several values, each a row of a table of its own.
    package static let several: Set<Kind> = [.choices, .countries, .file]
    /// Kinds whose value is one text.
    package static let texts: Set<Kind> = [.text, .longText, .person, .link, .email, .telephone]
}
