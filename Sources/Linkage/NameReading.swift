import Vietnamese

/// A word of a name in lower case, composed, its tone mark where the product writes it.
struct NameWord: Equatable {
    let text: String
    let folded: String
    /// One letter that stands for a word: `T.`.
    let isInitial: Bool
    /// A spelling that cannot be Vietnamese.
    let isForeign: Bool
    /// Written without accents; it may have none.
    var isPlain: Bool { text.utf8.count == folded.utf8.count }

    init(_ word: some StringProtocol) {
        let composed = String(word).toneNormalised.lowercased()
        text = composed == "ng" ? "nguyễn" : composed
        folded = text.folded
        isInitial = text.utf8.count == 1
        isForeign = !isInitial && !Syllable.isPossible(text) && !Syllable.isPossibleFolded(text)
    }
}

/// One way to take a name apart: `Lan Nguyen` has the given name first or, less likely, the family name.
struct NameReading: Equatable {
    var given: NameWord?
    /// Most have one; `Nguyen-Schmidt` and `Lan Tanaka (née Nguyen)` have two.
    var families: [NameWord] = []
    var middles: [NameWord] = []
    /// Whether no word of the name has an accent: then none of them can contradict one that has.
    var isPlain = false
    /// How likely this reading is, 0 to 1; all of a name's sum to 1.
    var share = 1.0

    /// The ways to read a name as it was typed, the likeliest of them.
    static func all(of name: String) -> [NameReading] {
        let name = name.nfc
        if let comma = name.firstIndex(of: ","), name.contains(where: \.isLetter) {
            // A family name before the comma: the rest is in either order, which is told by putting it before or behind.
            let family = String(name[..<comma])
            let rest = name[name.index(after: comma)...].filter { $0 != "," }
            let joined = words(family).joined().map(\.text).joined(separator: "-")
            let readings = [joined + " " + rest, rest + " " + joined].map {
                all(of: $0).filter { $0.isOf(family: joined) }
            }
            let found = shared(readings.flatMap(\.self)) { $0.share }
            return found.isEmpty ? all(of: name.filter { $0 != "," }) : found
        }
        let (parts, maiden) = parted(name)
        let isPlain = parts.joined().allSatisfy(\.isPlain)
        var readings = orders(parts, isPlain: isPlain)
        // A husband's name may stand behind the whole Vietnamese one: `Nguyen Thi Lan Tanaka`.
        if parts.count > 3, let last = parts.last, last[0].isForeign {
            readings += orders(parts.dropLast(), isPlain: isPlain).map { reading in
                var reading = reading
                reading.families += last
                return reading
            }
        }
        readings = shared(shared(readings, by: \.likelihood).filter { $0.share > 0.01 }) { $0.share }
        for index in readings.indices {
            readings[index].families += maiden.filter { !readings[index].families.contains($0) }
        }
        return readings
    }

    private func isOf(family: String) -> Bool { families.map(\.text).joined(separator: "-") == family }

    /// The family name first or last, and what may be the given name then.
    private static func orders(_ parts: [[NameWord]], isPlain: Bool) -> [NameReading] {
        let flat = Array(parts.joined())
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return flat.isEmpty ? [] : [NameReading(given: flat.last, middles: flat.dropLast(), isPlain: isPlain)]
        }
        let between = Array(parts[1..<(parts.count - 1)].joined())
        let before = Array(parts.dropLast().joined())
        var readings = [
            NameReading(given: last.last, families: first, middles: between + last.dropLast(), isPlain: isPlain),
            NameReading(given: before[0], families: last, middles: Array(before[1...]), isPlain: isPlain),
        ]
        if before.count > 1 {
            readings.append(
                NameReading(given: before.last, families: last, middles: before.dropLast(), isPlain: isPlain))
        }
        return readings
    }

    private static func shared(_ readings: [NameReading], by likelihood: (NameReading) -> Double) -> [NameReading] {
        let sum = readings.reduce(0) { $0 + likelihood($1) }
        return readings.map { reading in
            var reading = reading
            reading.share = likelihood(reading) / sum
            return reading
        }
    }

    private var likelihood: Double {
        guard let given else { return 0 }
        let family = families.first.map { NameShares.family($0, isPlain: isPlain) } ?? 1
        // Two families in a hundred names.
        let behind = families.count > 1 && families[1].isForeign ? 0.02 : 1
        return middles.reduce(family * behind * NameShares.given(given, isPlain: isPlain)) {
            $0 * NameShares.middle($1, isPlain: isPlain)
        }
    }

    /// The words of the name, and the family names of before marriage: in brackets, or behind `née`, `nhũ danh`.
    private static func parted(_ name: String) -> (parts: [[NameWord]], maiden: [NameWord]) {
        var main = ""
        var aside = ""
        var depth = 0
        for character in name {
            switch character {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            default: if depth > 0 { aside.append(character) } else { main.append(character) }
            }
        }
        var parts = words(main)
        var behind = words(aside)
        if let mark = parts.firstIndex(where: { maidenMarks.contains($0[0].text) }), mark > 0 {
            behind += parts[(mark + 1)...]
            parts.removeSubrange(mark...)
        }
        let maiden = behind.joined().filter { !maidenMarks.contains($0.text) && !$0.isInitial }
        // Of several words the family name is the one that Vietnamese families bear.
        return (parts, maiden.count == 1 ? maiden : Array(maiden.filter { PersonalName.isFamily($0.text) }.prefix(1)))
    }

    /// The words in order; those joined by a hyphen together. Titles before them are dropped.
    private static func words(_ text: some StringProtocol) -> [[NameWord]] {
        var parts: [[NameWord]] = []
        for part in text.split(whereSeparator: { $0.isWhitespace || ".,;".contains($0) }) {
            let words = part.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { String($0).filter(\.isLetter) }
            let found = words.filter { !$0.isEmpty }.map { NameWord($0) }
            if !found.isEmpty { parts.append(found) }
        }
        while parts.count > 1, let first = parts.first?.first, titles.contains(first.text) { parts.removeFirst() }
        return parts
    }

    private static let maidenMarks: Set = ["née", "nee", "geb", "born", "nhũ", "danh", "tức"]
    private static let titles: Set = [
        "ông", "bà", "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "ts", "ths", "gs", "pgs", "bs",
        "ks",
    ]
}
