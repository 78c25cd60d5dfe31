/// What people have said of entries: these two are one person, these two are not. Nothing is merged: the entries stay as
/// they are, a person is the group of entries that follows from the rows, and the opposite row undoes a row.
package struct Links: Sendable {
    /// What somebody said of two entries. Of the rows on a pair the last one holds.
    package struct Row: Sendable, Equatable {
        package let left: Int64
        package let right: Int64
        /// Whether they are one person, or two.
        package let isSame: Bool

        package init(_ left: Int64, _ right: Int64, isSame: Bool) {
            self.left = left
            self.right = right
            self.isSame = isSame
        }
    }

    /// Entries that are one person, in groups of two and more, each in order.
    package let groups: [[Int64]]
    /// Pairs that somebody called two people and that others' rows make one: somebody must decide.
    package let contradictions: [Row]
    private let holding: [Pair: Bool]
    private let groupOf: [Int64: Int]

    private struct Pair: Hashable {
        let first: Int64
        let second: Int64

        init(_ left: Int64, _ right: Int64) {
            first = min(left, right)
            second = max(left, right)
        }
    }

    /// - Parameter rows: In the order in which they were said.
    package init(_ rows: [Row]) {
        var holding: [Pair: Bool] = [:]
        for row in rows where row.left != row.right { holding[Pair(row.left, row.right)] = row.isSame }
        var leaders: [Int64: Int64] = [:]
        func leader(_ entry: Int64) -> Int64 {
            var entry = entry
            while let next = leaders[entry], next != entry { entry = next }
            return entry
        }
        for (pair, isSame) in holding where isSame {
            let (one, other) = (leader(pair.first), leader(pair.second))
            // The smallest leads, whatever the order.
            leaders[max(one, other)] = min(one, other)
            leaders[min(one, other)] = min(one, other)
        }
        groups = Dictionary(grouping: leaders.keys, by: leader).values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
        groupOf = Dictionary(
            uniqueKeysWithValues: groups.enumerated().flatMap { number, group in group.map { ($0, number) } })
        self.holding = holding
        let groupOf = groupOf
        contradictions = holding.filter { pair, isSame in
            guard !isSame, let group = groupOf[pair.first] else { return false }
            return group == groupOf[pair.second]
        }.map { Row($0.key.first, $0.key.second, isSame: false) }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }

    /// The entries of the person of this one, itself among them.
    package func group(of entry: Int64) -> [Int64] { groupOf[entry].map { groups[$0] } ?? [entry] }

    /// Whether somebody has said what these two are: then nobody need be asked again.
    package func areSettled(_ left: Int64, _ right: Int64) -> Bool {
        holding[Pair(left, right)] != nil || group(of: left).contains(right)
    }
}
