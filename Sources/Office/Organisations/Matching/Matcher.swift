import Vietnamese
import Wording
package import WorkCalendar

extension Directory {
    /// What a name written in a document means on a day. No unit is ever invented: what is not recorded is unknown.
    /// - Parameter scope: The unit whose document it is, a province or a unit in one: "Sở Tài chính" is the one of its province,
    ///   "UBND xã" in the document of a commune is that commune. A province that has merged into another is its successor.
    package func match(_ written: String, on day: Day, within scope: OrganisationID) -> BodyMatch {
        let matcher = Matcher(self, written, day, scope)
        let text = Abbreviation.expandedBody(written.withoutBrackets, everywhere: true)
        return matcher.unit(NameWords(written)) ?? matcher.unit(NameWords(written.withoutBrackets))
            ?? matcher.unit(NameWords(text))?.raised(to: .abbreviation)
            ?? matcher.group(text) ?? matcher.list(text) ?? matcher.unknown(text)
    }
}

/// Matches one name of the documents of one unit on one day.
struct Matcher {
    let directory: Directory
    let written: String
    let day: Day
    /// The unit whose document it is, and its province as it was recorded.
    let scope: OrganisationID
    let province: OrganisationID

    init(_ directory: Directory, _ written: String, _ day: Day, _ scope: OrganisationID) {
        self.directory = directory
        self.written = written
        self.day = day
        self.scope = scope
        province = directory.province(of: scope) ?? scope
    }

    /// One unit, by its name or with the words around it taken off: an office, "UBND", whose it is.
    func unit(_ words: NameWords) -> BodyMatch? {
        if let match = named(words, in: province) { return match }
        if let office = words.opening(MatchingWords.offices), let match = unit(words.dropping(office.count)) {
            return match.lowered(to: .alias, reason("match.office-holder", match.units))
        }
        if let match = authority(words) { return match }
        guard let whose = ScopeWords(words), !whose.rest.isEmpty else { return nil }
        return provinceNamed(whose).flatMap { named(whose.rest, in: $0) }
    }

    /// "UBND xã Hà Bắc", "UBND thành phố", "thành phố Hải Phòng": the place stands for its authority.
    private func authority(_ words: NameWords) -> BodyMatch? {
        let isCommittee = words.opening([ScopeWords.committee]) != nil
        let place = isCommittee ? words.dropping(ScopeWords.committee.count) : words
        if isItself(place, isCommittee) {
            return BodyMatch(
                written: written, outcome: .one(scope), certainty: .alias, reason: reason("match.itself", [scope]))
        }
        if let whose = ScopeWords(place), whose.rest.isEmpty, let province = provinceNamed(whose) {
            return meaning(of: province)?.lowered(to: .alias, reason("match.alias", [province]))
        }
        guard isCommittee else { return nil }
        let match = place.isEmpty ? meaning(of: province) : named(place, in: province)
        return match?.lowered(to: .alias, reason("match.alias", match?.units ?? []))
    }

    /// In the documents of a commune, words that mean the commune.
    private func isItself(_ place: NameWords, _ isCommittee: Bool) -> Bool {
        guard directory.history(of: scope).last?.level == .commune else { return false }
        return isCommittee && (place.isEmpty || MatchingWords.communes.contains(place.folded))
            || place.folded == MatchingWords.localAuthority
    }

    /// The province that the words name, else the document's own; `nil` where the one named is not recorded.
    private func provinceNamed(_ whose: ScopeWords) -> OrganisationID? {
        guard let name = whose.province else { return province }
        return directory.names.entries(NameWords(name)).first { $0.version.level == .province }?.version.organisation
    }

    func reason(_ key: String, _ units: [OrganisationID]) -> Message {
        Message(key, ["written": written, "name": names(units)])
    }

    func names(_ units: [OrganisationID]) -> String {
        units.compactMap { directory.name(of: $0, on: day) }.joined(separator: ", ")
    }

