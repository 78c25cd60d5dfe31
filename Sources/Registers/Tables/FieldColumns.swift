package import Storage

/// A column of a table that keeps records.
package struct FieldColumn: Hashable, Sendable {
    /// Its name: made of checked keys.
    package let name: String
    /// What it holds.
    package let type: ColumnType
}

extension FieldDefinition {
    /// The columns that hold it, in the order in which its value is written; none where it has a table of its own. A private field is
    /// sealed in one column, with another by which equal values are found.
    package var columns: [FieldColumn] {
        let name = key.column
        if isPrivate { return [column("", .bytes)] + (hasBlindIndex ? [column("_blind", .bytes)] : []) }
        return switch kind {
        case .text: [column("", .text), column("_sort", .text)]
        case .longText, .country, .choice, .day, .link, .email, .telephone: [column("", .text)]
        case .whole, .decimal, .unit, .record: [column("", .integer)]
        case .money: [column("", .integer), column("_currency", .text)]
        case .partialDate: [column("", .text), column("_first", .text), column("_last", .text)]
        case .period: [column("_from", .text), column("_to", .text)]
        case .person: [column("", .text), column("_sort", .text), column("_folded", .text)]
        case .place: [column("", .text), column("_sort", .text), column("_unit", .integer)]
        case .answer: [column("", .text), column("_on", .text)]
        case .choices, .countries, .file: []
        }
        func column(_ suffix: String, _ type: ColumnType) -> FieldColumn {
            FieldColumn(name: name + suffix, type: type)
        }
    }

    /// Whether its values stand in a table of their own.
    package var hasTable: Bool { Kind.several.contains(kind) && !isPrivate }

    /// Whether equal values of it can be found though they are sealed.
    package var hasBlindIndex: Bool { isPrivate && Kind.texts.contains(kind) && kind != .longText }
}

/// The columns that every record has, whatever its register.
enum EngineColumn: String, CaseIterable {
    case id, unit, state, version, origin
    case recordedBy = "recorded_by"
    case recordedAt = "recorded_at"
    case removed
}

/// The columns that every line has.
enum LineColumn: String, CaseIterable {
    case id, record, place
}
