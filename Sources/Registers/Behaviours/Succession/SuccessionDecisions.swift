package import Office
package import Storage
package import WorkCalendar

/// What was decided on an agreement whose party is no more; taken back by a row that undoes it.
package struct SuccessionDecision: Hashable, Sendable {
    /// What becomes of it.
    package enum Outcome: String, Sendable, CaseIterable {
        /// Somebody else's from now on; as it is, under new names, for longer.
        case transfer, amend, extend
        /// It ends.
        case terminate
    }

    /// The key of its row.
    package let id: Int
    /// Whose it was.
    package let from: OrganisationID
    /// What becomes of it.
    package let outcome: Outcome
    /// Whose it is now; `nil` where it ends.
    package let successor: OrganisationID?
    /// When it was decided.
    package let day: Day
    /// The paper that says so.
    package let paper: String
    /// Its line in the journal.
    package let entry: Int
}

extension SuccessionDecision.Outcome: Storable {}

enum SuccessionSchema {
    static let migration = Migration(
        "registers.10",
        [
            """
            CREATE TABLE succession_decisions (
                id \(column: .identity),
                record \(column: .integer) NOT NULL REFERENCES records (id),
                from_unit \(column: .integer) NOT NULL REFERENCES organisations (id),
                -- transfer, amend, extend, terminate
                outcome \(column: .text) NOT NULL,
                successor \(column: .integer) REFERENCES organisations (id),
                day \(column: .text) NOT NULL,
                paper \(column: .text) NOT NULL,
                undoes \(column: .integer) UNIQUE REFERENCES succession_decisions (id),
                entry \(column: .integer) NOT NULL REFERENCES journal (id))
            """,
            "CREATE INDEX succession_decisions_by_record ON succession_decisions (record, id)",
        ])
}

extension RecordBook {
    /// What was decided on a record and not taken back, the first first.
    package func successionDecisions(of record: RecordID, _ db: Transaction) throws -> [SuccessionDecision] {
        try db.all(
            """
            SELECT d.id, d.from_unit, d.outcome, d.successor, d.day, d.paper, d.entry FROM succession_decisions AS d
            WHERE d.record = \(record) AND \(PartySuccession.stands) ORDER BY d.id
            """
        ) { row in
            SuccessionDecision(
                id: try row.next(), from: try row.next(), outcome: try row.next(), successor: try row.next(),
                day: try row.next(), paper: try row.next(), entry: try row.next())
        }
    }

    /// Decides whose an agreement is whose party is no more. The agreement itself keeps the name that signed it.
    /// - Parameters:
    ///   - version: The one that was read.
    ///   - scope: The units for which may be recorded.
    /// - Throws: ``Refusal`` where its party still stands, no successor or no paper is named, or the successor does not stand.
    package func decideSuccession(
        of id: RecordID, _ outcome: SuccessionDecision.Outcome, to successor: OrganisationID?, on day: Day,
        paper: String, version: Int, in directory: Directory, within scope: Scope, by act: Act, _ db: Transaction
    ) throws {
        let record = try record(id, within: scope, db)
        guard let record, let behaviour = definition.behaviour(PartySuccession.self),
            let party = behaviour.party(of: record, after: try successionDecisions(of: id, db))
        else { throw Refusal("record.not-there") }
        guard directory.hasEnded(party, by: act.day) else { throw Refusal("succession.still-stands") }
        guard paper.contains(where: { !$0.isWhitespace }) else { throw Refusal("succession.no-paper") }
        if outcome != .terminate {
            guard let successor, directory.version(of: successor, on: act.day) != nil else {
                throw Refusal("succession.no-successor")
            }
        }
        if let decided = behaviour.decided {
            try change(
                id, RecordDraft([decided: .date(.day(day))]), version: version, within: scope, by: act, db)
        }
        let heir = outcome == .terminate ? nil : successor
        let entry = try Journal.record(
            "record.succession", of: .record(id),
            after: [
                "from": directory.name(of: party, on: act.day), "outcome": outcome.rawValue,
                "successor": heir.flatMap { directory.name(of: $0, on: act.day) }, "day": day.description,
                "paper": paper,
            ], by: act, db)
        try db.run(
            """
            INSERT INTO succession_decisions (record, from_unit, outcome, successor, day, paper, entry)
            VALUES (\(id), \(party), \(outcome), \(heir), \(day), \(paper), \(entry))
            """)
    }

