package import Storage
import WorkCalendar

extension Organisations {
    /// Records a merger, a split or the transfer of a function. Predecessors that are not among the successors end that day; the
    /// days before keep them. A change of name is ``change(_:on:basis:isVerified:by:_:_:)``.
    ///
    /// Open work is not moved here: the room that keeps it asks the directory who succeeded.
    /// - Throws: ``Refusal`` where the succession cannot have been.
    package static func record(_ succession: Succession, by act: Act, _ db: Transaction) throws {
        let directory = try directory(db)
        try check(succession)
        let day = succession.effective
        let going = succession.movesUnits ? succession.predecessors.filter { !succession.successors.contains($0) } : []
        for unit in succession.predecessors + succession.successors {
            let version = try open(unit, on: day, directory)
            if going.contains(unit), version.from == day { throw refusal("organisation.changed-already", version, day) }
        }
        for unit in going {
            let version = try open(unit, on: day, directory)
            let below = directory.children(of: unit, on: day).count
            if below > 0 {
                throw Refusal("organisation.has-units", ["name": version.name, "count": String(below)])
            }
            try close(unit, on: day, db)
        }
        try insert(succession, db)
        for unit in succession.movesUnits ? going : succession.predecessors {
            try Journal.record(
                "organisation.\(succession.kind.rawValue)", of: .organisation(unit),
                after: facts(succession, directory), by: act, db)
        }
    }

    private static func check(_ succession: Succession) throws {
        let (from, to) = (Set(succession.predecessors), Set(succession.successors))
        guard !succession.basis.nameWritten.isEmpty else { throw Refusal("organisation.without-paper") }
        let isPossible =
            from.count == succession.predecessors.count && to.count == succession.successors.count
            && !from.isEmpty && !to.isEmpty
        let key: String? =
            switch succession.kind {
            case .merge: to.count == 1 && !from.isSubset(of: to) ? nil : "organisation.no-merger"
            case .split: from.count == 1 && to.count > 1 ? nil : "organisation.no-split"
            case .transfer:
                from.isDisjoint(with: to) && succession.function?.isEmpty == false ? nil : "organisation.no-transfer"
            case .rename: "organisation.no-rename"
            }
        if let key { throw Refusal(key) }
        if !isPossible { throw Refusal("organisation.no-merger") }
    }

    private static func facts(_ succession: Succession, _ directory: Directory) -> Facts {
        func names(_ units: [OrganisationID]) -> String {
            units.map { directory.name(of: $0, on: succession.effective) ?? String($0.rawValue) }
                .joined(separator: "; ")
        }
        return [
            "effective": succession.effective.description, "from": names(succession.predecessors),
            "to": names(succession.successors), "function": succession.function, "basis": succession.basis,
            "verified": succession.isVerified,
        ]
    }
}
