import Vietnamese

/// A register of people abroad with the truth of who stands in it twice; the same for the same seed.
package struct InventedRegister: Sendable {
    package let entries: [InventedEntry]
    private let people: [InventedPerson]

    /// - Parameter count: How many entries.
    package init(_ count: Int, _ care: Carelessness, seed: UInt64) {
        var dice = Dice(seed: seed)
        var people: [InventedPerson] = []
        var entries: [InventedEntry] = []
        while entries.count < count {
            let number = people.count
            let isSibling = number > 0 && dice.happens(150)
            people.append(
                isSibling
                    ? InventedPerson(siblingOf: people[number - 1], &dice, number: number)
                    : InventedPerson(&dice, number: number))
            let times = [(740, 1), (940, 2), (985, 3), (1000, 4)]
            let draw = dice.below(1000)
            for _ in 0..<min(times.first { draw < $0.0 }?.1 ?? 1, count - entries.count) {
                entries.append(
                    InventedEntry(record: Int64(entries.count + 1), person: number, people[number], care, &dice))
            }
        }
        self.people = people
        self.entries = entries
    }

    /// How well pairs of entries were found.
    package struct Score: Sendable {
        /// Pairs of entries of one person.
        package var truth = 0
        /// Those of them that nobody can tell: another person of the register agrees with both entries in everything
        /// that both say truly; or it is luck that nobody does, because in a register of that size, by how frequent
        /// each value is, more than a tenth of a person would.
        package var undecidable = 0
        package var found = 0
        package var foundRight = 0
        /// Of what was found, the undecidable.
        package var foundUndecidable = 0

        package var precision: Double { found == 0 ? 1 : Double(foundRight) / Double(found) }
        package var recall: Double { Double(foundRight) / Double(truth) }
        /// Of the pairs that can be told.
        package var recallOfDecidable: Double {
            Double(foundRight - foundUndecidable) / Double(truth - undecidable)
        }
    }

    /// Scores pairs of records.
    package func score(_ pairs: some Sequence<(Int64, Int64)>) -> Score {
        var score = Score()
        let found = Set(pairs.map { [min($0, $1), max($0, $1)] })
        score.found = found.count
        let census = Census(people)
        // Entries of one person stand behind each other.
        for at in entries.indices {
            for other in (at + 1)..<max(at + 1, min(at + 4, entries.count))
            where entries[at].person == entries[other].person {
                score.truth += 1
                let isFound = found.contains([entries[at].record, entries[other].record])
                let isUndecidable = census.agree(entries[at], entries[other])
                if isFound { score.foundRight += 1 }
                if isUndecidable { score.undecidable += 1 }
                if isFound, isUndecidable { score.foundUndecidable += 1 }
            }
        }
        return score
    }

    /// Scores groups: all pairs within each.
    package func score(groups: [[Int64]]) -> Score {
        score(
            groups.flatMap { group in
                group.indices.flatMap { one in group[(one + 1)...].map { (group[one], $0) } }
            })
    }
}

/// Who of all people agrees with whom.
private struct Census {
    /// For each person the value of each fact, and of each name without its accents.
    private let values: [[Int]]
    private let plain: [[Int]]
    /// Who has a value.
    private var having: [Int: [Int]] = [:]

    init(_ people: [InventedPerson]) {
        values = people.map { person in
            [
                person.given, person.family, person.middles.joined(separator: " "), "", String(person.year),
                String(person.month * 100 + person.day), String(person.commune), String(person.province),
                person.country, person.email, person.telephone, person.document,
            ].enumerated().map { "\($0) \($1)".hashValue }
        }
        plain = people.map { person in
            [person.given, person.family, person.middles.joined(separator: " ")].enumerated().map {
                "plain \($0) \($1.folded)".hashValue
            }
        }
        for person in people.indices {
            for value in values[person] + plain[person] { having[value, default: []].append(person) }
        }
    }

    /// Whether somebody else agrees with both entries of a person in everything that both say truly.
    func agree(_ one: InventedEntry, _ two: InventedEntry) -> Bool {
        let shared = one.facts.intersection(two.facts)
        let isPlain = !shared.contains(.accents)
        let asked = (0..<12).filter { $0 != 3 && shared.contains(Facts(rawValue: 1 << $0)) }
        func value(_ person: Int, _ fact: Int) -> Int {
            isPlain && fact < 3 ? plain[person][fact] : values[person][fact]
        }
        // Who has the commune has the province.
        let telling = asked.filter { $0 != 7 || !shared.contains(.commune) }
        let people = Double(values.count)
        let expected = telling.reduce(people) { $0 * Double(having[value(one.person, $1)]?.count ?? 0) / people }
        let rarest = asked.map { having[value(one.person, $0)] ?? [] }.min { $0.count < $1.count }
        return (rarest ?? Array(values.indices)).contains { other in
            other != one.person && asked.allSatisfy { value(other, $0) == value(one.person, $0) }
        } || expected > 0.1
    }
}
