import Linkage
import Office
import Storage
import WorkCalendar

/// What of a record can tell whether another is of the same person, as the behaviour ``Duplicates`` of its register says. Private fields
/// are opened for it and go nowhere else.
struct RecordTraits {
    let book: RecordBook
    private let settings: Duplicates
    private let directory: Directory
    private let day: Day

    /// - Returns: `nil` where the register does not look for duplicates.
    init?(_ book: RecordBook, _ directory: Directory, on day: Day) {
        guard let settings: Duplicates = book.definition.behaviour(), settings.named != nil else { return nil }
        self.book = book
        self.settings = settings
        self.directory = directory
        self.day = day
    }

    /// The fields that tell it.
    var fields: [FieldDefinition] {
        let keys =
            [settings.named, settings.born, settings.place].compactMap(\.self) + settings.also + settings.contacts
        let country = book.definition.fields.first { $0.kind == .country && !$0.isPrivate }.map { [$0] } ?? []
        return keys.compactMap { book.definition[$0] } + country
    }

    /// - Parameter value: Of a field; `nil` where it is not filled.
    /// - Returns: `nil` where it has no name.
    func traits(_ value: (FieldDefinition) throws -> FieldValue?) rethrows -> PersonTraits? {
        var traits: PersonTraits?
        for field in fields {
            guard let value = try value(field) else { continue }
            if field.key == settings.named, case .text(let name) = value { traits = PersonTraits(name: name) }
            traits?.add(value, of: field, settings, directory, day)
        }
        return traits
    }

    /// Those of a draft.
    func traits(of draft: RecordDraft) -> PersonTraits? { traits { draft.values[$0.key].flatMap(\.self) } }

    /// Those of a record that stands.
    func traits(of id: RecordID, _ db: Transaction) throws -> PersonTraits? {
        guard let (record, content) = try book.stored(id, db), !record.isRemoved else { return nil }
        return try traits { try value(of: content.fields[$0.key] ?? [], $0, id) }
    }

    /// All people of the register, as tokens.
    func everybody(_ db: Transaction) throws -> PersonIndex {
        var index = PersonIndex()
        let fields = fields.filter { !$0.hasTable }
        try db.each(
            """
            SELECT id \(book.columns(of: fields)) FROM \(name: book.definition.table) WHERE removed IS NULL ORDER BY id
            """
        ) { row in
            let id: RecordID = try row.next()
            let cells = try RecordBook.cells(of: fields, &row)
            guard let traits = try self.traits({ try value(of: cells[$0.key] ?? [], $0, id) }) else { return }
            index.add(PersonTokens(traits), record: Int64(id.rawValue))
        }
        return index
    }

    private func value(of cells: Cells, _ field: FieldDefinition, _ id: RecordID) throws -> FieldValue? {
        guard cells.isFilled else { return nil }
        return field.isPrivate
            ? try book.opened(cells, of: field, in: book.definition.table, id) : try field.value(of: cells)
    }
}

extension PersonTraits {
    fileprivate mutating func add(
        _ value: FieldValue, of field: FieldDefinition, _ settings: Duplicates, _ directory: Directory, _ day: Day
    ) {
        switch (field.key, value) {
        case (settings.born, .number(let year)): born = Birth(year: year)
        case (settings.born, .date(let date)):
            born = Birth(year: date.firstDay.year)
            if case .day(let day) = date { born = Birth(year: day.year, month: day.month, day: day.day) }
        case (settings.place, .unit(let unit)): origin = Origin(commune: directory.name(of: unit, on: day))
        case (settings.place, .place(let place)): origin = Origin(commune: place.text)
        case (settings.place, .text(let text)): origin = Origin(commune: text)
        case (_, .text(let text)) where settings.also.contains(field.key):
            otherNames += text.split(whereSeparator: { ",;".contains($0) }).map(String.init)
        case (_, .text(let text)) where settings.contacts.contains(field.key):
            if text.contains("@") { emails.append(text) } else { telephones.append(text) }
        case (_, .key(let key)) where field.kind == .country: country = key
        default: break
        }
    }
}
