package import Office
package import WorkCalendar

/// From the occurrences that an assignment has to those that it should have. Nothing is taken away: what was done stays where it
/// was done, what is open moves to the successor of its unit, and what has no place any more is withdrawn, and comes back when
/// it has one again. Done twice, the second time changes nothing.
package struct Reconciliation: Sendable, Equatable {
    /// An occurrence that the assignment has.
    package struct Standing: Sendable, Equatable {
        package var occurrence: Occurrence
        /// The day that the plan set for it, whatever extension moved its due day since.
        package var planned: Day?
        /// Whether it was withdrawn, and not revived; others that ended were recalled or replaced, and stay so.
        package var isWithdrawn: Bool

        /// All of its parts.
        package init(_ occurrence: Occurrence, planned: Day?, isWithdrawn: Bool = false) {
            self.occurrence = occurrence
            self.planned = planned
            self.isWithdrawn = isWithdrawn
        }
    }

    /// An open occurrence that goes to another unit, with the day that the plan sets for it there.
    package struct Move: Sendable, Equatable {
        package var occurrence: Occurrence
        package var unit: OrganisationID
        package var body: Int?
        package var planned: Day?
    }

    /// An open occurrence whose day or words were corrected.
    package struct Change: Sendable, Equatable {
        package var occurrence: Occurrence
        package var body: Int?
        package var planned: Day?
    }

    /// One without a place any more; `into` is the one that stands in its place where two units became one.
    package struct Withdrawal: Sendable, Equatable {
        package var occurrence: Occurrence
        package var into: Int?
    }

    /// New ones.
    package private(set) var inserted: [Expansion.Wanted] = []
    package private(set) var moved: [Move] = []
    package private(set) var changed: [Change] = []
    package private(set) var withdrawn: [Withdrawal] = []
    /// Withdrawn before, and wanted again.
    package private(set) var revived: [Change] = []

    /// Whether everything is as it should be.
    package var isEmpty: Bool {
        inserted.isEmpty && moved.isEmpty && changed.isEmpty && withdrawn.isEmpty && revived.isEmpty
    }

    /// - Parameters:
    ///   - present: All occurrences of the assignment.
    ///   - wanted: Those that it should have.
    ///   - turns: When it comes due.
    ///   - successors: What became of a unit that has ended; empty for one that stands.
    package init(
        present: [Standing], wanted: [Expansion.Wanted], turns: [Turn], successors: (OrganisationID) -> [OrganisationID]
    ) {
        var missing = Dictionary(uniqueKeysWithValues: wanted.map { ($0.key, $0) })
        // Those that stand come before those that ended with the same key.
        let present = present.sorted {
            ($0.occurrence.ended == nil ? 0 : 1, $0.occurrence.id) < (
                $1.occurrence.ended == nil ? 0 : 1, $1.occurrence.id
            )
        }
        var placed: [OccurrenceKey: Int] = [:]
        var rest: [Standing] = []
        for standing in present {
            let key = standing.occurrence.key
            guard let one = missing.removeValue(forKey: key) else {
                if placed[key] == nil { rest.append(standing) }
                continue
            }
            placed[key] = standing.occurrence.id
            keep(standing, as: one)
        }
        let dues = Dictionary(turns.map { ($0.period, $0.due) }) { first, _ in first }
        for standing in rest where standing.occurrence.ended == nil && standing.occurrence.completed == nil {
            rehouse(standing.occurrence, dues, successors, &missing, &placed)
        }
        // What a former unit has done, or was let off, is no more work of its successors.
        for standing in rest where !standing.isWithdrawn {
            let occurrence = standing.occurrence
            guard occurrence.completed != nil || occurrence.ended != nil, let unit = occurrence.unit else { continue }
            for successor in successors(unit) {
                missing[OccurrenceKey(unit: successor, body: nil, period: occurrence.period)] = nil
            }
        }
        inserted = wanted.filter { missing[$0.key] != nil }
    }

    private mutating func keep(_ standing: Standing, as one: Expansion.Wanted) {
        let occurrence = standing.occurrence
        let change = Change(occurrence: occurrence, body: one.body, planned: one.turn.due)
        if occurrence.ended != nil {
            if standing.isWithdrawn { revived.append(change) }
        } else if occurrence.completed == nil, standing.planned != one.turn.due || occurrence.body != one.body {
            changed.append(change)
        }
    }

    private mutating func rehouse(
        _ occurrence: Occurrence, _ dues: [PartialDate?: Day?], _ successors: (OrganisationID) -> [OrganisationID],
        _ missing: inout [OccurrenceKey: Expansion.Wanted], _ placed: inout [OccurrenceKey: Int]
    ) {
        func key(_ unit: OrganisationID) -> OccurrenceKey {
            OccurrenceKey(unit: unit, body: nil, period: occurrence.period)
        }
        let heirs: [OrganisationID]
        if let unit = occurrence.unit {
            heirs = successors(unit)
        } else {
            // Words that were not understood before and are now.
            heirs = missing.values.filter { $0.body == occurrence.body && $0.turn.period == occurrence.period }
                .compactMap(\.unit).sorted()
        }
        if let heir = heirs.first(where: { missing[key($0)] != nil }), let one = missing.removeValue(forKey: key(heir))
        {
            placed[one.key] = occurrence.id
            moved.append(Move(occurrence: occurrence, unit: heir, body: one.body, planned: one.turn.due))
        } else if let heir = heirs.first(where: { placed[key($0)] != nil }) {
            withdrawn.append(Withdrawal(occurrence: occurrence, into: placed[key(heir)]))
        } else if let heir = heirs.first, let due = dues[occurrence.period] {
            // Due before the successor began: whoever of the former units has not done it leaves it to the successor.
            placed[key(heir)] = occurrence.id
            moved.append(Move(occurrence: occurrence, unit: heir, body: occurrence.body, planned: due))
        } else {
            withdrawn.append(Withdrawal(occurrence: occurrence, into: nil))
        }
    }
}