    /// Several units in one piece of text: "Sở Tài chính, Sở Giáo dục và Đào tạo".
    func list(_ text: String) -> BodyMatch? {
        let pieces = text.split { $0 == "," || $0 == ";" }.flatMap { $0.split(separator: " và ") }.map(String.init)
        guard pieces.count > 1, let units = units(pieces[...]) else { return nil }
        return BodyMatch(
            written: written, outcome: .several(units), certainty: .alias, reason: reason("match.list", units))
    }

    /// The units that the pieces name one after another; a name can itself have a few pieces, the longest is meant.
    private func units(_ pieces: ArraySlice<String>) -> [OrganisationID]? {
        if pieces.isEmpty { return [] }
        for length in (1...min(4, pieces.count)).reversed() {
            let name = pieces.prefix(length).joined(separator: " ")
            if let match = unit(NameWords(name)), match.certainty != .unknown,
                let rest = units(pieces.dropFirst(length))
            {
                return match.units + rest
            }
        }
        return nil
    }

    func unknown(_ text: String) -> BodyMatch {
        let words = NameWords(text)
        let place = words.opening([ScopeWords.committee]).map { words.dropping($0.count) } ?? words
        let candidates = directory.suggestions(for: text, on: day, within: scope, limit: 5)
        if let whose = ScopeWords(words), provinceNamed(whose) == nil {
            return unknown(Message("match.other-province", ["written": written]), candidates)
        }
        let districts = directory.groups.first { $0.rule == .kinds([.district]) }
        if let districts, let ending = districts.ending, ending.day <= day,
            place.opening(districts.names.map(\.foldedWords)) != nil
        {
            let values = ["written": written, "day": ending.day.vietnamese, "basis": ending.basis]
            return unknown(Message("match.district-ended", values), candidates)
        }
        return unknown(Message("match.unknown", ["written": written]), candidates)
    }

    func unknown(_ reason: Message, _ candidates: [OrganisationID]) -> BodyMatch {
        BodyMatch(written: written, outcome: .unknown, certainty: .unknown, reason: reason, candidates: candidates)
    }
}

/// Words that stand around names, folded. Language, not a list of agencies.
enum MatchingWords {
    /// Persons who stand for their body.
    static let offices = phrases(
        """
        giám đốc,phó giám đốc,chủ tịch,phó chủ tịch,thủ trưởng,lãnh đạo,trưởng ban,bộ trưởng,chánh thanh tra,chỉ huy trưởng,\
        tổng giám đốc,người đứng đầu,đại diện,đại diện lãnh đạo,tập thể lãnh đạo,chủ nhiệm,viện trưởng,cục trưởng
        """)
    /// What begins a plural.
    static let plurals = phrases("các,những,tất cả các,toàn bộ các,toàn thể các")
    /// What a commune calls itself.
    static let communes = Set(phrases("xã,phường,đặc khu"))
    static let localAuthority = "chính quyền địa phương".foldedWords
    /// With these words nobody can say who is meant.
    static let concerned = phrases("liên quan,chức năng,các nước")

    private static func phrases(_ list: String) -> [[String]] {
        list.split(separator: ",").map { String($0).foldedWords }
    }
}

extension BodyMatch {
    /// The same units on weaker grounds; a unit of before, or nobody, stays what it is.
    func lowered(to certainty: Certainty, _ reason: Message) -> BodyMatch {
        guard self.certainty == .exact || self.certainty == .abbreviation else { return self }
        var copy = self
        (copy.certainty, copy.reason) = (certainty, reason)
        return copy
    }

    /// An exact name that was written in short.
    fileprivate func raised(to certainty: Certainty) -> BodyMatch {
        self.certainty == .exact ? lowered(to: certainty, Message("match.abbreviation", reason.values)) : self
    }
}

extension String {
    /// Without what stands in brackets.
    fileprivate var withoutBrackets: String {
        var depth = 0
        return filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")", depth > 0 { depth -= 1 } }
            return depth == 0
        }
    }
}
