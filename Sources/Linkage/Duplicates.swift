import Foundation

/// The people who are in an index twice or more, as far as can be told.
package struct Duplicates: Sendable {
    /// The pairs worth a look, the likeliest first.
    package let pairs: [Linker.Pair]
    /// Who is probably one person, in groups of two and more, each in order.
    package let groups: [[Int64]]
    /// How many pairs of one person there are among all, estimated.
    package let expected: Double
    /// How many comparisons were made; a pair may be met in several passes.
    package let comparisons: Int
}

extension Linker {
    /// Compares all people of the index who share enough to be one.
    package func duplicates() -> Duplicates {
        let comparer = Comparer(index: index, weights: weights, frequencies: frequencies)
        var found: [UInt64: Found] = [:]
        var comparisons = 0
        // What is below one in a hundred now will not be worth a question when duplicates have been counted.
        let least = -logOdds - 7
        for pass in Pass.allCases {
            let blocks = Blocks(index, pass)
            for range in blocks.ranges {
                blocks.pairs(range) { left, right in
                    if pass == .wholeName, index.subjects[left].year != 0, index.subjects[right].year != 0 { return }
                    comparisons += 1
                    let comparison = comparer.compare(left, right)
                    let weight = weights.weight(comparison)
                    guard weight >= least else { return }
                    let key = UInt64(min(left, right)) << 32 | UInt64(max(left, right))
                    found[key] = Found(weight: weight, sameFrom: sameFrom(comparison))
                }
            }
        }
        var counted = self
        let expected = counted.count(found.values.map(\.weight))
        let pairs = found.compactMap { key, found in
            counted.pair(
                index.subjects[Int(key >> 32)].record, index.subjects[Int(key & 0xFFFF_FFFF)].record, found.weight,
                sameFrom: found.sameFrom)
        }.sorted { ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right) }
        return Duplicates(
            pairs: pairs, groups: counted.groups(pairs, comparer), expected: expected, comparisons: comparisons)
    }

    private struct Found {
        var weight: Float
        var sameFrom: Double
    }

    /// Sets the odds of any two people being one so that they agree with the chances of the pairs that follow from them.
    ///
    /// - Returns: The number of pairs of one person.
    private mutating func count(_ weights: [Float]) -> Double {
        let all = Double(index.count) * Double(index.count - 1) / 2
        var expected = Double(index.count) / 10
        for _ in 0..<30 where all > expected + 1 {
            logOdds = Float(log2(expected / (all - expected)))
            // Half a pair more, so that a register without any keeps its mind open.
            expected = weights.reduce(0.5) { $0 + 1 / (1 + exp2(-Double($1 + logOdds))) }
        }
        return expected
    }

    /// Puts those together who are probably one, the surest first; never two groups of which a pair speaks against it.
    private func groups(_ pairs: [Pair], _ comparer: Comparer) -> [[Int64]] {
        var groupOf: [Int64: Int] = [:]
        var groups: [[Int64]] = []
        for pair in pairs where pair.verdict == .same {
            let left = groupOf[pair.left].map { groups[$0] } ?? [pair.left]
            let right = groupOf[pair.right].map { groups[$0] } ?? [pair.right]
            guard left != right, left.count + right.count <= 50 else { continue }
            let isRefuted = left.contains { one in
                right.contains { other in
                    guard let one = index.place(of: one), let other = index.place(of: other) else { return true }
                    let comparison = comparer.compare(one, other)
                    return Self.areOthers(comparison) || weights.weight(comparison) + logOdds < -7
                }
            }
            guard !isRefuted else { continue }
            for member in [pair.left, pair.right] { if let old = groupOf[member] { groups[old] = [] } }
            for member in left + right { groupOf[member] = groups.count }
            groups.append((left + right).sorted())
        }
        return groups.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
    }
}
