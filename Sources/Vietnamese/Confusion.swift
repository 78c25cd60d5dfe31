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
        /// Where the costs of its readings stand in ``costs``.
        let row: Int
        var isAccented: Bool { scalar.value > 0x7F }

        init(_ scalar: Unicode.Scalar) {
            self.scalar = scalar
            base = Confusion.base(scalar)
            row = Confusion.rows[scalar] ?? 0
        }
    }

    /// A letter as it was read.
    struct Reading: Sendable {
        let scalar: Unicode.Scalar
        let base: UInt8
    }

    /// The letters of a word of the lexicon.
    static func glyphs(_ word: String) -> [Glyph] {
        word.nfc.lowercased().unicodeScalars.map(Glyph.init)
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
    @inline(__always)
    static func substitution(_ reading: Reading, _ truth: Glyph) -> Float {
        if reading.scalar == truth.scalar { return 0 }
        if reading.base == truth.base { return clash(reading, truth) }
        return reading.base < 128 ? costs[truth.row << 7 | Int(reading.base)] : 1
    }

    /// The letters that have costs of their own; row 0 is for all others.
    private static let rows: [Unicode.Scalar: Int] = {
        let letters = "abceghilosuyđ" + "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"
        return Dictionary(uniqueKeysWithValues: zip(letters.unicodeScalars, 1...))
    }()

    /// By row of the true letter and ASCII letter read.
    private static let costs: [Float] = {
        var costs = [Float](repeating: 1, count: (rows.count + 1) << 7)
        for (scalar, row) in rows {
            for (letters, cost) in confusions(scalar) {
                for letter in letters.utf8 { costs[row << 7 | Int(letter)] = cost }
            }
        }
        return costs
    }()

    /// What a letter is misread as, with the cost of each.
    private static func confusions(_ truth: Unicode.Scalar) -> [(String, Float)] {
        guard truth != "đ" else { return [("p", 0.15), ("b", 0.2)] }
        let isAccented = truth.value > 0x7F
        switch Unicode.Scalar(base(truth)) {
        case "a" where isAccented: return [("di", 0.25), ("q4e3@", 0.35)]
        case "o" where isAccented: return [("db60q&", 0.2), ("eg5u", 0.35), ("a", 0.5)]
        case "e" where isAccented: return [("&", 0.25), ("co6", 0.4)]
        case "u" where isAccented: return [("w", 0.1), ("yitv", 0.3), ("ag", 0.5)]
        case "i" where isAccented: return [("l1jt", 0.3)]
        case "y": return [("v", 0.3)]
        case "l": return [("1i", 0.15)]
        case "i": return [("1lj", 0.2)]
        case "o": return [("06", 0.2), ("ea", 0.5)]
        case "s": return [("5", 0.3)]
        case "a": return [("d4q", 0.4), ("o", 0.5)]
        case "e": return [("c", 0.4)]
        case "c": return [("e", 0.4)]
        case "g": return [("9", 0.3), ("p", 0.5)]
        case "b": return [("6", 0.4)]
        case "u": return [("v", 0.4), ("n", 0.5)]
        case "h": return [("b", 0.5)]
        default: return []
        }
    }

    /// The cost of a letter that is not in the true word, read beside `neighbour`: an accent often becomes a letter
    /// of its own (`của` as `ctia`, `thực` as `thyrc`).
    static func insertion(_ reading: Reading, beside neighbour: Glyph) -> Float {
        guard neighbour.isAccented else { return 0.8 }
        switch reading.base {
        case UInt8(ascii: "i"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "l"), UInt8(ascii: "1"),
            UInt8(ascii: "o"), UInt8(ascii: "&"):
            return 0.25
        default: return 0.8
        }
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
