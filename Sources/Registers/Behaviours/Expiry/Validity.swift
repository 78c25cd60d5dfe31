import Office
package import Storage
package import WorkCalendar

extension Expiry {
    /// The last day on which a record holds: its own, or that of its last renewal; `nil` where it has none, or nothing more is expected
    /// of it.
    func lastDay(of record: Record, in definition: Definition) -> Day? {
        guard definition.state(record.state)?.isClosed != true else { return nil }
        let own = day.flatMap { record.day(of: $0, last: true) }
        let renewed = renewals.flatMap { key in
            definition.lines(key)?.day.map { day in
                (record.lines[key] ?? []).compactMap { $0.content.day(of: day, last: true) }
            }
        }
        return ([own].compactMap(\.self) + (renewed ?? [])).max()
    }

    /// From so many days ahead it counts as near.
    var farthest: Int { ahead.max() ?? 30 }

    func term(of record: Record, in definition: Definition) -> Term? {
        lastDay(of: record, in: definition).map { last in
            Term(
                sort: .expiry, key: Key(unchecked: Self.name), began: nil, due: last,
                soon: last.adding(days: -farthest), paused: nil, met: nil)
        }
    }
}

extension Expiry: TimedBehaviour, SortingBehaviour {
    func terms(of record: Record, in definition: Definition) -> [Term] {
        [term(of: record, in: definition)].compactMap(\.self)
    }

    package static var standings: [String] {
        [Term.Standing.overdue, .soon, .running].map(\.rawValue)
    }

    package func records(at standing: String, in definition: Definition, on day: Day) -> Query {
        Terms.records(having: .expiry, at: Term.Standing(rawValue: standing) ?? .running, in: definition, on: day)
    }
}
