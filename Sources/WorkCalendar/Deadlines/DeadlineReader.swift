package import Vietnamese

/// Reads when something is due from the words of official documents, accents and case or not.
package enum DeadlineReader {
    /// A deadline in running text.
    package struct Found: Sendable, Equatable {
        /// What they mean.
        package var deadline: Deadline
        /// Where its words stand, in UTF-8 offsets of the text.
        package var range: Range<Int>
        var strength: Strength
        /// The day of the month, and the month, where the words name no year.
        var yearless: DeadlineMatch.Part?
    }

    /// How much a deadline says; the strongest of a sentence governs it.
    enum Strength: Int, Sendable, Comparable {
        /// An adverb that only a duty to report is timed by.
        case adverb
        /// "Thường xuyên" at the head of a duty.
        case opening
        /// A limit that depends on an event.
        case relative
        /// A month, quarter, year or a recurrence without its day.
        case period
        /// A day.
        case day

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// The time column of a task table, where the whole cell is the deadline. A text that no wording knows is kept as
    /// ``Deadline/raw`` of kind `none`; an empty cell is ``Deadline/none``.
    package static func cell(_ text: String, context: DeadlineContext = DeadlineContext()) -> Deadline {
        let tokens = Tokens(text)
        guard let first = tokens.list.firstIndex(where: { $0.kind != .mark }),
            let last = tokens.list.lastIndex(where: { $0.kind != .mark || $0.folded == ")" })
        else { return .none }
        let list = Array(tokens.list[first...last])
        let raw = tokens[first..<last + 1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var opening: (deadline: Deadline, strength: Strength, end: Int)?
        for row in book.rules(at: list[0]) where row.rule.place != .sentence {
            guard let match = row.pattern.longestMatch(list, at: 0),
                let deadline = row.rule.deadline(match, raw: raw, context: context)
            else { continue }
            if match.end == list.count { return deadline }
            if match.end > opening?.end ?? 0, list[match.end].kind == .mark || list[match.end].folded == "va" {
                opening = (deadline, row.rule.strength(match), match.end)
            }
        }
        // A cell with more in it than a known wording: "Quý II (tháng 4, 5, 6)", "Thường xuyên; báo cáo trước 15/12/2026".
        var inside = strongest(in: tokens, context: context, reporting: true)
        if let opening, opening.strength >= inside?.strength ?? .adverb {
            inside = Found(deadline: opening.deadline, range: 0..<0, strength: opening.strength)
        }
        var deadline = inside?.deadline ?? .none
        deadline.raw = raw
        return deadline
    }

    /// The deadlines in running text, in its order. Periods, dates of cited documents and days already past when the
    /// document was written are none.
    /// - Parameter reporting: Whether the text is a duty to report, which "định kỳ" alone times.
    package static func sentence(
        _ tokens: Tokens, context: DeadlineContext = DeadlineContext(), reporting: Bool = false
    ) -> [Found] {
        let list = tokens.list
        var found: [Found] = []
        var at = 0
        while at < list.count {
            guard let (rule, match) = longest(list, at, reporting: reporting) else {
                at += 1
                continue
            }
            let start = match.quoteStart ?? at
            let range = list[start].range.lowerBound..<list[match.end - 1].range.upperBound
            var next = Found(deadline: .none, range: range, strength: rule.strength(match))
            if [.due, .dayOfPeriod].contains(rule.meaning), let part = match.parts.first, part.year == nil,
                part.day != nil
            {
                next.yearless = match.parts.count == 1 ? part : nil
            }
            let raw = tokens.quote(range)
            if let last = found.last, let refined = last.refined(by: next, in: tokens, context) {
                found[found.count - 1] = refined
            } else if let deadline = rule.deadline(match, raw: raw, context: context), !deadline.isPast(context) {
                next.deadline = deadline
                found.append(next)
            }
            at = match.end
        }
        return found
    }

    /// The deadline that governs a duty: of the first sentence that sets one, the most precise; several dates of one
    /// kind joined by "và" are quoted together and due on the first.
    package static func strongest(
        in tokens: Tokens, context: DeadlineContext = DeadlineContext(), reporting: Bool = false
    ) -> Found? {
        let found = sentence(tokens, context: context, reporting: reporting)
        guard !found.isEmpty else { return nil }
        let joined = join(found, tokens)
        let real = joined.filter { $0.strength >= .period }
        guard let first = real.first else { return joined.first { $0.strength == .relative } ?? joined.first }
        let end = tokens.sentenceEnd(after: first.range.upperBound)
        return real.filter { $0.range.lowerBound < end }.reduce(first) { $1.strength > $0.strength ? $1 : $0 }
    }

    private static func join(_ found: [Found], _ tokens: Tokens) -> [Found] {
        var joined: [Found] = []
        for next in found {
            guard var last = joined.last, last.deadline.due != nil, last.deadline.from == nil,
                next.deadline.from == nil,
                next.deadline.due != nil, tokens.joins(last.range.upperBound..<next.range.lowerBound)
            else {
                joined.append(next)
                continue
            }
            last.range = last.range.lowerBound..<next.range.upperBound
            last.deadline.raw = tokens.text[utf8: last.range].split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            joined[joined.count - 1] = last
        }
        return joined
    }

    private static func longest(
        _ list: [Tokens.Token], _ at: Int, reporting: Bool
    ) -> (rule: DeadlineRule, match: DeadlineMatch)? {
        guard list[at].kind != .mark, let rules = book.byWord[list[at].folded] else { return nil }
        var longest: (rule: DeadlineRule, match: DeadlineMatch)?
        for row in rules where row.rule.place != .cell && (reporting || row.rule.place != .adverb) {
            guard let match = row.pattern.longestMatch(list, at: at), match.end > longest?.match.end ?? 0 else {
                continue
            }
            if row.rule.place == .clause, !list.bordersClause(at..<match.end) { continue }
            if row.rule.place == .opening, !list[..<at].allSatisfy({ $0.kind != .word }) { continue }
            longest = (row.rule, match)
        }
        return longest
    }

    /// The rules with their patterns read, found by the word a text begins with.
    private static let book = DeadlineBook(DeadlineRule.all)
}

/// The table, ready to be looked up.
struct DeadlineBook: Sendable {
    typealias Row = (rule: DeadlineRule, pattern: DeadlinePattern)
    private(set) var byWord: [String: [Row]] = [:]
    private(set) var bySlot: [Row] = []

    init(_ rules: [DeadlineRule]) {
        var fragments = DeadlinePattern.Fragments(texts: DeadlineFragments.all)
        for rule in rules {
            let pattern = DeadlinePattern(rule.wording, &fragments)
            for word in pattern.firstWords {
                if let word {
                    byWord[word, default: []].append((rule, pattern))
                } else {
                    bySlot.append((rule, pattern))
                }
            }
        }
    }

    func rules(at token: Tokens.Token) -> [Row] { (byWord[token.folded] ?? []) + bySlot }
}

extension Tokens {
    /// The words of a range on one line.
    func quote(_ range: Range<Int>) -> String {
        text[utf8: range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Where the sentence ends that an offset lies in.
    func sentenceEnd(after offset: Int) -> Int {
        for index in firstIndex(from: offset)..<list.count where list[index].folded == "." {
            guard index + 1 < list.count else { break }
            if list[index + 1].isCapitalised { return list[index].range.upperBound }
        }
        return text.utf8.count
    }

    /// The first token that begins at an offset or after it.
    private func firstIndex(from offset: Int) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether the few words of a gap only add another date: "và tổ chức tổng kết", ",", "và".
    fileprivate func joins(_ gap: Range<Int>) -> Bool {
        let words = list[firstIndex(from: gap.lowerBound)...].prefix { $0.range.upperBound <= gap.upperBound }
        guard let first = words.first, words.count <= 7 else { return false }
        return ["va", ",", "va,"].contains(first.folded) && !words.contains { [".", ";"].contains($0.folded) }
    }
}

extension [Tokens.Token] {
    /// Whether a bare "hằng năm" times its clause: it opens it, or closes it and belongs to no noun such as "dự toán".
    fileprivate func bordersClause(_ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0 else { return true }
        let before = self[range.lowerBound - 1]
        if before.kind == .mark { return !["/", "\"", "“", "'"].contains(before.folded) }
        if before.folded == "va" { return true }
        guard endsClause(range.upperBound) || follows(range.upperBound, ["theo", "quy", "dinh"]) else { return false }
        guard range.lowerBound > 1 else { return true }
        return !Self.measured.contains("\(self[range.lowerBound - 2].folded) \(before.folded)")
    }

    private func endsClause(_ index: Int) -> Bool {
        index >= count || [".", ";", "…", ")"].contains(self[index].folded)
    }

    private func follows(_ index: Int, _ words: [String]) -> Bool {
        self[Swift.min(index, count)...].prefix(words.count).map(\.folded) == words && endsClause(index + words.count)
    }

    /// Nouns that "hằng năm" only describes: a yearly budget is no yearly duty.
    private static let measured: Set<String> = [
        "du toan", "ngan sach", "kinh phi", "kieu hoi", "ke hoach", "chi tieu", "muc tieu", "tang truong", "nhiem vu",
        "so lieu", "binh quan", "phu cap", "tro cap", "thu nhap", "tien luong", "doanh thu", "kim ngach",
    ]
}
