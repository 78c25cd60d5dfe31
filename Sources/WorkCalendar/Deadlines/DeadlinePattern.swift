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
        var book = Fragments(texts: fragments)
        self.init(text, &book)
    }

    /// Reads a wording, and the fragments it names once for all.
    init(_ text: String, _ fragments: inout Fragments) {
        self = fragments.read(text).pattern(then: .end)
    }

    /// The fragments read so far.
    struct Fragments {
        let texts: [String: String]
        private var known: [String: [Piece]] = [:]

        init(texts: [String: String]) { self.texts = texts }

        fileprivate mutating func read(_ text: String) -> [Piece] {
            var reader = Reader(rest: Array(text.unicodeScalars))
            return reader.sequence(&self)
        }

        fileprivate mutating func pieces(_ name: String) -> [Piece] {
            if let pieces = known[name] { return pieces }
            guard let text = texts[name] else { return [.choice([])] }
            let pieces = (DeadlineFragments.dates.contains(name) ? [.date] : []) + read(text)
            known[name] = pieces
            return pieces
        }
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
fileprivate indirect enum Piece {
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
    let rest: [Unicode.Scalar]
    var position = 0

    init(rest: [Unicode.Scalar]) { self.rest = rest }

    /// Up to a closing bracket, a bar or the end.
    mutating func sequence(_ fragments: inout DeadlinePattern.Fragments) -> [Piece] {
        var pieces: [Piece] = []
        while position < rest.count, !["]", ">", "|"].contains(rest[position]) {
            let scalar = rest[position]
            position += 1
            switch scalar {
            case " ", "\n": continue
            case "^": pieces.append(.quote)
            case "[":
                let ways = ways(until: "]", &fragments)
                pieces.append(.optional(ways.count == 1 ? ways[0] : [.choice(ways)]))
            case "<": pieces.append(.choice(ways(until: ">", &fragments)))
            case "{": pieces += slot(&fragments)
            default:
                var text = String(scalar)
                while scalar.sort != .mark, position < rest.count, rest[position].sort == scalar.sort {
                    text.unicodeScalars.append(rest[position])
                    position += 1
                }
                pieces.append(.word(text.folded))
            }
        }
        return pieces
    }

    private mutating func ways(
        until bracket: Unicode.Scalar, _ fragments: inout DeadlinePattern.Fragments
    ) -> [[Piece]] {
        var ways = [sequence(&fragments)]
        while position < rest.count, rest[position] == "|" {
            position += 1
            ways.append(sequence(&fragments))
        }
        if position < rest.count, rest[position] == bracket { position += 1 }
        return ways
    }

    private mutating func slot(_ fragments: inout DeadlinePattern.Fragments) -> [Piece] {
        var name = ""
        while position < rest.count, rest[position] != "}" {
            name.unicodeScalars.append(rest[position])
            position += 1
        }
        position += 1
        if name.utf8.count == 1, let letter = name.first, let slot = DeadlinePattern.Slot(rawValue: letter) {
            return [.slot(slot)]
        }
        return fragments.pieces(name)
    }
}

extension Unicode.Scalar {
    fileprivate enum Sort { case letter, digit, mark }

    fileprivate var sort: Sort {
        switch value {
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x1EFF: .letter
        default: .mark
        }
    }
}
