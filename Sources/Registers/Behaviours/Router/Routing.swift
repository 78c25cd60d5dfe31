import Office
package import Storage
package import WorkCalendar

/// Who permits, as the rules say of one record.
package struct Routing: Hashable, Sendable {
    /// Which rule decided, from 1.
    package let rule: Int
    /// Why.
    package let why: Names
    /// Who permits.
    package let outcome: RouteTable.Outcome
    /// Fields that are not filled and by which an earlier rule might have decided otherwise.
    package let unsure: [Key]
    /// Fields that the dossier needs and that are not filled.
    package let lacking: [Key]
    /// Until when the dossier has to be there.
    package let until: Day?
    /// Who permits, as it was recorded.
    package let recorded: Key?

    /// Whether what was recorded is not what the rules say.
    package var differs: Bool { recorded.map { $0 != outcome.key } ?? false }
}

extension AuthorityRouter {
    /// What the rules say of a record; `nil` where the table has no answer, which its check forbids.
    package func routing(of record: Record, in definition: Definition) -> Routing? {
        guard let table, let place = table.rules.firstIndex(where: { $0.filter.holds(for: record) }),
            let outcome = table.outcomes.first(where: { $0.key == table.rules[place].outcome })
        else { return nil }
        let opening = definition.display.day.flatMap { record.day(of: $0, last: false) }
        let recorded: Key? =
            if case .key(let key)? = record.content.values[table.writes] { Key(unchecked: key) } else { nil }
        return Routing(
            rule: place + 1, why: table.rules[place].why, outcome: outcome,
            unsure: unsure(before: place, record, table),
            lacking: outcome.needs.filter { record.content.values[$0] == nil && !record.content.sealed.contains($0) },
            until: outcome.ahead.flatMap { ahead in opening.map { $0.adding(days: -ahead) } }, recorded: recorded)
    }

    /// A rule whose other conditions hold might hold too, were the field filled.
    private func unsure(before place: Int, _ record: Record, _ table: RouteTable) -> [Key] {
        var fields: [Key] = []
        for rule in table.rules[..<place] {
            var open: [Key] = []
            let others = rule.filter.criteria.allSatisfy { criterion in
                guard case .field(let key) = criterion.subject, record.content.values[key] == nil else {
                    return Filter(criteria: [criterion]).holds(for: record)
                }
                if case .filled = criterion.test { return criterion.test.holds(for: nil) }
                open.append(key)
                return true
            }
            if others { fields += open.filter { !fields.contains($0) } }
        }
        return fields
    }
}

/// At what records stand: as the rules say, or not. The rules are asked in SQL by the same filters.
extension AuthorityRouter: SortingBehaviour {
    package static var standings: [String] { ["differs", "unrecorded"] }

    package func records(at standing: String, in definition: Definition, on day: Day) -> Query {
        guard let table, let field = definition[table.writes] else { return "SELECT 0 AS record WHERE 1 = 0" }
        let written: Query = "r.\(name: field.key.column)"
        guard standing == "differs" else {
            return "SELECT r.id AS record FROM \(definition.source()) WHERE \(written) IS NULL"
        }
        let cases = table.rules.map { rule -> Query in
            let parts = rule.filter.criteria.map { definition.condition($0) }
            let condition: Query = parts.isEmpty ? "1 = 1" : Query(joining: parts, " AND ")
            return "WHEN \(condition) THEN \(rule.outcome.text)"
        }
        return """
            SELECT r.id AS record FROM \(definition.source())
            WHERE \(written) IS NOT NULL AND \(written) <> CASE \(Query(joining: cases, " ")) END
            """
    }
}
