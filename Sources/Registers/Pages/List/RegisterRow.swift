package import Web
import WorkCalendar

/// A record as a list of it is taken away, with the names of what it refers to.
package struct RegisterRow: Sendable {
    let record: Record
    let writing: ValueWriting

    /// What files and programs have of a register.
    /// - Parameter fields: The columns that are shown.
    package static func listing(
        _ fields: [FieldDefinition], of definition: Definition, _ words: Words
    ) -> Listing<RegisterRow> {
        let language = words.language
        typealias Item = RegisterQuestion.Item
        var filters = [
            ListingFilter(Item.words, "register.words"), ListingFilter(Item.from, "register.from"),
            ListingFilter(Item.to, "register.to"), ListingFilter(Item.order, "register.order"),
            ListingFilter(Item.column, "register.columns", isRepeated: true),
            ListingFilter(Item.removed, "register.removed"),
        ]
        filters += definition.listFacets.map { ListingFilter(Item.facet($0), Item.facet($0), isRepeated: true) }
        var columns: [ListingColumn<RegisterRow>] = [
            .whole("id", "register.code", width: 10) { $0.record.id.rawValue }
        ]
        columns += fields.flatMap { Self.columns(of: $0, named: $0.names[language], words) }
        if definition.display.unit == nil {
            columns.append(.text("unit", "register.unit", width: 30) { $0.writing.unit($0.record.unit) })
        }
        let states = Dictionary(uniqueKeysWithValues: definition.states.map { ($0.key, $0.names[language]) })
        columns.append(
            .text("state", "register.state", width: 20) { row in
                states[row.record.state] ?? row.record.state.text
            })
        // The name of a register is no key of a sentence, and is shown as it is.
        return Listing(definition.key.text, title: definition.names[language], filters: filters, columns: columns)
    }

    private static func columns(
        of field: FieldDefinition, named name: String, _ words: Words
    ) -> [ListingColumn<RegisterRow>] {
        let key = field.key.text
        @Sendable func value(_ row: RegisterRow) -> FieldValue? { row.record.content.values[field.key] }
        switch field.kind {
        case .whole:
            return [.whole(key, name) { if case .number(let number)? = value($0) { number } else { nil } }]
        case .decimal:
            return [
                .decimal(key, name) { row in
                    guard case .number(let units)? = value(row) else { return nil }
                    return Double(Decimals.text(of: units, places: field.places))
                }
            ]
        case .money:
            return [
                .decimal(key, name) {
                    if case .money(let money)? = value($0) { Double(money.hundredths) / 100 } else { nil }
                },
                .text("\(key)-currency", words("register.currency"), width: 8) {
                    if case .money(let money)? = value($0) { money.currency } else { nil }
                },
            ]
        case .day:
            return [.day(key, name) { if case .date(.day(let day))? = value($0) { day } else { nil } }]
        default:
            let isLong = [.longText, .countries, .choices, .text].contains(field.kind)
            return [.text(key, name, width: isLong ? 40 : 24) { row in value(row).map { row.writing.text($0, field) } }]
        }
    }
}
