import Web
import WorkCalendar

/// A record as a list of it is taken away, with the names of what it refers to.
struct RegisterRow: Sendable {
    let record: Record
    let writing: ValueWriting

    /// What files and programs have of the columns that are shown.
    static func listing(_ question: RegisterQuestion, _ request: RegisterRequest) -> Listing<RegisterRow> {
        let definition = request.definition
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
        columns += question.columns.flatMap { Self.columns(of: $0, named: request.name($0.names), request) }
        if definition.display.unit == nil {
            columns.append(.text("unit", "register.unit", width: 30) { $0.writing.unit($0.record.unit) })
        }
        columns.append(
            .text("state", "register.state", width: 20) { row in
                definition.state(row.record.state).map { request.name($0.names) } ?? row.record.state.text
            })
        // The name of a register is no key of a sentence, and is shown as it is.
        return Listing(definition.key.text, title: request.name(definition.names), filters: filters, columns: columns)
    }

    private static func columns(
        of field: FieldDefinition, named name: String, _ request: RegisterRequest
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
                .text("\(key)-currency", request.words("register.currency"), width: 8) {
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
