package import Office
package import Storage

/// A value that several records have, and how many have it.
package struct RecordGroup: Hashable, Sendable {
    /// What they have, field by field as was asked; `nil` where it is not filled.
    package let values: [FieldValue?]
    /// How many.
    package let count: Int
}

extension RecordBook {
    /// How many records there are.
    package func count(_ query: RecordQuery, within scope: Scope, _ db: Transaction) throws -> Int {
        let condition = try definition.condition(query, within: scope, isCounted: true, db)
        return try db.value("SELECT COUNT(*) FROM \(definition.source()) WHERE \(condition)") ?? 0
    }

    /// How many records have each value of a facet, the other choices staying as they are; the most frequent first.
    package func counts(
        of facet: RecordQuery.Facet, _ query: RecordQuery, within scope: Scope, _ db: Transaction
    ) throws -> [RecordGroup] {
        try groups(by: [facet], query, without: facet, within: scope, db)
    }

    /// How many records have the same values of one or two facets: what charts and maps show. A record with several values of one
    /// stands under each of them.
    package func groups(
        by facets: [RecordQuery.Facet], _ query: RecordQuery, without facet: RecordQuery.Facet? = nil,
        within scope: Scope, _ db: Transaction
    ) throws -> [RecordGroup] {
        let condition = try definition.condition(query, within: scope, without: facet, isCounted: true, db)
        var source = definition.source()
        var columns: [Query] = []
        for (index, facet) in facets.enumerated() {
            let alias: Query = "\(name: "v\(index)")"
            if case .behaviour(let name) = facet {
                // A record with two clocks at the same standing is counted once.
                source = """
                    \(source) LEFT JOIN (
                        SELECT DISTINCT s.record, s.value FROM (\(definition.standings(name, on: query.day))) AS s
                    ) AS \(alias) ON \(alias).record = r.id
                    """
                columns.append("\(alias).value")
                continue
            }
            guard case .field(let key) = facet, let field = definition[key], field.hasTable else {
                columns.append(definition.column(of: facet))
                continue
            }
            let table = Definition.table(of: field, in: definition.table)
            source = "\(source) LEFT JOIN \(name: table) AS \(alias) ON \(alias).record = r.id"
            columns.append("\(alias).value")
        }
        let list = Query(joining: columns, ", ")
        return try db.all(
            "SELECT \(list), COUNT(*) FROM \(source) WHERE \(condition) GROUP BY \(list) ORDER BY COUNT(*) DESC, \(list)"
        ) { fields in
            let values = try facets.map { try definition.value(of: $0, try fields.next()) }
            return RecordGroup(values: values, count: try fields.next())
        }
    }

    /// The sum of a number field, in units of its last place.
    package func sum(
        of field: Key, _ query: RecordQuery, within scope: Scope, _ db: Transaction
    ) throws -> Int {
        guard let field = definition[field], [.whole, .decimal].contains(field.kind) else { return 0 }
        let condition = try definition.condition(query, within: scope, isCounted: true, db)
        return try db.value(
            "SELECT COALESCE(SUM(r.\(name: field.key.column)), 0) FROM \(definition.source()) WHERE \(condition)") ?? 0
    }

    /// The sums of a money field, currency by currency.
    package func sums(
        of field: Key, _ query: RecordQuery, within scope: Scope, _ db: Transaction
    ) throws -> [Money] {
        guard let field = definition[field], field.kind == .money else { return [] }
        let condition = try definition.condition(query, within: scope, isCounted: true, db)
        let amount: Query = "r.\(name: field.key.column)", currency: Query = "r.\(name: "\(field.key.column)_currency")"
        return try db.all(
            """
            SELECT SUM(\(amount)), \(currency) FROM \(definition.source())
            WHERE \(condition) AND \(amount) IS NOT NULL GROUP BY \(currency) ORDER BY \(currency)
            """
        ) { Money(hundredths: try $0.next(), currency: try $0.next()) }
    }

    /// All of a money field in one currency, each amount converted at the rate of its record's day.
    /// - Throws: ``Refusal`` where a rate is missing.
    package func sum(
        of field: Key, in currency: String, at rates: ExchangeRates, _ query: RecordQuery, within scope: Scope,
        _ db: Transaction
    ) throws -> Money {
        guard let field = definition[field], field.kind == .money else {
            return Money(hundredths: 0, currency: currency)
        }
        let condition = try definition.condition(query, within: scope, isCounted: true, db)
        let amount: Query = "r.\(name: field.key.column)", own: Query = "r.\(name: "\(field.key.column)_currency")"
        let day: Query =
            definition.display.day.flatMap { definition[$0]?.dayColumn }.map { "r.\(name: $0)" }
            ?? "SUBSTR(r.recorded_at, 1, 10)"
        var sum = ConvertedSum(into: currency, at: rates)
        try db.each(
            """
            SELECT SUM(\(amount)), \(own), \(day) FROM \(definition.source())
            WHERE \(condition) AND \(amount) IS NOT NULL GROUP BY \(own), \(day)
            """
        ) { try sum.add(Money(hundredths: $0.next(), currency: $0.next()), on: $0.next()) }
        return sum.total
    }
}

extension Definition {
    fileprivate func column(of facet: RecordQuery.Facet) -> Query {
        switch facet {
        case .state: "r.state"
        case .unit: "r.unit"
        case .field(let key): self[key]?.equalityColumn.map { "r.\(name: $0)" } ?? "NULL"
        case .behaviour: "NULL"
        }
    }

    fileprivate func value(of facet: RecordQuery.Facet, _ cell: Value) throws -> FieldValue? {
        if cell == .null { return nil }
        switch facet {
        case .state, .behaviour: return .key(try String(stored: cell))
        case .unit: return .unit(OrganisationID(rawValue: try Int(stored: cell)))
        case .field(let key):
            guard let field = self[key] else { return nil }
            switch field.kind {
            case .countries, .choices: return .key(try String(stored: cell))
            case .money: return .number(try Int(stored: cell))
            default: return try field.value(of: [cell] + field.columns.dropFirst().map { _ in .null })
            }
        }
    }
}
