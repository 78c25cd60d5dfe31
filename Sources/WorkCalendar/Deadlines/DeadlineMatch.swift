import Vietnamese

/// What a wording says, slot by slot.
struct DeadlineMatch: Sendable {
    /// One date of the wording, as far as it is named.
    struct Part: Sendable, Equatable {
        var day: Int?
        var month: Int?
        var quarter: Int?
        var year: Int?
        var isEmpty: Bool { self == Part() }
    }

    /// Dates in the order of the text; empty until the first slot, so that a failing match allocates nothing.
    var parts: [Part] = []
    /// A count, such as the days of a time limit.
    var number: Int?
    var weekday: Weekday?
    /// Index of the first quoted token.
    var quoteStart: Int?
    /// Index after the last token.
    var end = 0

    fileprivate mutating func beginDate() {
        if parts.last?.isEmpty == false { parts.append(Part()) }
    }

    fileprivate mutating func set(_ part: WritableKeyPath<Part, Int?>, _ value: Int) {
        if parts.last?[keyPath: part] != nil || parts.isEmpty { parts.append(Part()) }
        parts[parts.count - 1][keyPath: part] = value
    }
}

extension DeadlinePattern {
    /// The longest match that begins at a token.
    func longestMatch(_ tokens: [Tokens.Token], at start: Int) -> DeadlineMatch? {
        match(tokens, start, DeadlineMatch())
    }

    private func match(_ tokens: [Tokens.Token], _ at: Int, _ soFar: DeadlineMatch) -> DeadlineMatch? {
        switch self {
        case .end:
            var done = soFar
            done.end = at
            return done
        case .word(let word, let next):
            guard at < tokens.count, tokens[at].reads(word) else { return nil }
            return next.match(tokens, at + 1, soFar)
        case .slot(let slot, let next):
            guard at < tokens.count else { return nil }
            var matched = soFar
            guard slot.take(tokens[at], into: &matched) else { return nil }
            return next.match(tokens, at + 1, matched)
        case .date(let next):
            var matched = soFar
            matched.beginDate()
            return next.match(tokens, at, matched)
        case .quote(let next):
            var matched = soFar
            matched.quoteStart = at
            return next.match(tokens, at, matched)
        case .branch(let ways):
            var longest: DeadlineMatch?
            for way in ways {
                guard let match = way.match(tokens, at, soFar) else { continue }
                if match.end > longest?.end ?? -1 { longest = match }
            }
            return longest
        }
    }
}

extension DeadlinePattern.Slot {
    /// - Returns: Whether the token fits.
    fileprivate func take(_ token: Tokens.Token, into match: inout DeadlineMatch) -> Bool {
        switch self {
        case .day: return token.natural(1...31).map { match.set(\.day, $0) } != nil
        case .month: return token.natural(1...12).map { match.set(\.month, $0) } != nil
        case .year: return token.natural(1990...2100).map { match.set(\.year, $0) } != nil
        case .quarter:
            guard
                let quarter = ["i", "ii", "iii", "iv"].firstIndex(of: token.folded).map({ $0 + 1 })
                    ?? token.natural(1...4)
            else { return false }
            match.set(\.quarter, quarter)
            return true
        case .number:
            guard let number = token.natural(0...999) else { return false }
            match.number = match.number ?? number
            return true
        case .weekday:
            let names = ["hai", "ba", "tu", "nam", "sau", "bay", "nhat"]
            guard let index = names.firstIndex(of: token.folded) ?? token.natural(2...7).map({ $0 - 2 }) else {
                return false
            }
            match.weekday = Weekday(rawValue: index + 1)
            return true
        }
    }
}

extension Tokens.Token {
    fileprivate func reads(_ word: String) -> Bool {
        folded == word || word == "-" && kind == .mark && ["–", "—", "÷", "~"].contains(folded)
    }

    fileprivate func natural(_ range: ClosedRange<Int>) -> Int? {
        guard kind == .number, folded.utf8.count <= 4, let value = Int(folded), range.contains(value) else {
            return nil
        }
        return value
    }
}
