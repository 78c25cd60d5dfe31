import WorkCalendar

/// Chance that falls alike on every run: SplitMix64 from a fixed beginning.
struct Chance {
    private var state: UInt64

    init(_ beginning: UInt64) { state = beginning }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than the bound.
    mutating func below(_ bound: Int) -> Int { bound < 2 ? 0 : Int(next() % UInt64(bound)) }

    /// Whether something that happens so often in a hundred happens now.
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// One of them, each as likely as the others.
    mutating func one(of choices: [String]) -> String { choices[below(choices.count)] }

    /// One of them, the first ones far more often.
    mutating func early(of choices: [String]) -> String { choices[below(below(below(choices.count) + 1) + 1)] }

    /// All of them in another order.
    mutating func shuffled<T>(_ items: [T]) -> [T] {
        var items = items
        for place in items.indices.dropFirst().reversed() { items.swapAt(place, below(place + 1)) }
        return items
    }

    /// A total taken apart into so many numbers that add up to it, none less than the least.
    mutating func parts(of total: Int, among count: Int, least: Int = 1) -> [Int] {
        let weights = (0..<count).map { _ in 1 + below(8) * below(8) }
        let rest = total - least * count, whole = weights.reduce(0, +)
        var parts = weights.map { least + rest * $0 / whole }
        for place in 0..<(total - parts.reduce(0, +)) { parts[place % count] += 1 }
        return parts
    }

    /// So many days of a stretch of time, spread over all of it, in their order.
    mutating func days(_ count: Int, from first: Day, to last: Day) -> [Day] {
        let length = last.number - first.number + 1
        return (0..<count).map { place in
            let from = place * length / count, until = max(from + 1, (place + 1) * length / count)
            return first.adding(days: from + below(until - from))
        }
    }

    /// Countries for so many records: so many different ones in all, the first ones most often.
    mutating func countries(_ count: Int, different: Int) -> [String] {
        let known = Array(InventedBook.countries.prefix(different))
        return shuffled(known + (0..<max(0, count - different)).map { _ in early(of: known) })
    }
}
