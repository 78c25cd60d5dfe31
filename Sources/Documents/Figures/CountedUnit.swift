/// The unit of a number: `đoàn`, `triệu USD`, `hội nghị, hội thảo`, `ấn phẩm/quý`.
struct CountedUnit: Sendable {
    /// `nil` where the noun is not known.
    let name: String?
    let kind: CountingNouns.Kind
    let range: Range<Int>

    init(name: String?, kind: CountingNouns.Kind, range: Range<Int>) {
        self.name = name
        self.kind = kind
        self.range = range
    }

    /// The unit whose words begin at `start`.
    init?(_ words: FigureWords, at start: Int) {
        var index = start
        var giants: [String] = []
        while let giant = Self.giant(words, at: index) {
            giants.append(giant)
            index += 1
            guard words.runsOn(index - 1) else { break }
        }
        let reaches = giants.isEmpty || words.runsOn(index - 1)
        guard reaches, let match = CountingNouns.all.match(words, at: index) else {
            guard !giants.isEmpty else { return nil }
            self.init(name: giants.joined(separator: " "), kind: .count, range: start..<index)
            return
        }
        var name = (giants + [match.noun.name]).joined(separator: " ")
        var end = match.end
        if match.noun.kind == .count {
            while let (noun, separator) = Self.coordinated(words, at: end) {
                name += separator + noun.noun.name
                end = noun.end
            }
        }
        if words[end - 1].mark == .slash, end < words.count, !words[end].startsWithDigit {
            let per = CountingNouns.all.match(words, at: end)
            name += "/" + (per?.noun.name ?? words.written(end))
            end = per?.end ?? end + 1
        }
        self.init(name: name, kind: match.noun.kind, range: start..<end)
    }

    /// The noun of a total that a bare number ends: `nâng tổng số thỏa thuận còn hiệu lực lên 56`, `Số tổ chức …: 00`.
    init?(totalBefore index: Int, _ words: FigureWords) {
        var back = index - 1
        while back > 0, words[back].mark == .none, words.isOne(of: FigureContext.about, at: back) { back -= 1 }
        guard back > 1,
            words[back].mark == .colon
                || (words[back].mark == .none && words.isOne(of: FigureContext.arrivals, at: back))
        else { return nil }
        let isEnd =
            index + 1 == words.count || words[index].mark >= .comma
            || words.isOne(of: FigureContext.noNouns, at: index + 1)
        guard isEnd else { return nil }
        var start = back - 1
        while start >= 0, back - start < 25 {
            guard words[start].mark < .semicolon else { return nil }
            if words.isOne(of: FigureContext.number, at: start) {
                let next = words.isOne(of: FigureContext.quantity, at: start + 1) ? start + 2 : start + 1
                guard let match = CountingNouns.all.match(words, at: next), match.noun.kind == .count,
                    match.end <= back + 1
                else { return nil }
                self.init(name: match.noun.name, kind: .count, range: next..<match.end)
                return
            }
            start -= 1
        }
        return nil
    }

    private static func coordinated(_ words: FigureWords, at index: Int) -> (CountingNouns.Match, String)? {
        guard index < words.count, !words[index].opens else { return nil }
        let mark = words[index - 1].mark
        let joined = mark == .none && words.isOne(of: FigureContext.and, at: index)
        guard joined || mark == .comma, let match = CountingNouns.all.match(words, at: joined ? index + 1 : index),
            match.noun.kind == .count,
            match.noun.words.count > 1 || (places.contains(match.noun.name) && !words.accentsMissing),
            !verbs.contains(match.noun.name) || words[match.end - 1].mark != .none,
            // "công chức 38 người, viên chức 20 người"
            words[match.end - 1].mark != .none || match.end == words.count || !words[match.end].startsWithDigit
        else { return nil }
        return (match, joined ? " và " : ", ")
    }

    /// Nouns of one syllable that follow another: `12 xã, phường`. Most others open a clause as verbs (`giải`, `đơn`).
    private static let places: Set<String> = [
        "sở", "ban", "ngành", "tỉnh", "huyện", "quận", "xã", "phường", "thôn", "bản", "ấp", "buôn", "làng", "phòng",
        "bài",
    ]

    /// Nouns that open a clause as verbs just as often: `05 hội nghị, tổ chức …`.
    private static let verbs: Set<String> = [
        "tổ chức", "lãnh đạo", "kiến nghị", "báo cáo", "thông báo", "kế hoạch", "quyết định", "thanh tra", "hoạt động",
        "viện trợ", "phản ánh", "triển lãm",
    ]

    private static func giant(_ words: FigureWords, at index: Int) -> String? {
        guard index < words.count else { return nil }
        if !words.accentsMissing { return giants[words.spelt(index)] }
        let folded = words.folded(index)
        if let name = foldedGiants[folded] { return name }
        let shape = SyllableShape(recognised: folded)
        return shapedGiants.first { $0.shape.matches(shape, alone: true) }?.name
    }

    private static let giants = [
        "nghìn": "nghìn", "ngàn": "nghìn", "triệu": "triệu", "tỷ": "tỷ", "tỉ": "tỷ",
    ]
    private static let foldedGiants = ["nghin": "nghìn", "ngan": "nghìn", "trieu": "triệu", "ty": "tỷ"]
    private static let shapedGiants = [
        (shape: SyllableShape(canonical: "triệu"), name: "triệu"),
        (shape: SyllableShape(canonical: "nghìn"), name: "nghìn"),
    ]
}

/// A number and a unit of measure written as one: `120ha`, `15km`.
struct GluedUnit {
    let number: StatedNumber
    let name: String

    init?(_ written: String) {
        guard let letters = written.firstIndex(where: \.isLetter), letters > written.startIndex,
            let name = Self.names[written[letters...].lowercased()],
            let number = StatedNumber(String(written[..<letters])), number.whole == nil
        else { return nil }
        self.number = number
        self.name = name
    }

    private static let names = [
        "ha": "ha", "km": "km", "m2": "m²", "m²": "m²", "m3": "m³", "m³": "m³", "km2": "km²", "km²": "km²", "kg": "kg",
        "mw": "MW", "kwh": "kWh", "kw": "kW", "usd": "USD", "tr": "triệu",
    ]
}
