import Vietnamese
package import WorkCalendar

extension Directory {
    /// Units whose names come closest to what a person types, with or without accents, unfinished or misspelt; the closest first.
    package func suggestions(
        for typed: String, on day: Day, within scope: OrganisationID, limit: Int = 8
    ) -> [OrganisationID] {
        let words = NameWords(Abbreviation.expandedBody(typed, everywhere: true)).folded
        guard !words.isEmpty else { return [] }
        let home = province(of: scope) ?? scope
        let ground = Set(successors(of: home, to: day).units)
        var best: [(distance: Int, version: OrganisationVersion)] = []
        for history in histories.values {
            guard let version = history.last(where: { $0.holds(on: day) }),
                version.level == .central || province(of: version.organisation).map(ground.contains) ?? false
            else { continue }
            let distance = ([version.name] + version.shortNames).compactMap { words.distance(to: $0.foldedWords) }.min()
            if let distance { best.append((distance, version)) }
        }
        return best.sorted {
            ($0.distance, $0.version.level == .central ? 1 : 0, $0.version.organisation)
                < ($1.distance, $1.version.level == .central ? 1 : 0, $1.version.organisation)
        }.prefix(limit).map(\.version.organisation)
    }
}

extension [String] {
    /// How far typed words are from a name: 0 where they are its words or their beginnings in order, then by what is left of it;
    /// `nil` where nobody would mean it.
    fileprivate func distance(to name: [String]) -> Int? {
        var rest = name[...]
        var skipped = 0
        for word in self {
            guard let place = rest.firstIndex(where: { $0.hasPrefix(word) }) else {
                return misspelling(of: name).map { 100 + $0 }
            }
            skipped += place - rest.startIndex
            rest = rest[(place + 1)...]
        }
        return 2 * skipped + rest.count
    }

    /// Letters to change, at most a quarter of them.
    private func misspelling(of name: [String]) -> Int? {
        let (left, right) = (Array<UInt8>(joined(separator: " ").utf8), Array<UInt8>(name.joined(separator: " ").utf8))
        let limit = Swift.min(left.count, right.count) / 4
        guard abs(left.count - right.count) <= limit else { return nil }
        var row = Array<Int>(0...right.count)
        for (line, letter) in left.enumerated() {
            var corner = row[0]
            row[0] = line + 1
            for column in right.indices {
                let change = corner + (letter == right[column] ? 0 : 1)
                corner = row[column + 1]
                row[column + 1] = Swift.min(change, row[column] + 1, corner + 1)
            }
        }
        return row[right.count] <= limit ? row[right.count] : nil
    }
}
