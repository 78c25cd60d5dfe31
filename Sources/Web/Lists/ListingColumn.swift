package import WorkCalendar

/// A column of a list: what it is called, and what it tells of a row; `nil` where it has nothing to tell.
package struct ListingColumn<Row: Sendable>: Sendable {
    let outline: ListingOutline.Column
    let value: @Sendable (Row) -> ListingValue

    private init(
        _ key: String, _ title: String, _ kind: ListingKind, _ width: Int?, _ isInFiles: Bool,
        _ value: @escaping @Sendable (Row) -> ListingValue
    ) {
        outline = ListingOutline.Column(key: key, title: title, kind: kind, width: width, isInFiles: isInFiles)
        self.value = value
    }

    /// Words.
    package static func text(
        _ key: String, _ title: String, width: Int? = nil, inFiles: Bool = true,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> Self {
        Self(key, title, .text, width, inFiles) { value($0).map(ListingValue.text) ?? .absent }
    }

    /// Several words: an array for programs, one below the other in files.
    package static func texts(
        _ key: String, _ title: String, width: Int? = nil, inFiles: Bool = true,
        _ value: @escaping @Sendable (Row) -> [String]
    ) -> Self {
        Self(key, title, .texts, width, inFiles) { .texts(value($0)) }
    }

    /// A whole number.
    package static func whole(
        _ key: String, _ title: String, width: Int? = nil, inFiles: Bool = true,
        _ value: @escaping @Sendable (Row) -> Int?
    ) -> Self {
        Self(key, title, .whole, width, inFiles) { value($0).map(ListingValue.whole) ?? .absent }
    }

    /// A number.
    package static func decimal(
        _ key: String, _ title: String, width: Int? = nil, inFiles: Bool = true,
        _ value: @escaping @Sendable (Row) -> Double?
    ) -> Self {
        Self(key, title, .decimal, width, inFiles) { value($0).map(ListingValue.decimal) ?? .absent }
    }

    /// Yes or no.
    package static func truth(
        _ key: String, _ title: String, width: Int? = nil, inFiles: Bool = true,
        _ value: @escaping @Sendable (Row) -> Bool?
    ) -> Self {
        Self(key, title, .truth, width ?? 10, inFiles) { value($0).map(ListingValue.truth) ?? .absent }
    }

    /// A calendar day.
    package static func day(
        _ key: String, _ title: String, width: Int? = nil, inFiles: Bool = true,
        _ value: @escaping @Sendable (Row) -> Day?
    ) -> Self {
        Self(key, title, .day, width, inFiles) { value($0).map(ListingValue.day) ?? .absent }
    }

    /// A moment.
    package static func moment(
        _ key: String, _ title: String, width: Int? = nil, inFiles: Bool = true,
        _ value: @escaping @Sendable (Row) -> Instant?
    ) -> Self {
        Self(key, title, .moment, width ?? 16, inFiles) { value($0).map(ListingValue.moment) ?? .absent }
    }

    /// One of some words: the word itself for programs, what it means in files.
    package static func choice(
        _ key: String, _ title: String, _ choices: ListingChoices, width: Int? = nil, inFiles: Bool = true,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> Self {
        Self(key, title, .choice(choices), width ?? 24, inFiles) { value($0).map(ListingValue.text) ?? .absent }
    }
}

/// What a column tells of a row.
enum ListingValue: Hashable, Sendable {
    case absent
    case text(String)
    case texts([String])
    case whole(Int)
    case decimal(Double)
    case truth(Bool)
    case day(Day)
    case moment(Instant)
}
