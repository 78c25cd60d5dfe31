import Vietnamese

/// A syllable by what a recogniser that knows no Vietnamese keeps of it: the consonants before and after, and how long
/// the vowels between are. `người` comes out as `ngudi`, `quốc` as `qudc`, `chức` as `chirc`; the shape is the same.
struct SyllableShape: Sendable, Equatable {
    let onset: String
    /// The vowels, folded, as bytes.
    let nucleus: [UInt8]
    let coda: String
    /// How many of the vowels wear a mark, and so may have been misread.
    let marked: Int

    /// The shape of a word spelt rightly.
    init(canonical word: String) {
        self.init(bytes: Array(word.folded.utf8), marked: word.unicodeScalars.count { $0.value >= 0xC0 && $0 != "đ" })
    }

    /// The shape of a word as recognised.
    init(recognised word: String) {
        self.init(bytes: Self.lettersMeant(by: word), marked: 0)
    }

    private init(bytes: [UInt8], marked: Int) {
        let start = Self.onsets.first { bytes.starts(with: $0.utf8) } ?? ""
        let rest = bytes.dropFirst(start.utf8.count)
        let end =
            Self.codas.first { $0.utf8.count < rest.count && rest.suffix($0.utf8.count).elementsEqual($0.utf8) }
            ?? ""
        onset = start
        coda = end
        nucleus = Array(rest.dropLast(end.utf8.count))
        self.marked = marked
    }

    /// Whether `seen`, a recognised shape, may be this one.
    /// - Parameter alone: no further syllable confirms it, so that it must fit closely.
    func matches(_ seen: SyllableShape, alone: Bool) -> Bool {
        guard onset == seen.onset, coda == seen.coda else { return false }
        if nucleus == seen.nucleus { return true }
        let difference = abs(nucleus.count - seen.nucleus.count)
        guard marked > 0, difference <= (alone ? 0 : 1) else { return false }
        return Self.distance(nucleus, seen.nucleus) <= marked + difference
    }

    /// Substitutions, insertions and deletions between two short runs of bytes.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let next = min(diagonal + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1)
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[b.count]
    }

    /// Digits and signs that stand for letters, a final `e` for `c`, `P` for `Đ`; the mark of a footnote is left out.
    private static func lettersMeant(by word: String) -> [UInt8] {
        var letters: [UInt8] = []
        for scalar in word.unicodeScalars {
            switch scalar {
            case "1", "|": letters.append(letters.isEmpty ? UInt8(ascii: "l") : UInt8(ascii: "i"))
            case "0", "6": letters.append(UInt8(ascii: "o"))
            case "3", "4": letters.append(UInt8(ascii: "a"))
            case "8": letters.append(UInt8(ascii: "o"))
            case "€", "¢": letters.append(UInt8(ascii: "e"))
            case "ﬁ": letters += [UInt8(ascii: "i")]
            case _ where scalar.isASCII && scalar.properties.isAlphabetic: letters.append(UInt8(scalar.value))
            default: break
            }
        }
        if letters.count > 2, letters.first == UInt8(ascii: "p"), letters[1] != UInt8(ascii: "h") {
            letters[0] = UInt8(ascii: "d")
        }
        if letters.count > 3, letters.last == UInt8(ascii: "e"), letters[letters.count - 2] == UInt8(ascii: "r") {
            letters[letters.count - 1] = UInt8(ascii: "c")
        }
        return letters
    }

    private static let onsets = [
        "ngh", "ch", "gh", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n", "p",
        "r", "s", "t", "v", "x",
    ]
    private static let codas = ["ng", "nh", "ch", "c", "m", "n", "p", "t"]
}