    /// Takes the last decision on a record back.
    /// - Throws: ``Refusal`` where there is none within the scope.
    package func undoSuccession(
        of id: RecordID, version: Int, within scope: Scope, by act: Act, _ db: Transaction
    ) throws {
        guard let record = try record(id, within: scope, db),
            let behaviour = definition.behaviour(PartySuccession.self),
            let last = try successionDecisions(of: id, db).last
        else { throw Refusal("succession.none") }
        if let decided = behaviour.decided, record.content.values[decided] == .date(.day(last.day)) {
            try change(id, RecordDraft([decided: nil]), version: version, within: scope, by: act, db)
        }
        let entry = try Journal.record(
            "record.succession.undo", of: .record(id),
            before: ["outcome": last.outcome.rawValue, "day": last.day.description, "paper": last.paper], by: act, db)
        try db.run(
            """
            INSERT INTO succession_decisions (record, from_unit, outcome, successor, day, paper, undoes, entry)
            VALUES (\(id), \(last.from), \(last.outcome), \(last.successor), \(last.day), \(last.paper), \(last.id),
                \(entry))
            """)
    }
}

extension PartySuccession {
    /// That a row `d` of decisions is one, and was not taken back.
    static let stands: Query = """
        d.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM succession_decisions AS u WHERE u.undoes = d.id)
        """

    /// Whose a record is, as far as was decided; `nil` where it has none, or has ended.
    func party(of record: Record, after decisions: [SuccessionDecision]) -> OrganisationID? {
        if let last = decisions.last { return last.successor }
        guard let party, case .unit(let unit)? = record.content.values[party] else { return nil }
        return unit
    }
}

extension Directory {
    /// Whether a unit was merged into others or split, and is none of them.
    func hasEnded(_ unit: OrganisationID, by day: Day) -> Bool {
        version(of: unit, on: day) == nil && successors(of: unit, to: day).units != [unit]
    }
}

/// Which agreements wait for a decision: found from what happened to units, as it stands in the directory.
extension PartySuccession: SortingBehaviour {
    package static var standings: [String] { ["awaiting", "decided"] }

    package func records(at standing: String, in definition: Definition, on day: Day) -> Query {
        guard let party = party.flatMap({ definition[$0] }) else { return "SELECT 0 AS record WHERE 1 = 0" }
        let last: Query = """
            SELECT MAX(d.id) FROM succession_decisions AS d WHERE d.record = r.id AND \(Self.stands)
            """
        guard standing == "awaiting" else {
            return "SELECT r.id AS record FROM \(definition.source()) WHERE (\(last)) IS NOT NULL"
        }
        let closed = definition.states.filter(\.isClosed).map(\.key.text)
        let isOpen: Query = closed.isEmpty ? "1 = 1" : "r.state NOT IN (\(list: closed))"
        return """
            SELECT r.id AS record FROM \(definition.source()) LEFT JOIN succession_decisions AS c ON c.id = (\(last))
            WHERE \(isOpen) AND CASE WHEN c.id IS NULL THEN r.\(name: party.key.column) ELSE c.successor END IN (
                SELECT p.organisation FROM succession_parts AS p JOIN successions AS s ON s.id = p.succession
                WHERE p.part = 'predecessor' AND s.kind IN ('merge', 'split') AND s.effective <= \(day)
                AND NOT EXISTS (SELECT 1 FROM succession_parts AS q WHERE q.succession = s.id AND q.part = 'successor'
                    AND q.organisation = p.organisation)
                AND NOT EXISTS (SELECT 1 FROM organisation_versions AS v WHERE v.organisation = p.organisation
                    AND (v.from_day IS NULL OR v.from_day <= \(day)) AND (v.until_day IS NULL OR v.until_day > \(day))))
            """
    }
}
