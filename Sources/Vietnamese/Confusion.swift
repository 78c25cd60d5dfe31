/// What a recogniser that does not know Vietnamese makes of its letters: accents dropped or misread as strokes of the
/// letter (`quốc` as `qudc`, `năm` as `nim`, `tư` as `tw`), capitals with a mark or a bar as others (`Ộ` as `Q`, `Đ` as `P`),
/// and the confusions of every language (`l` and `1`, `o` and `0`, `S` and `§`).
enum Confusion {
    /// A letter of the true word.
    struct Glyph: Sendable {
        /// Lower case, composed, with its accents.
        let scalar: Unicode.Scalar
        /// The folded letter, ASCII; 0 when there is none.
        let base: UInt8
        var isAccented: Bool { scalar.value > 0x7F }
    }

    /// A letter as it was read.
    struct Reading: Sendable {
        let scalar: Unicode.Scalar
        let base: UInt8
    }

    /// The letters of a word of the lexicon.
    static func glyphs(_ word: String) -> [Glyph] {
        word.nfc.lowercased().unicodeScalars.map { Glyph(scalar: $0, base: base($0)) }
    }

    /// The letters of a word as read; stray quotes and asterisks, shards of accents, are dropped.
    static func readings(_ word: some StringProtocol) -> [Reading] {
        String(word).nfc.lowercased().unicodeScalars.compactMap { scalar in
            "'*`’‘\"^~".unicodeScalars.contains(scalar) ? nil : Reading(scalar: scalar, base: base(scalar))
        }
    }

    private static func base(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar {
        case "§": UInt8(ascii: "s")
        case "¢", "€": UInt8(ascii: "e")
        case "¥": UInt8(ascii: "y")
        case "|", "!": UInt8(ascii: "1")
        case "©": UInt8(ascii: "c")
        default: scalar.folded.flatMap { $0.isASCII ? UInt8($0.value) : nil } ?? 0
        }
    }

    /// The cost, 0 to 1, of having read `truth` as `reading`; 1 where nothing explains it.
    static func substitution(_ reading: Reading, _ truth: Glyph) -> Float {
        if reading.scalar == truth.scalar { return 0 }
        if reading.base == truth.base { return clash(reading, truth) }
        let letter = Unicode.Scalar(reading.base)
        switch truth.scalar {
        case "đ": return among(letter, "p", 0.15) ?? among(letter, "b", 0.2) ?? 1
        case _ where !truth.isAccented: return plain(letter, truth)
        default: break
        }
        switch Unicode.Scalar(truth.base) {
        case "a": return among(letter, "di", 0.25) ?? among(letter, "q4e3@", 0.35) ?? 1
        case "o": return among(letter, "db60q&", 0.2) ?? among(letter, "eg5u", 0.35) ?? among(letter, "a", 0.5) ?? 1
        case "e": return among(letter, "&", 0.25) ?? among(letter, "co6", 0.4) ?? 1
        case "u": return among(letter, "w", 0.1) ?? among(letter, "yitv", 0.3) ?? among(letter, "ag", 0.5) ?? 1
        case "i": return among(letter, "l1jt", 0.3) ?? 1
        case "y": return among(letter, "v", 0.3) ?? 1
        default: return 1
        }
    }

    /// The cost of a letter that is not in the true word, read beside `neighbour`: an accent often becomes a letter
    /// of its own (`của` as `ctia`, `thực` as `thyrc`).
    static func insertion(_ reading: Reading, beside neighbour: Glyph) -> Float {
        guard neighbour.isAccented else { return 0.8 }
        return among(Unicode.Scalar(reading.base), "irtl1o&", 0.25) ?? 0.8
    }

    /// The cost of a letter that was not read; an accented vowel is sometimes lost as a whole (`phố` as `ph`).
    static func deletion(_ truth: Glyph) -> Float { truth.isAccented ? 0.5 : 0.9 }

    /// The same letter with other accents. Marks of Western letters (é, à) are guesses of the recogniser; those that
    /// only Vietnamese has can be trusted.
    private static func clash(_ reading: Reading, _ truth: Glyph) -> Float {
        switch reading.scalar.value {
        case 0..<0x80: truth.isAccented ? 0 : 0.02
        case 0x80..<0x100: truth.isAccented ? 0.03 : 0.1
        default: 0.45
        }
    }

    private static func plain(_ letter: Unicode.Scalar, _ truth: Glyph) -> Float {
        switch Unicode.Scalar(truth.base) {
        case "l": among(letter, "1i", 0.15) ?? 1
        case "i": among(letter, "1lj", 0.2) ?? 1
        case "o": among(letter, "06", 0.2) ?? among(letter, "ea", 0.5) ?? 1
        case "s": among(letter, "5", 0.3) ?? 1
        case "a": among(letter, "d4q", 0.4) ?? among(letter, "o", 0.5) ?? 1
        case "e": among(letter, "c", 0.4) ?? 1
        case "c": among(letter, "e", 0.4) ?? 1
        case "g": among(letter, "9", 0.3) ?? among(letter, "p", 0.5) ?? 1
        case "b": among(letter, "6", 0.4) ?? 1
        case "u": among(letter, "v", 0.4) ?? among(letter, "n", 0.5) ?? 1
        case "h": among(letter, "b", 0.5) ?? 1
        default: 1
        }
    }

    private static func among(_ letter: Unicode.Scalar, _ letters: StaticString, _ cost: Float) -> Float? {
        letters.withUTF8Buffer { $0.contains { UInt32($0) == letter.value } } ? cost : nil
    }

    /// The cheapest way to have read `truth` as `readings`, or `nil` when it costs more than `limit`.
    static func distance(_ readings: [Reading], _ truth: [Glyph], limit: Float) -> Float? {
        guard abs(readings.count - truth.count) <= 2, let first = truth.first else { return nil }
        // One row of the table of prefixes: `row[n]` is the cost of what was read so far against n letters of the truth.
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: truth.count + 1) { row in
            row[0] = 0
            for (column, glyph) in truth.enumerated() { row[column + 1] = row[column] + deletion(glyph) }
            for reading in readings {
                var diagonal = row[0]
                row[0] += insertion(reading, beside: first)
                var least = row[0]
                for (column, glyph) in truth.enumerated() {
                    let beside = column + 1 < truth.count && truth[column + 1].isAccented ? truth[column + 1] : glyph
                    let above = row[column + 1]
                    let cost = min(
                        diagonal + substitution(reading, glyph), row[column] + deletion(glyph),
                        above + insertion(reading, beside: beside))
                    diagonal = above
                    row[column + 1] = cost
                    least = min(least, cost)
                }
                guard least <= limit else { return nil }
            }
            let cost = row[truth.count]
            return cost <= limit ? cost : nil
        }
    }
}
