import Office
import Storage
import WorkCalendar

/// Brings the occurrences of accepted assignments to what their deadlines and leads say on a day.
struct PlanExpansion {
    /// How many years after that of the act an assignment without an end is worked out.
    static let yearsAhead = 2

    let directory: Directory
    let act: Act

    /// Brings the occurrences of assignments up to date.
    /// - Parameters:
    ///   - ids: Accepted assignments; the occurrences of any other are withdrawn.
    ///   - entry: The line of the journal under which it is done; where there is none, each assignment that changes gets its own.
    /// - Returns: How many occurrences were made.
    @discardableResult func bring(_ ids: [Int], entry: Int? = nil, _ db: Transaction) throws -> Int {
        var made = 0
        var news: [[Value]] = []
        for start in stride(from: 0, to: ids.count, by: 500) {
            let these = Array(ids[start..<min(start + 500, ids.count)])
            let standing = Dictionary(grouping: try standing(these, db), by: \.occurrence.assignment)
            for expanded in try ExpandedAssignment.load(these, db) {
                let id = expanded.reviewed.assignment.id
                let turns = expanded.reviewed.state == .accepted ? turns(of: expanded) : []
                let wanted = turns.isEmpty ? [] : Expansion.wanted(leads(of: expanded), turns)
                let change = Reconciliation(
                    present: standing[id] ?? [], wanted: wanted, turns: turns, successors: successors)
                guard !change.isEmpty else { continue }
                let line = try entry ?? record(change, of: id, db)
                try apply(change, entry: line, db)
                news += change.inserted.map { $0.values(of: expanded.reviewed.assignment) }
                made += change.inserted.count + change.revived.count
            }
        }
        try db.insert("INSERT INTO occurrences (assignment, plan, body, unit, period, due, planned)", rows: news)
        return made
    }

    private func turns(of expanded: ExpandedAssignment) -> [Turn] {
        expanded.reviewed.assignment.deadline.turns(
            until: act.day.year + Self.yearsAhead, from: expanded.start ?? act.day)
    }

    /// Who leads today: units, or what they became; whoever belongs to a group.
    private func leads(of expanded: ExpandedAssignment) -> [ExpansionLead] {
        expanded.reviewed.leads.map { body in
            let units: [ExpansionLead.Unit] =
                switch body.outcome {
                case .units: present(body.units).map { ExpansionLead.Unit($0) }
                case .group:
                    directory.members(ofGroups: body.groups, within: expanded.province, on: act.day).map {
                        ExpansionLead.Unit($0, since: directory.history(of: $0).first?.from)
                    }
                case .open, .unknown: []
                }
            return ExpansionLead(body: body.id, units: units)
        }
    }

    /// Units as they stand today; one that ended without a successor stays, for somebody must see it.
    private func present(_ units: [OrganisationID]) -> [OrganisationID] {
        units.flatMap { unit -> [OrganisationID] in
            let heirs = successors(of: unit)
            return heirs.isEmpty ? [unit] : heirs
        }
    }

    /// What became of a unit that has ended; none of one that stands.
    private func successors(of unit: OrganisationID) -> [OrganisationID] {
        guard directory.version(of: unit, on: act.day) == nil else { return [] }
        return directory.successors(of: unit, to: act.day).units
    }

    private func standing(_ ids: [Int], _ db: Transaction) throws -> [Reconciliation.Standing] {
        let withdrawn = Set(
            try db.all(
                """
                SELECT w.occurrence FROM occurrence_withdrawals AS w JOIN occurrences AS o ON o.id = w.occurrence
                WHERE w.undone IS NULL AND o.assignment IN (\(list: ids))
                """
            ) { try $0.next(Int.self) })
        return try db.all(
            "SELECT \(Occurrence.columns), planned FROM occurrences WHERE assignment IN (\(list: ids)) ORDER BY id"
        ) { fields in
            let occurrence = try Occurrence(&fields)
            return Reconciliation.Standing(
                occurrence, planned: try fields.next(), isWithdrawn: withdrawn.contains(occurrence.id))
        }
    }
}

/// What expanding an assignment needs to know.
struct ExpandedAssignment {
    var reviewed: ReviewedAssignment
    var province: OrganisationID?
    /// The day of the document, else the first of its plan's period.
    var start: Day?

    static func load(_ ids: [Int], _ db: Transaction) throws -> [ExpandedAssignment] {
        struct Frame {
            var province: OrganisationID?
            var start: Day?
        }
        var frames: [Int: Frame] = [:]
        try db.each(
            """
            SELECT p.id, p.province, coalesce(d.day, p.from_day) FROM plans AS p JOIN documents AS d ON d.id = p.document
            WHERE p.id IN (SELECT plan FROM assignments WHERE id IN (\(list: ids)))
            """
        ) { frames[try $0.next()] = Frame(province: try $0.next(), start: try $0.next()) }
        return try ReviewedAssignment.all("id IN (\(list: ids))", db).map {
            let frame = frames[$0.assignment.plan]
            return ExpandedAssignment(reviewed: $0, province: frame?.province, start: frame?.start)
        }
    }
}
