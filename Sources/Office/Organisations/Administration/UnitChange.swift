package import Storage
import Web
package import Wording
import WorkCalendar

/// What an administrator wants to record of units, as a form says it.
struct UnitChange: Sendable {
    /// What sort of change.
    enum Kind: String, CaseIterable, Sendable { case add, rename, alias, merge, split, transfer }

    let kind: Kind
    let form: Form
    private let home: OrganisationID
    private let today: Day

    /// - Returns: `nil` where the form says no kind.
    init?(_ form: Form, _ call: Call) {
        guard let kind = form["kind"].flatMap(Kind.init(rawValue:)) else { return nil }
        self.kind = kind
        self.form = form
        home = call.home
        today = call.day
    }

    /// Records it and lets those who keep work follow.
    /// - Returns: What happened, in sentences.
    /// - Throws: ``Refusal`` where it cannot be.
    func record(_ follow: AfterSuccession, by act: Act, _ db: Transaction) throws -> [Message] {
        let before = try Organisations.directory(db)
        switch kind {
        case .add: return try add(before, by: act, db)
        case .rename:
            let (unit, day) = (try unit(before), try day())
            let (old, new) = (before.name(of: unit, on: day) ?? "", form["name"] ?? "")
            guard let basis = form["basis"] else { throw Refusal("organisation.without-paper") }
            try Organisations.change(unit, on: day, basis: basis, isVerified: form.has("verified"), by: act, db) {
                $0.name = new
            }
            return [Message("units.will.rename", ["old": old, "new": new, "day": day.vietnamese])]
                + (try follow([unit], Organisations.directory(db), act, db))
        case .alias:
            let (unit, alias) = (try unit(before), form["name"] ?? "")
            try Organisations.addName(alias, to: unit, by: act, db)
            return [Message("units.will.alias", ["alias": alias, "name": before.name(of: unit, on: today) ?? ""])]
        case .merge, .split, .transfer: return try succeed(before, follow, by: act, db)
        }
    }

    private func add(_ directory: Directory, by act: Act, _ db: Transaction) throws -> [Message] {
        let (day, name) = (try day(), form["name"] ?? "")
        guard let level = form["level"].flatMap(OrganisationLevel.init(rawValue:)),
            let sort = form["sort"].flatMap(OrganisationKind.init(rawValue:))
        else { throw WebFailure.malformed }
        let parent = try NamedUnit.only(form["parent"] ?? "", on: day, directory)
        let aliases = (form["aliases"] ?? "").split(separator: ";").map { String($0) }
        try Organisations.add(
            NewUnit(name, shortNames: aliases, below: parent, level: level, kind: sort, placeCode: form["code"]),
            from: day, by: act, db)
        let above = directory.name(of: parent, on: day) ?? ""
        return [Message("units.will.add", ["name": name, "parent": above, "day": day.vietnamese])]
    }

    private func succeed(
        _ directory: Directory, _ follow: AfterSuccession, by act: Act, _ db: Transaction
    ) throws -> [Message] {
        let day = try day()
        let (from, to) = (try units("from", directory), try units("to", directory))
        let sort: Succession.Kind = kind == .merge ? .merge : kind == .split ? .split : .transfer
        let succession = Succession(
            sort, on: day, from: from, to: to, function: form["function"], basis: form["basis"] ?? "",
            isVerified: form.has("verified"))
        try Organisations.record(succession, by: act, db)
        func names(_ units: [OrganisationID]) -> String {
            units.compactMap { directory.name(of: $0, on: day) }.joined(separator: "; ")
        }
        if kind == .transfer {
            return [
                Message(
                    "units.will.transfer",
                    [
                        "from": names(from), "to": names(to), "function": form["function"] ?? "",
                        "day": day.vietnamese,
                    ])
            ]
        }
        let going = from.filter { !to.contains($0) }
        var lines: [Message] = []
        for unit in going {
            let positions = try Positions.all(in: unit, db).count
            let values = [
                "name": names([unit]), "to": names(to), "day": day.vietnamese, "positions": String(positions),
            ]
            lines.append(Message(to.count == 1 ? "units.will.end" : "units.will.split", values))
        }
        return lines + (try follow(from + to, Organisations.directory(db), act, db))
    }

    /// The unit whose page the form came from.
    private func unit(_ directory: Directory) throws -> OrganisationID {
        guard let unit = form["unit"].flatMap(Int.init).map(OrganisationID.init), !directory.history(of: unit).isEmpty
        else { throw WebFailure.notFound }
        return unit
    }

    private func day() throws -> Day {
        guard let typed = form["day"], let day = Day(iso: typed) ?? Day(vietnamese: typed) else {
            throw Refusal("units.no-day")
        }
        return day
    }

    /// The units of a field, a line each.
    private func units(_ field: String, _ directory: Directory) throws -> [OrganisationID] {
        let day = try day()
        return try (form[field] ?? "").split(whereSeparator: \.isNewline).map { line in
            // On its first day a new unit stands already, on its last an old one still.
            try NamedUnit.only(line.trimmingPrefix(while: \.isWhitespace).description, on: day, directory)
        }
    }
}

/// What rooms that keep work do when units were merged, split or renamed: given the units, the directory as it is now, and who did it.
/// It says what it did.
package typealias AfterSuccession =
    @Sendable ([OrganisationID], Directory, Act, Transaction) throws -> [Message]
