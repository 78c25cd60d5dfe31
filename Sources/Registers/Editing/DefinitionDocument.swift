import Yams

/// The text of a definition while it is edited. What an edit does not touch stays as it was written, comments and all: each key of the
/// file, and each element of its lists, keeps its lines until it is another.
struct DefinitionDocument {
    /// A key of the file, as it was read.
    private struct Part {
        let value: DefinitionTree
        /// Its lines, with the comments above it.
        let text: String
        /// The line with the key, and then the lines of each element, where they stand apart.
        let items: (head: String, list: [(value: DefinitionTree, text: String)])?
    }

    private let parts: [String: Part]
    /// The keys of the file with their values.
    private(set) var tree: DefinitionTree

    /// In this order new keys are put among those that are there.
    private static let order = [
        "register", "names", "record", "about", "group", "title", "day", "unit", "columns", "facets", "chart",
        "calendar", "retention", "fields", "unique", "lines", "states", "moves", "behaviours", "figures", "public",
    ]

    /// - Returns: `nil` where the text is no mapping of YAML; reading it as a definition tells why.
    init?(_ text: String) {
        guard let root = try? Parser(yaml: text, resolver: .basic).singleRoot(), let mapping = root.mapping else {
            return nil
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        let starts = mapping.map { $0.key.mark?.line ?? 1 }
        var parts: [String: Part] = [:]
        // What shares a line with its neighbours has none of its own.
        let isApart = zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 }
        let cuts = isApart ? Self.cuts(starts, lines, from: 0, to: lines.count) : []
        for (index, pair) in mapping.enumerated() where isApart {
            let range = cuts[index]
            let value = DefinitionTree(pair.value)
            parts[pair.key.scalar?.string ?? ""] = Part(
                value: value, text: lines[range].joined(separator: "\n"),
                items: Self.items(pair.value, key: starts[index] - 1, range, lines))
        }
        self.parts = parts
        tree = DefinitionTree(root)
    }

    /// A new one.
    init(new tree: DefinitionTree) {
        parts = [:]
        self.tree = tree
    }

    subscript(_ key: String) -> DefinitionTree? {
        get { tree[key] }
        set {
            let isNew = tree[key] == nil
            tree[key] = newValue
            guard isNew, newValue != nil, case .mapping(var pairs) = tree else { return }
            let last = pairs.removeLast()
            let rank = Self.order.firstIndex(of: key) ?? Self.order.count
            let place = pairs.firstIndex { (Self.order.firstIndex(of: $0.key) ?? -1) > rank } ?? pairs.count
            pairs.insert(last, at: place)
            tree = .mapping(pairs)
        }
    }

    /// The whole text.
    var text: String {
        guard case .mapping(let pairs) = tree else { return "" }
        return pairs.map { written($0) + "\n" }.joined()
    }

    private func written(_ pair: DefinitionTree.Pair) -> String {
        guard let part = parts[pair.key] else { return Self.plain(pair) }
        if part.value == pair.value { return part.text }
        guard let items = part.items, case .list(let values) = pair.value, !values.isEmpty else {
            return Self.plain(pair)
        }
        var known = items.list
        let margin = String(
            items.list[0].text.split(separator: "\n").first { $0.trimmed.hasPrefix("-") }?.prefix { $0 == " " } ?? "  ")
        let texts = values.map { value in
            guard let place = known.firstIndex(where: { $0.value == value }) else { return Self.element(value, margin) }
            return known.remove(at: place).text
        }
        return ([items.head] + texts).joined(separator: "\n")
    }

    /// A key as nobody wrote it before: lists of what has keys of its own stand one element below the other.
    private static func plain(_ pair: DefinitionTree.Pair) -> String {
        guard case .list(let items) = pair.value, items.contains(where: { $0["key"] != nil || $0["name"] != nil })
        else {
            return pair.line(indent: 0)
        }
        return (["\(pair.key):"] + items.map { element($0, "  ") }).joined(separator: "\n")
    }

    private static func element(_ value: DefinitionTree, _ margin: String) -> String {
        "\(margin)- \(value.item(indent: margin.count + 2))"
    }

    /// The lines of what begins at these lines (from 1), each with the comments directly above it.
    private static func cuts(_ starts: [Int], _ lines: [String], from first: Int, to end: Int) -> [Range<Int>] {
        var heads = starts.enumerated().map { index, start in
            var line = start - 1
            let least = index == 0 ? first : starts[index - 1]
            while line > least, lines[line - 1].trimmed.hasPrefix("#") { line -= 1 }
            return line
        }
        if !heads.isEmpty, first == 0 { heads[0] = 0 }
        return heads.enumerated().map { index, head in head..<(index + 1 < heads.count ? heads[index + 1] : end) }
    }

    private static func items(
        _ node: Node, key: Int, _ range: Range<Int>, _ lines: [String]
    ) -> (head: String, list: [(value: DefinitionTree, text: String)])? {
        guard let sequence = node.sequence, !sequence.isEmpty else { return nil }
        let starts = sequence.map { $0.mark?.line ?? 0 }
        // Elements that share a line, or stand in that of the key, have no text of their own.
        guard let first = starts.first, first - 1 > key, Set(starts).count == starts.count,
            starts.allSatisfy({ $0 > 0 && lines[$0 - 1].trimmed.hasPrefix("- ") })
        else { return nil }
        let cuts = cuts(starts, lines, from: key + 1, to: range.upperBound)
        let head = lines[range.lowerBound..<(cuts.first?.lowerBound ?? range.upperBound)].joined(separator: "\n")
        return (
            head,
            zip(sequence, cuts).map { (DefinitionTree($0), lines[$1].joined(separator: "\n")) }
        )
    }
}

extension StringProtocol {
    fileprivate var trimmed: SubSequence { drop { $0 == " " } }
}
