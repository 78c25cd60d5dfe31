import Vietnamese

/// A wording in the small language of ``DeadlineRule``: words as they are spelt (compared folded, so diacritics and
/// case do not matter), `[optional]`, `<one|another>`, `{slot}`, and `^` where the quoted words begin.
///
/// Slots: `{d}` day, `{m}` month, `{y}` year in four digits, `{q}` quarter (I to IV), `{n}` any number of at most three
/// digits, `{w}` day of the week; any other name is a fragment of ``DeadlineFragments``.
indirect enum DeadlinePattern: Sendable {
    case end
    case word(String, then: DeadlinePattern)
    case slot(Slot, then: DeadlinePattern)
    /// A new date begins; its slots are kept apart from those before.
    case date(then: DeadlinePattern)
    /// The quoted words begin.
    case quote(then: DeadlinePattern)
    case branch([DeadlinePattern])

    enum Slot: Character, Sendable {
        case day = "d", month = "m", year = "y", quarter = "q", number = "n", weekday = "w"
    }

    /// Reads a wording; an unknown fragment or an unclosed bracket matches nothing.
    init(_ text: String, fragments: [String: String]) {
        var reader = Reader(rest: Array(text), fragments: fragments)
        self = reader.sequence().pattern(then: .end)
    }

    /// The folded words that a match can begin with; `nil` stands for a slot.
    var firstWords: Set<String?> {
        switch self {
        case .end: []
        case .word(let word, _): [word]
        case .slot: [nil]
        case .date(let next), .quote(let next): next.firstWords
        case .branch(let ways): ways.reduce(into: []) { $0.formUnion($1.firstWords) }
        }
    }
}

/// What a reading of the pattern text gives before it is chained.
private indirect enum Piece {
    case word(String)
    case slot(DeadlinePattern.Slot)
    case date
    case quote
    case optional([Piece])
    case choice([[Piece]])
}

extension [Piece] {
    fileprivate func pattern(then end: DeadlinePattern) -> DeadlinePattern {
        reversed().reduce(end) { next, piece in
            switch piece {
            case .word(let word): .word(word, then: next)
            case .slot(let slot): .slot(slot, then: next)
            case .date: .date(then: next)
            case .quote: .quote(then: next)
            case .optional(let pieces): .branch([pieces.pattern(then: next), next])
            case .choice(let ways): .branch(ways.map { $0.pattern(then: next) })
            }
        }
    }
}

private struct Reader {
    var rest: [Character]
    let fragments: [String: String]
    var position = 0

    init(rest: [Character], fragments: [String: String]) {
        self.rest = rest
        self.fragments = fragments
    }

    /// Up to a closing bracket, a bar or the end.
    mutating func sequence() -> [Piece] {
        var pieces: [Piece] = []
        while position < rest.count, !"]>|".contains(rest[position]) {
            let character = rest[position]
            position += 1
            switch character {
            case " ": continue
            case "^": pieces.append(.quote)
            case "[":
                let ways = ways(until: "]")
                pieces.append(.optional(ways.count == 1 ? ways[0] : [.choice(ways)]))
            case "<": pieces.append(.choice(ways(until: ">")))
            case "{": pieces += slot()
            default:
                var text = String(character)
                while character.isLetter || character.isNumber, position < rest.count,
                    rest[position].isLetter == character.isLetter, rest[position].isNumber == character.isNumber
                {
                    text.append(rest[position])
                    position += 1
                }
                pieces.append(.word(text.folded))
            }
        }
        return pieces
    }

    private mutating func ways(until bracket: Character) -> [[Piece]] {
        var ways = [sequence()]
        while position < rest.count, rest[position] == "|" {
            position += 1
            ways.append(sequence())
        }
        if position < rest.count, rest[position] == bracket { position += 1 }
        return ways
    }

    private mutating func slot() -> [Piece] {
        var name = ""
        while position < rest.count, rest[position] != "}" {
            name.append(rest[position])
            position += 1
        }
        position += 1
        if name.count == 1, let letter = name.first, let slot = DeadlinePattern.Slot(rawValue: letter) {
            return [.slot(slot)]
        }
        guard let text = fragments[name] else { return [.choice([])] }
        var inner = Reader(rest: Array(text), fragments: fragments)
        let pieces = inner.sequence()
        return DeadlineFragments.dates.contains(name) ? [.date] + pieces : pieces
    }
}
