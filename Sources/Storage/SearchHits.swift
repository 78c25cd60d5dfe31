import Vietnamese

/// A text that was found.
package struct SearchHit: Sendable, Equatable {
    package let kind: String
    package let subject: Int
    package let part: Int
    package let title: [Excerpt.Run]
    /// The passage of the body where the words stand closest.
    package let excerpt: [Excerpt.Run]
}

/// A passage as it was written, with what was sought marked.
package enum Excerpt {
    /// A stretch of the passage.
    package struct Run: Sendable, Equatable {
        package let text: String
        package let isHit: Bool

        /// All of its parts.
        package init(_ text: String, isHit: Bool = false) {
            self.text = text
            self.isHit = isHit
        }
    }

    /// About `width` words of the text around the most of the words sought.
    package static func runs(of text: String, for words: SearchWords, width: Int = 30) -> [Run] {
        let tokens = Tokens(text)
        let sought = Set(words.phrases.joined())
        let beginning = words.isPrefix ? words.phrases.last?.last : nil
        let hits = tokens.list.map { token in
            token.kind != .mark && (sought.contains(token.folded) || beginning.map(token.folded.hasPrefix) ?? false)
        }
        guard !tokens.list.isEmpty else { return [] }
        let range = window(of: hits, width: width)
        var runs: [Run] = range.lowerBound > 0 ? [Run("… ")] : []
        var start = tokens.list[range.lowerBound].range.lowerBound
        for index in range where hits[index] {
            let place = tokens.list[index].range
            if place.lowerBound > start { runs.append(Run(String(text[utf8: start..<place.lowerBound]))) }
            runs.append(Run(String(text[utf8: place]), isHit: true))
            start = place.upperBound
        }
        let end = tokens.list[range.upperBound - 1].range.upperBound
        if end > start { runs.append(Run(String(text[utf8: start..<end]))) }
        if range.upperBound < hits.count { runs.append(Run(" …")) }
        return runs
    }

    private static func window(of hits: [Bool], width: Int) -> Range<Int> {
        guard hits.count > width else { return 0..<hits.count }
        var count = hits.prefix(width).count { $0 }
        var best = (count: count, start: 0)
        for start in 1...(hits.count - width) {
            count += (hits[start + width - 1] ? 1 : 0) - (hits[start - 1] ? 1 : 0)
            if count > best.count { best = (count, start) }
        }
        // A few words before the first hit, so that it can be read.
        let first = hits[best.start..<best.start + width].firstIndex(of: true) ?? best.start
        let start = max(0, min(first - 5, hits.count - width))
        return start..<start + width
    }
}

extension Search {
    /// The best answers.
    /// - Parameters:
    ///   - text: As typed.
    ///   - kinds: Kinds of things; empty for all.
    ///   - condition: What the asker may see, of `e`, a row of `search_entries`.
    ///   - limit: How many at most.
    package static func find(
        _ text: String, kinds: [String] = [], where condition: Query = "1 = 1", limit: Int = 20, _ db: Transaction
    ) throws -> [SearchHit] {
        guard let matches = matches(text, db) else { return [] }
        let words = SearchWords(text)
        let ofKinds: Query = kinds.isEmpty ? "" : "AND e.kind IN (\(list: kinds))"
        let query: Query = """
            SELECT e.kind, e.subject, e.part, e.title, e.body FROM (\(matches)) AS m
            JOIN search_entries AS e ON e.id = m.id
            WHERE \(condition) \(ofKinds) ORDER BY m.rank, e.id LIMIT \(limit)
            """
        return try db.all(query) { fields in
            let kind: String = try fields.next()
            let subject: Int = try fields.next()
            let part: Int = try fields.next()
            return SearchHit(
                kind: kind, subject: subject, part: part,
                title: Excerpt.runs(of: try fields.next(), for: words, width: .max),
                excerpt: Excerpt.runs(of: try fields.next(), for: words))
        }
    }
}
