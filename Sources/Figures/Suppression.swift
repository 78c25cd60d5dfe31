package import Registers

/// Small numbers are not told where anybody can see them: who is one of three may be known to a neighbour. A number from 1 up to the
/// threshold is not told, and as many others beside it that it cannot be found from a total: what is not told of one sum are at least
/// two numbers, which make at least the threshold together.
package struct Suppression: Hashable, Sendable {
    /// Numbers below this are not told; nought is.
    package let threshold: Int

    /// - Parameter threshold: `suppress-below` of a confidential register.
    package init(below threshold: Int) { self.threshold = threshold }

    /// That of a register; `nil` where its numbers are told as they are.
    package init?(_ definition: Definition) {
        guard let settings: Confidential = definition.behaviour() else { return nil }
        threshold = settings.suppressBelow
    }

    /// Whether a number of people or cases is too small to be told.
    package func hides(_ count: Int) -> Bool { (1..<max(threshold, 1)).contains(count) }

    /// Which parts of a sum are not told, where the sum itself is.
    /// - Returns: By the places of the parts.
    package func hidden(_ parts: [Int]) -> Set<Int> {
        var hidden = Set(parts.indices.filter { hides(parts[$0]) })
        guard !hidden.isEmpty else { return [] }
        // The least of the others, one after another, until what is hidden cannot be told apart.
        let others = parts.indices.filter { parts[$0] > 0 && !hidden.contains($0) }.sorted { parts[$0] < parts[$1] }
        for place in others {
            if hidden.count > 1, hidden.reduce(0, { $0 + parts[$1] }) >= threshold { break }
            hidden.insert(place)
        }
        return hidden
    }

    /// Whether the sum of the parts may stand beside those that are told: not where the one part that is hidden is all that it leaves.
    package func tellsSum(of parts: [Int]) -> Bool {
        let hidden = hidden(parts)
        let sum = parts.reduce(0, +)
        guard !hidden.isEmpty else { return !hides(sum) }
        return hidden.count > 1 && hidden.reduce(0) { $0 + parts[$1] } >= threshold
    }
}

extension FigureAnswer {
    /// The same as everybody may have it: too few records are not told of, nor what few leave of a whole.
    /// - Parameter whole: What a share is of.
    func told(by suppression: Suppression?, of whole: FigureAnswer? = nil) -> FigureAnswer {
        guard let suppression else { return self }
        let rest = whole.map { suppression.hides($0.rows) || suppression.hides(abs($0.rows - rows)) } ?? false
        guard suppression.hides(rows) || rest else { return self }
        return FigureAnswer(amount: nil, rows: 0, below: suppression.threshold)
    }
}

extension [FigureGroup] {
    /// The same as everybody may have them beside their sum.
    func told(by suppression: Suppression?) -> [FigureGroup] {
        guard let suppression else { return self }
        let hidden = suppression.hidden(map(\.answer.rows))
        return enumerated().map { place, group in
            guard hidden.contains(place) else { return group }
            return FigureGroup(
                values: group.values, answer: FigureAnswer(amount: nil, rows: 0, below: suppression.threshold))
        }
    }
}
