import Office
import Storage
import WorkCalendar

/// What is remembered from one page to the next while nothing is written: counts.
final class RegisterMemory: Sendable {
    struct Question: Hashable, Sendable {
        let register: Key
        let query: RecordQuery
        let scope: Scope
        let sums: [Key]
    }

    /// What stands beside and above a list.
    struct Counts: Sendable {
        let total: Int
        let facets: [(facet: RecordQuery.Facet, groups: [RecordGroup])]
        let sums: [Key: [FieldValue]]
    }

    private let counts = Remembered<Question, Counts>(limit: 400)
    private let totals = Remembered<Scope, [Key: Int]>(limit: 50)
    private let due = Remembered<Reader, [Key: [Term.Standing: Int]]>(limit: 50)

    private struct Reader: Hashable {
        let day: Day
        let scopes: [Key: Scope]
    }

    func counts(
        _ query: RecordQuery, sums: [Key], of book: RecordBook, within scope: Scope, _ db: Transaction
    ) throws -> Counts {
        let definition = book.definition
        let question = Question(register: definition.key, query: query, scope: scope, sums: sums)
        return try counts.answer(to: question, db) {
            Counts(
                total: try book.count(query, within: scope, db),
                facets: try definition.listFacets.map { facet in
                    (facet, try book.counts(of: facet, query, within: scope, db))
                },
                sums: try sums.reduce(into: [:]) { found, key in
                    found[key] = try book.totals(of: key, query, within: scope, db)
                })
        }
    }

    /// How many terms are overdue and near in each register.
    func terms(
        on day: Day, within scopes: [Key: Scope], _ db: Transaction
    ) throws -> [Key: [Term.Standing: Int]] {
        try due.answer(to: Reader(day: day, scopes: scopes), db) { try Terms.counts(on: day, within: scopes, db) }
    }

    /// How many records each register has.
    func totals(_ definitions: Definitions, within scope: Scope, _ db: Transaction) throws -> [Key: Int] {
        try totals.answer(to: scope, db) {
            let parts = definitions.all.map { definition -> Query in
                let condition: Query = scope == .everything ? "" : "AND \(scope.condition("unit"))"
                return """
                    SELECT \(definition.key.text), COUNT(*) FROM \(name: definition.table)
                    WHERE removed IS NULL \(condition)
                    """
            }
            guard !parts.isEmpty else { return [:] }
            var counts: [Key: Int] = [:]
            try db.each(Query(joining: parts, " UNION ALL ")) { row in
                counts[Key(unchecked: try row.next())] = try row.next()
            }
            return counts
        }
    }
}

extension Definition {
    /// What the list can be narrowed by at its side.
    package var listFacets: [RecordQuery.Facet] {
        let unit: [RecordQuery.Facet] = display.unit.map(display.facets.contains) ?? false ? [] : [.unit]
        return (states.count > 1 ? [.state] : []) + sortingNames.map { .behaviour($0) }
            + display.facets.map { .field($0) } + unit
    }
}

extension RecordBook {
    /// All of a number field together; of money, each currency apart.
    fileprivate func totals(
        of key: Key, _ query: RecordQuery, within scope: Scope, _ db: Transaction
    ) throws -> [FieldValue] {
        switch definition[key]?.kind {
        case .money: try sums(of: key, query, within: scope, db).map { .money($0) }
        case .whole, .decimal: [.number(try sum(of: key, query, within: scope, db))]
        default: []
        }
    }
}
