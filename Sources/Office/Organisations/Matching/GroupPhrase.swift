import Wording
import WorkCalendar

/// Plurals: "các sở, ban, ngành thuộc thành phố", "UBND các xã, phường, đặc khu", "các đơn vị liên quan".
extension Matcher {
    /// The groups that a text names; `nil` where it is no plural.
    func group(_ text: String) -> BodyMatch? {
        let phrase = GroupPhrase(text)
        guard !phrase.pieces.isEmpty else { return nil }
        let found = phrase.pieces.map { piece in group(of: piece, phrase) }
        let named = found.compactMap(\.self)
        let isCollective =
            phrase.isOfCommittees || phrase.pieces.count > 1 || named.contains(where: \.isCollective)
        let isPlural = phrase.isPlural || phrase.isConcerned
        guard isPlural || isCollective && found.allSatisfy({ $0 != nil }) else { return nil }
        let closed = named.filter { $0.group.rule != .open }
        let isSaid = closed.contains { !$0.group.isVague || $0.isQualified }
        guard !phrase.isConcerned, isSaid, found.allSatisfy({ $0 != nil }) else {
            return BodyMatch(written: written, outcome: .open, certainty: .group, reason: reason("match.open", []))
        }
        return resolved(closed.map(\.group), rest: named.filter { $0.group.rule == .open }.map(\.words))
    }

    private struct NamedGroup {
        let group: OrganisationGroup
        let words: String
        /// "… thuộc UBND tỉnh": of this province, all of them.
        let isQualified: Bool
        /// "cấp xã", "cơ quan báo chí": a plural without "các".
        let isCollective: Bool
    }

    private func group(of piece: NameWords, _ phrase: GroupPhrase) -> NamedGroup? {
        var words = piece
        var isQualified = false
        if directory.group(of: words) == nil, let whose = ScopeWords(piece), !whose.rest.isEmpty {
            words = whose.rest
            isQualified = true
        }
        guard let group = directory.group(of: words) else { return nil }
        return NamedGroup(
            group: group, words: words.accented.joined(separator: " "),
            isQualified: isQualified || phrase.isQualified, isCollective: words.folded.count > 1)
    }

    private func resolved(_ groups: [OrganisationGroup], rest: [String]) -> BodyMatch {
        var members: Set<OrganisationID> = []
        var endings: [OrganisationGroup.Ending] = []
        for group in groups {
            var group = group
            if let ending = group.ending, ending.day <= day,
                let successor = directory.groups.first(where: { $0.key == ending.successor })
            {
                group = successor
                endings.append(ending)
            }
            members.formUnion(directory.members(of: group, within: province, on: day))
        }
        var values = ["written": written, "count": String(members.count), "day": day.vietnamese]
        var key = "match.group"
        if let ending = endings.first {
            key = "match.group-succeeded"
            values["since"] = ending.day.vietnamese
            values["basis"] = ending.basis
        } else if !rest.isEmpty {
            key = "match.group-and-others"
            values["others"] = rest.joined(separator: ", ")
        }
        return BodyMatch(
            written: written, outcome: .group(groups.map(\.key).unique, members: members.sorted()), certainty: .group,
            reason: Message(key, values))
    }
}

/// A plural cut into its members.
struct GroupPhrase {
    /// "sở", "ban", "ngành thuộc thành phố"
    var pieces: [NameWords]
    /// "các …"
    var isPlural = false
    /// "UBND …"
    var isOfCommittees = false
    /// "… có liên quan": not everybody.
    var isConcerned: Bool
    /// The last member says whose all of them are.
    var isQualified: Bool

    init(_ text: String) {
        pieces = text.split { ",;/&".contains($0) }.flatMap { $0.split(separator: " và ") }
            .flatMap { $0.split(separator: " hoặc ") }.map { NameWords(String($0)) }
        for index in pieces.indices {
            while let opening = pieces[index].opening(
                MatchingWords.plurals + MatchingWords.offices + [ScopeWords.committee])
            {
                if MatchingWords.plurals.contains(opening) { isPlural = true }
                if opening == ScopeWords.committee { isOfCommittees = true }
                pieces[index] = pieces[index].dropping(opening.count)
            }
        }
        pieces.removeAll(where: \.isEmpty)
        let all = pieces.flatMap(\.folded).joined(separator: " ")
        isConcerned = MatchingWords.concerned.contains { " \(all) ".contains(" \($0.joined(separator: " ")) ") }
        isQualified = pieces.last.flatMap(ScopeWords.init).map { !$0.rest.isEmpty } ?? false
    }
}

extension Directory {
    /// The group of which these words are a name.
    func group(of words: NameWords) -> OrganisationGroup? {
        groupsByName[words.key].map { groups[$0] }
    }
}

extension [String] {
    /// Each once, in the order of their first standing.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
