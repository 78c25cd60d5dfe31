/// A list of phrases that is asked for the longest one standing at a place of a text.
struct Phrases: Sendable {
    /// One phrase: how its words are looked up, and how they are written.
    struct Phrase: Sendable {
        let keys: [String]
        let written: [String]
    }

    private let byFirst: [String: [Phrase]]

    init(_ texts: some Sequence<String>) {
        var byFirst: [String: [Phrase]] = [:]
        for text in texts {
            let written = Tokens(text).words
            let keys = written.map { $0.lowercased() }
            guard let first = keys.first else { continue }
            byFirst[first, default: []].append(Phrase(keys: keys, written: written))
        }
        self.byFirst = byFirst.mapValues { $0.sorted { $0.keys.count > $1.keys.count } }
    }

    /// The longest phrase whose words are those of `keys` from `index` on.
    func longest(in keys: [String], at index: Int) -> Phrase? {
        byFirst[keys[index]]?.first { keys[index...].starts(with: $0.keys) }
    }
}

extension Tokens {
    /// The tokens as written.
    var words: [String] { list.map { String(text[utf8: $0.range]) } }
}
