import Wording
import WorkCalendar

/// Units by their very name, of now and of before.
extension Matcher {
    /// The unit of that name in a province, or the central one.
    func named(_ words: NameWords, in province: OrganisationID) -> BodyMatch? {
        let entries = directory.names.entries(words).filter { entry in
            // Places differ in their accents alone (Hà Đông, Hạ Đông); the names of other bodies do not.
            (!entry.version.isPlace || words.canBe(entry.words)) && isWithin(entry.version, province)
        }
        let present = nearest(entries.filter { $0.version.holds(on: day) }, to: province)
        if let entry = present.first {
            let units = Set(present.map(\.version.organisation)).sorted()
            return units.count == 1 ? standing(entry, words, in: province) : namesakes(units)
        }
        let ended = entries.filter { $0.version.ended(by: day) }
        // A commune of before that is kept with its district had a namesake, recorded or not: the bare name is nobody's.
        if ended.contains(where: { $0.isShort && $0.version.level == .commune }) {
            return namesakes(Set(ended.map(\.version.organisation)).sorted())
        }
        let past = nearest(ended, to: province)
        let units = Set(past.map(\.version.organisation)).sorted()
        guard let unit = units.first else { return nil }
        return units.count == 1 ? meaning(of: unit, called: past[0].version.name) : namesakes(units)
    }

    /// Central bodies and provinces are known everywhere; other units in their province, and in what it became.
    private func isWithin(_ version: OrganisationVersion, _ province: OrganisationID) -> Bool {
        if version.level == .central || version.level == .province { return true }
        guard let home = directory.province(of: version.organisation) else { return false }
        if home == province { return true }
        let now = Set(directory.successors(of: home, to: day).units)
        return !now.isDisjoint(with: directory.successors(of: province, to: day).units)
    }

    /// Those that the words mean first: the province's own before others, names before short names.
    private func nearest(_ entries: [NameIndex.Entry], to province: OrganisationID) -> [NameIndex.Entry] {
        func home(_ entry: NameIndex.Entry) -> OrganisationID? { directory.province(of: entry.version.organisation) }
        let preferences: [(NameIndex.Entry) -> Bool] = [
            { home($0) == province }, { $0.version.level != .central }, { !$0.isShort },
        ]
        return preferences.reduce(entries) { entries, isPreferred in
            let preferred = entries.filter(isPreferred)
            return preferred.isEmpty ? entries : preferred
        }
    }

    private func standing(_ entry: NameIndex.Entry, _ words: NameWords, in province: OrganisationID) -> BodyMatch {
        let unit = entry.version.organisation
        if let match = inheritor(unit, of: province) { return match }
        let isSame = words == entry.words
        let (certainty, key): (BodyMatch.Certainty, String) =
            if entry.name.isAbbreviated { (.abbreviation, "match.abbreviation") } else if entry.isShort {
                (.alias, "match.alias")
            } else if isSame { (.exact, "match.exact") } else { (.alias, "match.accents") }
        return BodyMatch(
            written: written, outcome: .one(unit), certainty: certainty, reason: reason(key, [unit]))
    }

    /// The body of that name in the province that the document's own one has merged into.
    private func inheritor(_ unit: OrganisationID, of province: OrganisationID) -> BodyMatch? {
        guard directory.version(of: province, on: day) == nil, directory.province(of: unit) != nil,
            let version = directory.version(of: unit, on: day), !version.isPlace
        else { return nil }
        let lineage = directory.successors(of: province, to: day)
        guard !lineage.steps.isEmpty else { return nil }
        let values = [
            "written": written, "name": version.name, "old": directory.name(of: province, on: day) ?? "",
            "new": names(lineage.units), "papers": papers(lineage.steps),
        ]
        return BodyMatch(
            written: written, outcome: .one(unit), certainty: .predecessor,
            reason: Message("match.province-merged", values), steps: lineage.steps)
    }

    /// A unit, or what it became; `nil` where it has not begun yet.
    func meaning(of unit: OrganisationID, called name: String? = nil) -> BodyMatch? {
        let history = directory.history(of: unit)
        let old = name ?? history.last?.name ?? ""
        var values = ["written": written, "old": old]
        if let version = directory.version(of: unit, on: day) {
            if version.name == old {
                return BodyMatch(
                    written: written, outcome: .one(unit), certainty: .exact, reason: reason("match.exact", [unit]))
            }
            values["name"] = version.name
            values["day"] = history.last { $0.name == old }?.until?.vietnamese ?? ""
            return BodyMatch(
                written: written, outcome: .one(unit), certainty: .predecessor,
                reason: Message("match.former-name", values))
        }
        let lineage = directory.successors(of: unit, to: day)
        guard history.last?.ended(by: day) == true else { return nil }
        guard let last = lineage.steps.last, !lineage.units.isEmpty else {
            values["day"] = history.last?.until?.vietnamese ?? ""
            return unknown(Message("match.ended", values), [])
        }
        values["name"] = names(lineage.units)
        values["papers"] = papers(lineage.steps)
        let isVerified = lineage.steps.allSatisfy(\.isVerified)
        let key = lineage.units.count > 1 || last.kind == .split ? "match.split" : "match.predecessor"
        return BodyMatch(
            written: written, outcome: lineage.units.count == 1 ? .one(lineage.units[0]) : .several(lineage.units),
            certainty: .predecessor, reason: Message(isVerified ? key : "\(key)-unverified", values),
            steps: lineage.steps, transfers: directory.transfers(from: unit, to: day))
    }

    private func namesakes(_ units: [OrganisationID]) -> BodyMatch {
        unknown(reason("match.namesakes", units), units)
    }

    /// "01/3/2025, Nghị định 45/2025/NĐ-CP"
    private func papers(_ steps: [Succession]) -> String {
        steps.map { "\($0.effective.vietnamese), \($0.basis)" }.joined(separator: "; ")
    }
}

extension OrganisationVersion {
    fileprivate var isPlace: Bool { level == .commune || level == .province }

    fileprivate func ended(by day: Day) -> Bool { until.map { $0 <= day } ?? false }
}

extension String {
    /// "Sở NN&MT": a word of several capitals.
    fileprivate var isAbbreviated: Bool { split(separator: " ").contains { $0.filter(\.isUppercase).count > 1 } }
}
