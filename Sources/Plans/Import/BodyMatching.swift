package import Documents
package import Office
import Storage
import Wording
package import WorkCalendar

/// Whom the bodies of one document mean today.
package struct BodyMatching: Sendable {
    let directory: Directory
    let scope: DocumentScope
    /// The day of the document, as far as it is known, and today.
    let issued: Day?
    let today: Day

    /// - Parameters:
    ///   - issued: The day of the document; its words mean the units of that day, and what became of them.
    ///   - today: The day on which the work is followed.
    package init(_ directory: Directory, _ scope: DocumentScope, issued: Day?, today: Day) {
        self.directory = directory
        self.scope = scope
        self.issued = issued
        self.today = today
    }

    /// Whom the words mean. Bodies of a province that is not recorded here are unknown: they are no units of another.
    package func match(_ written: String) -> BodyMatch {
        guard let unit = scope.unit else {
            let key = scope.provinceName == nil ? "plan.no-province" : "plan.other-province"
            let reason = Message(key, ["written": written, "province": scope.provinceName ?? ""])
            return BodyMatch(written: written, outcome: .unknown, certainty: .unknown, reason: reason)
        }
        let now = directory.match(written, on: today, within: unit)
        guard let issued, issued < today else { return now }
        // A name of then that means a unit which still stands is that unit, even where another has taken the name since.
        let then = directory.match(written, on: issued, within: unit)
        guard case .one(let former) = then.outcome, directory.version(of: former, on: today) != nil else { return now }
        return now.outcome == then.outcome ? now : then
    }
}

extension BodyMatching {
    /// As the document of a plan has it.
    init(ofPlan plan: Int, _ directory: Directory, today: Day, _ db: Transaction) throws {
        let frame = try db.first(
            """
            SELECT d.issuer_unit, p.province, d.day FROM plans AS p JOIN documents AS d ON d.id = p.document
            WHERE p.id = \(plan)
            """
        ) { (DocumentScope(issuer: try $0.next(), province: try $0.next()), try $0.next(Day?.self)) }
        self.init(directory, frame?.0 ?? DocumentScope(), issued: frame?.1, today: today)
    }

    /// Whom a clerk's words mean, or whom the clerk says they mean.
    func match(_ body: AssignmentFields.Body) -> BodyMatch {
        switch body.meaning {
        case nil: return match(body.written)
        case .units(let units):
            let names = units.compactMap { directory.name(of: $0, on: today) }.joined(separator: ", ")
            return BodyMatch(
                written: body.written, outcome: units.count == 1 ? .one(units[0]) : .several(units), certainty: .exact,
                reason: Message("plan.chosen", ["written": body.written, "name": names]))
        case .groups(let keys):
            return BodyMatch(
                written: body.written, outcome: .group(keys, members: []), certainty: .group,
                reason: Message("plan.chosen-group", ["written": body.written]))
        case .open:
            return BodyMatch(
                written: body.written, outcome: .open, certainty: .group,
                reason: Message("match.open", ["written": body.written]))
        }
    }
}
