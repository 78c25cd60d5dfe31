import Vietnamese

/// The words that names of bodies begin with, folded: where a new name begins in a letterhead.
enum BodyHead {
    /// Phrases by their first word, the longest first.
    private static let phrases: [String: [[String]]] = {
        let all = String(decoding: PackageResources.body_heads_txt, as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map { String($0).folded.split(separator: " ").map(String.init) }
        return Dictionary(grouping: all) { $0[0] }.mapValues { $0.sorted { $0.count > $1.count } }
    }()

    /// Units of territory as they follow a body's name.
    private static let units: [[String]] = [
        ["thanh", "pho"], ["dac", "khu"], ["thi", "xa"], ["thi", "tran"], ["tinh"], ["xa"], ["phuong"], ["quan"],
        ["huyen"], ["tp"], ["thu", "do"], ["khoi"],
    ]

    /// Number of tokens of the head that stands at `index`; 0 where none does.
    static func length(_ list: [Tokens.Token], at index: Int) -> Int {
        guard index < list.count, list[index].kind == .word else { return 0 }
        // A stray letter before the abbreviation: `DUBND`.
        if list[index].folded.utf8.count == 5, list[index].folded.hasSuffix("ubnd") { return 1 }
        return match(phrases[list[index].folded] ?? [], list, index)
    }

    /// Number of tokens of the word for a territorial unit at `index`; 0 where there is none.
    static func unitLength(_ list: [Tokens.Token], at index: Int) -> Int { match(units, list, index) }

    private static func match(_ phrases: [[String]], _ list: [Tokens.Token], _ index: Int) -> Int {
        phrases.first { phrase in
            index + phrase.count <= list.count && phrase.indices.allSatisfy { list[index + $0].folded == phrase[$0] }
        }?.count ?? 0
    }
}
