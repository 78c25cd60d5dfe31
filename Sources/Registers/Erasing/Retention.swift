package import Office
package import Storage
package import WorkCalendar

/// A record that has been kept for as long as its register says.
package struct ExpiredRecord: Hashable, Sendable {
    /// Which.
    package let record: RecordID
    /// Which of its versions.
    package let version: Int
    /// Whose.
    package let unit: OrganisationID
    /// The day from which its time is counted.
    package let since: Day
}

extension RecordBook {
    /// Records past their time, of which nobody has decided to keep them for longer; the oldest first. Nothing is ever taken away without
    /// a decision.
    package func expired(within scope: Scope, on today: Day, limit: Int, _ db: Transaction) throws -> [ExpiredRecord] {
        guard let retention = definition.retention, let years = retention.years else { return [] }
        let key = retention.from ?? definition.display.day
        let column = key.flatMap { definition[$0]?.dayColumn }
        let since: Query =
            column.map { "COALESCE(r.\(name: $0), SUBSTR(r.recorded_at, 1, 10))" } ?? "SUBSTR(r.recorded_at, 1, 10)"
        return try db.all(
            """
            SELECT r.id, r.version, r.unit, \(since) FROM \(name: definition.table) AS r
            WHERE \(since) < \(today.adding(years: -years)) AND \(scope.condition("r.unit"))
                AND NOT EXISTS (SELECT 1 FROM erasures AS e WHERE e.record = r.id)
                AND NOT EXISTS (SELECT 1 FROM retention_extensions AS x WHERE x.record = r.id AND x.until >= \(today))
            ORDER BY \(since), r.id LIMIT \(limit)
            """
        ) {
            ExpiredRecord(
                record: try $0.next(), version: try $0.next(), unit: try $0.next(), since: try $0.next())
        }
    }

    /// Decides that a record is kept until a day.
    /// - Throws: ``Refusal`` where there is no such record within the scope, no reason, or the day has passed.
    package func keepLonger(
        _ id: RecordID, until: Day, note: String, within scope: Scope, by act: Act, _ db: Transaction
    ) throws {
        guard try record(id, within: scope, db) != nil else { throw Refusal("record.not-there") }
        if note.allSatisfy(\.isWhitespace) { throw Refusal("retention.no-note") }
        if until <= act.day { throw Refusal("retention.until") }
        let entry = try Journal.record(
            "record.keep", of: .record(id), after: ["until": until.description, "paper": note], by: act, db)
        try db.run(
            """
            INSERT INTO retention_extensions (record, until, note, entry) VALUES (\(id), \(until), \(note), \(entry))
            """)
    }
}
