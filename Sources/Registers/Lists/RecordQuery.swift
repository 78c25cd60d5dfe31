package import Office
package import Storage
package import WorkCalendar

/// Which records of a register: by what they say, when they were, and words in them. Lists, counts, charts and figures all ask with
/// one of these, so that they speak of the same records.
package struct RecordQuery: Hashable, Sendable {
    /// What was chosen beside the list: a record has one of the values of each.
    package var facets: [Facet: [FieldValue]] = [:]
    /// What must hold besides.
    package var filter = Filter()
    /// The days in which the date lies.
    package var window: Window?
    /// Whose date; the register's own where none is given.
    package var timing: FigureDefinition.Timing?
    /// Words in any of its texts, with or without accents.
    package var text = ""
    /// The same words as private names are found by (``RecordBook/findingNames(_:)``).
    package internal(set) var nameWords: [NameWord] = []
    /// None but these; any where none are named.
    package var among: [RecordID]?
    /// For what depends on the day on which it is asked.
    package var day = Day.today
    /// Those that were removed, instead of those that were not.
    package var isOfRemoved = false

    /// All records.
    package init() {}

    /// By what records are chosen and grouped.
    package enum Facet: Hashable, Sendable {
        /// Where they stand.
        case state
        /// Whose work they are.
        case unit
        /// A field.
        case field(Key)
        /// Where a behaviour has them stand on the day of the question.
        case behaviour(String)
    }
}

extension Definition {
    /// The tables of records, or of lines with their records, to follow `FROM`: the record is `r`, the line is `l`.
    package func source(lines: Lines? = nil) -> Query {
        guard let lines else { return "\(name: table) AS r" }
        return "\(name: self.table(of: lines)) AS l JOIN \(name: table) AS r ON r.id = l.record"
    }

    /// The condition for `WHERE` that a record, and a line where lines are counted, belongs to what is asked.
    /// - Parameters:
    ///   - scope: The units whose records may be read.
    ///   - isCounted: Whether all of them are wanted, and not the first of an order: then those with a value are found at once, instead
    ///     of each being asked for it.
    package func condition(
        _ query: RecordQuery, within scope: Scope, lines: Lines? = nil, without facet: RecordQuery.Facet? = nil,
        isCounted: Bool = false, _ db: Transaction
    ) throws -> Query {
        var parts: [Query] = [query.isOfRemoved ? "r.removed IS NOT NULL" : "r.removed IS NULL"]
        if scope != .everything { parts.append(scope.condition("r.unit")) }
        for (key, values) in query.facets.sorted(by: { "\($0.key)" < "\($1.key)" }) where key != facet {
            parts.append(
                isCounted ? having(values, of: key, on: query.day) : test(.any(values), of: key, on: query.day))
        }
        if let among = query.among { parts.append(among.isEmpty ? "1 = 0" : "r.id IN (\(list: among))") }
        for criterion in query.filter.criteria { parts.append(condition(criterion, lines)) }
        if let window = query.window { parts += timing(query.timing ?? ownTiming(lines), window, lines) }
        if !query.text.isEmpty {
            guard let matches = Search.matches(query.text, db) else { return "1 = 0" }
            let found: Query =
                """
                SELECT e.subject FROM (\(matches)) AS m JOIN search_entries AS e ON e.id = m.id
                WHERE e.kind = \(table)
                """
            let named = try recordsNamed(query.nameWords, db)
            parts.append("r.id IN (\(named.map { "\(found) UNION \($0)" } ?? found))")
        }
        return Query(joining: parts, " AND ")
    }

    /// The date by which windows find records, or lines.
    package func ownTiming(_ lines: Lines?) -> FigureDefinition.Timing {
        (lines?.day ?? display.day).map { .dated($0) } ?? .always
    }

    // MARK: When

    private func timing(_ timing: FigureDefinition.Timing, _ window: Window, _ lines: Lines?) -> [Query] {
        switch timing {
        case .always: return []
        case .dated(let key):
            guard let column = dayColumn(key, lines) else { return [] }
            return ["\(column) BETWEEN \(window.first) AND \(window.last)"]
        case .standing(let from, let until):
            // What stands at the window's end: begun by then, and not ended by then.
            var parts: [Query] = []
            if let column = dayColumn(from, nil) { parts.append("\(column) <= \(window.last)") }
            if let until, let end = endColumn(until) { parts.append("(\(end) IS NULL OR \(end) > \(window.last))") }
            return parts
        }
    }

    /// The column of the day by which a record, or a line, belongs to a window; `nil` where there is none.
    package func day(of timing: FigureDefinition.Timing, _ lines: Lines?) -> Query? {
        switch timing {
        case .always: nil
        case .dated(let key): dayColumn(key, lines)
        case .standing(let from, _): dayColumn(from, nil)
        }
    }

