import Vietnamese

/// What a wording says, slot by slot. Plain numbers throughout, since a match is copied at every branch of a pattern.
struct DeadlineMatch: Sendable {
    /// One date of the wording, as far as it is named.
    struct Part: Sendable, Equatable {
        // 0 where it is not named
        fileprivate var numbers: SIMD4<UInt16> = .zero

        var day: Int? { named(0) }
        var month: Int? { named(1) }
        var quarter: Int? { named(2) }
        var year: Int? { named(3) }
        var isEmpty: Bool { numbers == .zero }

        private func named(_ index: Int) -> Int? { numbers[index] == 0 ? nil : Int(numbers[index]) }
    }

    private var first = Part()
    private var second = Part()
    private var third = Part()
    private var fourth = Part()
    private var count = 0
    /// A count, such as the days of a time limit.
    var number: Int?
    var weekday: Weekday?
    /// Index of the first quoted token.
    var quoteStart: Int?
    /// Index after the last token.
    var end = 0

    /// Dates in the order of the text; of more than four the last counts as the fourth.
    var parts: [Part] { Array([first, second, third, fourth].prefix(count)) }

    private var last: Part {
        get {
            switch count {
            case 0, 1: first
            case 2: second
            case 3: third
            default: fourth
            }
        }
        set {
            switch count {
            case 0, 1: first = newValue
            case 2: second = newValue
            case 3: third = newValue
            default: fourth = newValue
            }
        }
    }

    fileprivate mutating func beginDate() {
        if count > 0, !last.isEmpty { begin() }
    }

    /// - Parameter place: 0 day, 1 month, 2 quarter, 3 year.
    fileprivate mutating func set(_ place: Int, _ value: Int) {
        if count == 0 || last.numbers[place] != 0 { begin() }
        last.numbers[place] = UInt16(value)
    }

    private mutating func begin() {
        count = min(count + 1, 4)
        last = Part()
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
        case .day: return token.natural(1...31).map { match.set(0, $0) } != nil
        case .month: return token.natural(1...12).map { match.set(1, $0) } != nil
        case .year: return token.natural(1990...2100).map { match.set(3, $0) } != nil
        case .quarter:
            guard
                let quarter = ["i", "ii", "iii", "iv"].firstIndex(of: token.folded).map({ $0 + 1 })
                    ?? token.natural(1...4)
            else { return false }
            match.set(2, quarter)
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
