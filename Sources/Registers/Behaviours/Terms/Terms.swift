package import Office
package import Storage
package import WorkCalendar

/// The days that behaviours set for records, kept beside them so that lists of millions are narrowed by them: facts only, put there in
/// the transaction in which a record is written. They follow from the record, the definition and the calendar of holidays, and are
/// found again where one of the last two has changed (``TermRenewal``).
package enum Terms {
    /// Puts the days of a record in the place of those it had.
    static func put(_ terms: [Term], of record: Record, in definition: Definition, _ db: Transaction) throws {
        try db.run("DELETE FROM record_terms WHERE record = \(record.id)")
        try insert(terms.map { ($0, record) }, in: definition, db)
    }

    static func insert(_ terms: [(term: Term, record: Record)], in definition: Definition, _ db: Transaction) throws {
        try db.insert(
            "INSERT INTO record_terms (record, sort, term, register, unit, began, due, soon, paused, met)",
            rows: terms.map { term, record in
                [
                    record.id.stored, term.sort.stored, .text(term.key.text), .text(definition.key.text),
                    record.unit.stored, term.began.stored, term.due.stored, term.soon.stored, term.paused.stored,
                    term.met.stored,
                ]
            })
    }

    /// A term that waits, with its record.
    package struct Waiting: Hashable, Sendable {
        /// Of which register.
        package let register: Key
        /// Of which record.
        package let record: RecordID
        /// Whose work it is.
        package let unit: OrganisationID
        /// What is due, and when.
        package let term: Term
    }

    /// What is overdue or near in any register, the earliest first.
    /// - Parameters:
    ///   - standings: At which of them.
    ///   - register: Of one register only.
    ///   - scopes: The registers that may be read, each with the units whose records may.
    package static func waiting(
        _ standings: [Term.Standing] = [.overdue, .soon], register: Key? = nil, on day: Day,
        within scopes: [Key: Scope],
        limit: Int = 100, offset: Int = 0, _ db: Transaction
    ) throws -> [Waiting] {
        try db.all(
            """
            SELECT t.register, t.record, t.unit, t.sort, t.term, t.began, t.due, t.soon FROM record_terms AS t
            WHERE \(condition(standings, register, day, scopes)) ORDER BY t.due, t.record, t.term
            LIMIT \(limit) OFFSET \(offset)
            """
        ) { row in
            Waiting(
                register: Key(unchecked: try row.next()), record: try row.next(), unit: try row.next(),
                term: Term(
                    sort: try row.next(), key: Key(unchecked: try row.next()), began: try row.next(),
                    due: try row.next(), soon: try row.next(), paused: nil, met: nil))
        }
    }

    /// How many terms stand at each of these, by register.
    package static func counts(
        _ standings: [Term.Standing] = [.overdue, .soon], on day: Day, within scopes: [Key: Scope], _ db: Transaction
    ) throws -> [Key: [Term.Standing: Int]] {
        var counts: [Key: [Term.Standing: Int]] = [:]
        for standing in standings {
            try db.each(
                """
                SELECT t.register, COUNT(*) FROM record_terms AS t WHERE \(condition([standing], nil, day, scopes))
                GROUP BY t.register
                """
            ) { counts[Key(unchecked: try $0.next()), default: [:]][standing] = try $0.next(Int.self) }
        }
        return counts
    }

    private static func condition(
        _ standings: [Term.Standing], _ register: Key?, _ day: Day, _ scopes: [Key: Scope]
    ) -> Query {
        let any = standings.map { "(\($0.condition(on: day)))" as Query }
        var parts: [Query] = ["(\(Query(joining: any, " OR ")))"]
        let asked = register.map { key in scopes.filter { $0.key == key } } ?? scopes
        let readable = Dictionary(grouping: asked.keys.sorted(), by: { asked[$0] ?? .units([]) }).map { scope, keys in
            "(t.register IN (\(list: keys.map(\.text))) AND \(scope.condition("t.unit")))" as Query
        }
        parts.append(readable.isEmpty ? "1 = 0" : "(\(Query(joining: readable, " OR ")))")
        // Waiting terms alone have an index in the order of their days.
        parts.append("t.met IS NULL")
        return Query(joining: parts, " AND ")
    }
}

extension Terms {
    /// The keys of the records that have such a day.
    static func records(
        having sort: Term.Sort, at standing: Term.Standing, in definition: Definition, on day: Day
    ) -> Query {
        """
        SELECT t.record FROM record_terms AS t WHERE t.register = \(definition.key.text) AND t.sort = \(sort)
        AND \(standing.condition(on: day))
        """
    }
}