    private func dayColumn(_ key: Key, _ lines: Lines?) -> Query? {
        if let column = lines?[key]?.dayColumn { return "l.\(name: column)" }
        return self[key]?.dayColumn.map { "r.\(name: $0)" }
    }

    private func endColumn(_ key: Key) -> Query? {
        guard let field = self[key] else { return nil }
        let suffix = field.kind == .partialDate ? "_last" : field.kind == .period ? "_to" : ""
        return "r.\(name: field.key.column + suffix)"
    }

    // MARK: What

    private func test(_ test: Filter.Test, of facet: RecordQuery.Facet, on day: Day) -> Query {
        switch facet {
        case .state: Self.test(test, "r.state")
        case .unit: Self.test(test, "r.unit")
        case .field(let key): self[key].map { Self.test(test, of: $0, in: table, "r") } ?? "1 = 0"
        case .behaviour(let name):
            if case .any(let values) = test {
                "r.id IN (SELECT s.record FROM (\(standings(name, at: values.map { $0.plain() }, on: day))) AS s)"
            } else {
                "1 = 0"
            }
        }
    }

    /// As ``test(_:of:on:)``, by the set of all that have one of the values.
    private func having(_ values: [FieldValue], of facet: RecordQuery.Facet, on day: Day) -> Query {
        guard case .field(let key) = facet, let field = self[key], field.hasTable else {
            return test(.any(values), of: facet, on: day)
        }
        let table = Self.table(of: field, in: table)
        return "r.id IN (SELECT record FROM \(name: table) WHERE value IN (\(list: values.map(\.sought))))"
    }

    /// The condition that one criterion holds of the record `r`, or of the line `l`.
    func condition(_ criterion: Filter.Criterion, _ lines: Lines? = nil) -> Query {
        switch criterion.subject {
        case .state: return Self.test(criterion.test, "r.state")
        case .field(let key): return self[key].map { Self.test(criterion.test, of: $0, in: table, "r") } ?? "1 = 0"
        case .line(let key):
            guard let lines, let field = lines[key] else { return "1 = 0" }
            return Self.test(criterion.test, of: field, in: self.table(of: lines), "l")
        }
    }

    private static func test(
        _ test: Filter.Test, of field: FieldDefinition, in table: String, _ alias: Query
    ) -> Query {
        guard field.hasTable else {
            guard let column = field.equalityColumn else { return "1 = 0" }
            return Self.test(test, "\(alias).\(name: column)")
        }
        let values: Query =
            "SELECT 1 FROM \(name: Definition.table(of: field, in: table)) AS v WHERE v.record = \(alias).id"
        return switch test {
        case .any(let sought): "EXISTS (\(values) AND v.value IN (\(list: sought.map(\.sought))))"
        case .none(let sought): "NOT EXISTS (\(values) AND v.value IN (\(list: sought.map(\.sought))))"
        case .filled(true): "EXISTS (\(values))"
        case .filled(false): "NOT EXISTS (\(values))"
        case .within: "1 = 0"
        }
    }

    private static func test(_ test: Filter.Test, _ column: Query) -> Query {
        switch test {
        case .any(let values) where values.count == 1: return "\(column) = \(values[0].sought)"
        case .any(let values): return "\(column) IN (\(list: values.map(\.sought)))"
        case .none(let values): return "(\(column) IS NULL OR \(column) NOT IN (\(list: values.map(\.sought))))"
        case .filled(let isFilled): return isFilled ? "\(column) IS NOT NULL" : "\(column) IS NULL"
        case .within(let bounds):
            var parts: [Query] = []
            if let least = bounds.least { parts.append("\(column) >= \(least)") }
            if let most = bounds.most { parts.append("\(column) <= \(most)") }
            return parts.isEmpty ? "\(column) IS NOT NULL" : Query(joining: parts, " AND ")
        }
    }
}

extension FieldValue {
    /// What the column by which equal values are found holds of it.
    var sought: Value {
        switch self {
        case .text(let text), .key(let text): .text(text)
        case .number(let number): .integer(number)
        case .money(let money): .integer(money.hundredths)
        case .date(let date): .text(date.iso)
        case .period(let period): period.from.stored
        case .keys(let keys): (keys.first).stored
        case .unit(let unit): .integer(unit.rawValue)
        case .record(let id): .integer(id.rawValue)
        case .files(let files): (files.first).stored
        case .place(let place): .text(place.text)
        case .answer(let answer): .text(answer.isYes ? "yes" : "no")
        }
    }
}
