/// What the columns of a list are, said once: from it come the list as an Excel file, as a CSV file and as JSON for programs, and the
/// description of that JSON.
///
///     static let listing = Listing<WorkRow>(
///         "work", title: "work.title", filters: [.text("q", "work.words"), .choices("trang-thai", "work.state", states)],
///         columns: [
///             .whole("id", "work.number", inFiles: false) { $0.occurrence },
///             .text("text", "work.text", width: 60) { $0.text },
///             .choice("state", "work.state", states) { $0.state.rawValue },
///             .day("due", "work.due") { $0.due },
///         ])
package struct Listing<Row: Sendable>: Sendable {
    /// What the list is, without its rows.
    package let outline: ListingOutline
    /// What it tells of a row.
    package let columns: [ListingColumn<Row>]

    /// - Parameters:
    ///   - key: Names it in addresses: `/api/work`. Never changed once released.
    ///   - title: The key of its name: "Nhiệm vụ".
    ///   - filters: What can be asked of it in the address, the same on its page.
    package init(_ key: String, title: String, filters: [ListingFilter] = [], columns: [ListingColumn<Row>]) {
        outline = ListingOutline(key: key, title: title, filters: filters, columns: columns.map(\.outline))
        self.columns = columns
    }
}

/// What a list is, whatever its rows are.
package struct ListingOutline: Sendable, Hashable {
    /// A column.
    package struct Column: Sendable, Hashable {
        /// Names it in JSON, in English: "dueDay".
        package let key: String
        /// The key of its words.
        package let title: String
        /// What stands in it.
        package let kind: ListingKind
        /// Its width in a file, in figures; `nil` for what is usual of its kind.
        package let width: Int?
        /// Whether it stands in files: keys that only programs need do not.
        package let isInFiles: Bool
    }

    /// Names it in addresses.
    package let key: String
    /// The key of its name.
    package let title: String
    /// What can be asked of it.
    package let filters: [ListingFilter]
    /// Its columns.
    package let columns: [Column]
}

/// What stands in a column, or is asked of one.
package enum ListingKind: Sendable, Hashable {
    /// Words.
    case text
    /// Several of them: names of units.
    case texts
    /// A whole number.
    case whole
    /// A number.
    case decimal
    /// Yes or no.
    case truth
    /// A calendar day.
    case day
    /// A moment.
    case moment
    /// One of some words.
    case choice(ListingChoices)
}

/// Words of which one stands in a column.
package struct ListingChoices: Sendable, Hashable {
    /// As programs know them.
    package let values: [String]
    /// What stands before a value in the key of its words: "state." for "state.openLate".
    package let words: String

    /// Both parts.
    package init(_ values: [String], words: String) {
        self.values = values
        self.words = words
    }

    /// All cases of a type, by their raw values.
    package init<Case: CaseIterable & RawRepresentable<String>>(_ type: Case.Type, words: String) {
        self.init(type.allCases.map(\.rawValue), words: words)
    }
}

/// Something that can be asked of a list, by a name in its address.
package struct ListingFilter: Sendable, Hashable {
    /// In the address: "don-vi".
    package let name: String
    /// The key of what it is called.
    package let title: String
    /// What can be asked.
    package let kind: ListingKind
    /// Whether several values can be asked at once.
    package let isRepeated: Bool

    /// All of its parts.
    package init(_ name: String, _ title: String, _ kind: ListingKind = .text, isRepeated: Bool = false) {
        self.name = name
        self.title = title
        self.kind = kind
        self.isRepeated = isRepeated
    }
}

/// A part of a list's rows.
package struct Portion: Sendable, Hashable {
    /// How many rows come before it.
    package let offset: Int
    /// How many rows it has at most.
    package let limit: Int

    /// Both parts.
    package init(offset: Int, limit: Int) {
        self.offset = offset
        self.limit = limit
    }
}
