import Vietnamese

/// What a user typed to search for.
package struct SearchWords: Sendable, Equatable {
    /// Folded words; those between quotes stand together.
    package let phrases: [[String]]
    /// Whether the last word may go on: it was not closed by a space or a quote.
    package let isPrefix: Bool

    /// Reads what was typed. The first 32 words count.
    package init(_ text: String) {
        var phrases: [[String]] = []
        var count = 0
        for (index, piece) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            let words = Tokens(String(piece)).list.filter { $0.kind != .mark }.map(\.folded).prefix(32 - count)
            count += words.count
            if index % 2 == 1 {
                if !words.isEmpty { phrases.append(Array(words)) }
            } else {
                phrases += words.map { [$0] }
            }
        }
        self.phrases = phrases
        isPrefix = text.unicodeScalars.last.map { !$0.properties.isWhitespace && $0 != "\"" } ?? false
    }
}
