import Markup
import Office
package import Storage
import Web
package import WorkCalendar

// What behaviours do at run time. A behaviour takes part in what it needs: each of these is a protocol of its own, and this file is
// the one place that calls them.

/// A behaviour that shows something on the page of a record.
protocol ShownBehaviour: Behaviour {
    /// What it shows of a record; `nil` where it has nothing to say of it.
    func panel(of record: Record, _ request: RegisterRequest, _ db: Transaction) throws -> (any RecordPanel)?
}

/// A part of the page of a record.
protocol RecordPanel: Sendable {
    /// Whether it stands below the fields, which have more room, instead of beside them.
    var isBroad: Bool { get }
    func write(on page: RecordPage, to html: inout MarkupWriter)
}

/// A behaviour by which a list can be narrowed: a record stands at one or several of its standings on a day. Nothing of it is kept
/// but facts; what follows from today's date is asked for each time.
package protocol SortingBehaviour: Behaviour {
    /// At what records can stand, in the order of lists: `behaviour.<name>.<standing>` in the catalogue.
    static var standings: [String] { get }
    /// `SELECT` of the keys of the records that stand at one of them on a day, in a column `record`.
    func records(at standing: String, in definition: Definition, on day: Day) -> Query
}

/// A behaviour that sets days for records, which are kept beside them (``Terms``).
protocol TimedBehaviour: Behaviour {
    /// The days of a record.
    func terms(of record: Record, in definition: Definition) -> [Term]
}

/// A behaviour that does something once a record was written, in the same transaction.
protocol SettlingBehaviour: Behaviour {
    /// - Parameters:
    ///   - before: What it said before; `nil` for a new one.
    ///   - record: As it stands now.
    func settle(after before: Record.Content?, _ record: Record, in book: RecordBook, by act: Act, _ db: Transaction)
        throws
}

extension RecordBook {
    /// What behaviours do once a record was written.
    func settle(_ id: RecordID, after before: Record.Content?, by act: Act, _ db: Transaction) throws {
        let settling = definition.behaviours.compactMap { $0 as? any SettlingBehaviour }
        guard definition.setsTerms || !settling.isEmpty, let record = try record(id, within: .everything, db) else {
            return
        }
        if definition.setsTerms { try Terms.put(definition.terms(of: record), of: record, in: definition, db) }
        for behaviour in settling { try behaviour.settle(after: before, record, in: self, by: act, db) }
    }
}

extension Definition {
    /// The behaviour of a name, where the register has it and its list can be narrowed by it.
    package func sorting(_ name: String) -> (any SortingBehaviour)? {
        behaviours.lazy.compactMap { $0 as? any SortingBehaviour }.first { type(of: $0).name == name }
    }

    /// By which behaviours its list can be narrowed.
    var sortingNames: [String] {
        behaviours.compactMap { $0 as? any SortingBehaviour }.map { type(of: $0).name }
    }

    /// Whether its records have days that are kept beside them.
    var setsTerms: Bool { behaviours.contains { $0 is any TimedBehaviour } }

    /// The days of a record; none of one that was removed.
    func terms(of record: Record) -> [Term] {
        guard !record.isRemoved else { return [] }
        return behaviours.compactMap { $0 as? any TimedBehaviour }.flatMap { $0.terms(of: record, in: self) }
    }

    /// The keys of the records that stand at one of these, with it: columns `record` and `value`.
    func standings(_ name: String, at values: [String]? = nil, on day: Day) -> Query {
        guard let behaviour = sorting(name) else { return "SELECT 0 AS record, '' AS value WHERE 1 = 0" }
        let asked = type(of: behaviour).standings.filter { values?.contains($0) ?? true }
        guard !asked.isEmpty else { return "SELECT 0 AS record, '' AS value WHERE 1 = 0" }
        let parts = asked.map { standing in
            """
            SELECT x.record, \(standing) AS value FROM (\(behaviour.records(at: standing, in: self, on: day))) AS x
            """ as Query
        }
        return Query(joining: parts, " UNION ALL ")
    }
}

extension RegisterRequest {
    /// What the behaviours of the register show of a record.
    func panels(of record: Record, _ db: Transaction) throws -> [any RecordPanel] {
        try definition.behaviours.compactMap { $0 as? any ShownBehaviour }.compactMap {
            try $0.panel(of: record, self, db)
        }
    }
}
