/// A syllable of Vietnamese taken apart: `nghiệp` is ngh + iêp with the tone nặng.
package struct Syllable: Sendable, Equatable {
    /// The consonants before the rhyme, lower case; may be empty; `qu` and `gi` count as onsets.
    package let onset: String
    /// The rest without its tone, lower case.
    package let rhyme: String
    /// The tone.
    package let tone: Tone

    /// Takes a written syllable apart, in any case; `nil` when the spelling cannot be Vietnamese.
    package init?(_ text: some StringProtocol) {
        guard let parsed = SyllableSpelling(text.unicodeScalars) else { return nil }
        onset = parsed.onset
        rhyme = parsed.rhyme
        tone = parsed.tone
    }

    /// Whether the spelling can be a Vietnamese syllable: known onset and rhyme that go together, at most one tone mark,
    /// a final stop (c, ch, p, t) only with sắc or nặng. Accent-less spellings such as `ban` count when they are possible.
    package static func isPossible(_ text: some StringProtocol) -> Bool {
        SyllableSpelling(text.unicodeScalars) != nil
    }
}

extension Syllable {
    /// Whether a word written without accents can be a Vietnamese syllable that lost them: `uyen` for `uyên`. Takes
    /// `text` folded.
    package static func isPossibleFolded(_ text: String) -> Bool {
        let onset = text.prefix { !"aeiouy".contains($0) }
        let rest = text.dropFirst(onset.count)
        if onset == "q" {
            return rest.first == "u" && (plainRhymes.contains(rest) || plainRhymes.contains(rest.dropFirst()))
        }
        if onset == "g", rest.first == "i", plainRhymes.contains(rest.dropFirst()) { return true }
        return plainRhymes.contains(rest) && plainOnsets.contains(onset)
    }

    private static let plainRhymes = Set(SyllableSpelling.rhymesInUse.split(whereSeparator: \.isWhitespace).map(plain))
    private static let plainOnsets: Set<Substring> = [
        "", "b", "c", "ch", "d", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "r", "s",
        "t", "th", "tr", "v", "x",
    ]

    private static func plain(_ text: Substring) -> Substring { Substring(String(text).folded) }
}

/// The spelling rules behind ``Syllable``, on the places of the letters in the alphabet packed into one number.
struct SyllableSpelling {
    /// Six bits a letter, place + 1, the last letter lowest.
    private var packed: UInt64 = 0
    private var count = 0
    private var onsetCount = 0
    private(set) var tone = Tone.ngang

    /// The consonants before the rhyme; the `i` of `gi` counts to both where it is the only vowel (`gì`).
    var onset: String { text(from: 0, to: onsetCount) }
    var rhyme: String { isBareGi ? "i" : text(from: onsetCount, to: count) }

    init?(_ scalars: some Sequence<Unicode.Scalar>) {
        var isPlain = true
        var consonants = 0
        for scalar in scalars {
            guard count < 8, let letter = Letter(scalar) else { return nil }
            if letter.tone != .ngang {
                guard tone == .ngang else { return nil }
                tone = letter.tone
            }
            if letter.hasDiacritic { isPlain = false }
            if consonants == count, !letter.isVowel { consonants += 1 }
            packed = packed << 6 | UInt64(letter.place + 1)
            count += 1
        }
        guard count > consonants, split(consonants) else { return nil }
        let end = suffix(1)
        // Without accents the tone is lost, not wrong.
        if end == Self.c || end == Self.p || end == Self.t || suffix(2) == Self.ch {
            guard tone == .sắc || tone == .nặng || tone == .ngang && isPlain else { return nil }
        }
    }

    private mutating func split(_ consonants: Int) -> Bool {
        onsetCount = consonants
        let onset = packed >> UInt64(6 * (count - consonants))
        let head = letter(consonants)
        if onset == Self.q {
            onsetCount = 2
            return head == Self.u && Self.afterQu.contains(suffix(count - 2))
        }
        if onset == Self.g, head == Self.i {
            onsetCount = 2
            return isBareGi || Self.rhymes.contains(suffix(count - 2)) || Self.rhymes.contains(suffix(count - 1))
        }
        guard Self.rhymes.contains(suffix(count - consonants)) else { return false }
        let isFront = head == Self.e || head == Self.ê || head == Self.i || head == Self.y
        // `yê` begins a syllable, `iê` follows a consonant.
        if head == Self.y, letter(consonants + 1) == Self.ê, consonants > 0 { return false }
        switch onset {
        case Self.k: return isFront
        case Self.gh, Self.ngh: return isFront && head != Self.y
        case Self.c, Self.g, Self.ng: return !isFront
        default: return consonants == 0 || Self.onsets.contains(onset)
        }
    }

    private var isBareGi: Bool { count == 2 && packed == Self.gi }

    private func letter(_ index: Int) -> UInt64 {
        index < count ? packed >> UInt64(6 * (count - 1 - index)) & 63 : 0
    }

    private func suffix(_ length: Int) -> UInt64 { packed & (1 << UInt64(6 * length) - 1) }

    private func text(from start: Int, to end: Int) -> String {
        var result = ""
        for index in start..<end { result.unicodeScalars.append(Letter.alphabet[Int(letter(index)) - 1]) }
        return result
    }

    private static func pack(_ text: some StringProtocol) -> UInt64 {
        text.unicodeScalars.reduce(0) { $0 << 6 | UInt64((Letter($1)?.place ?? 0) + 1) }
    }

    private static func packed(_ words: String) -> Set<UInt64> {
        Set(words.split(whereSeparator: \.isWhitespace).map(pack))
    }

    private static let (c, p, t, k, q, g) = (pack("c"), pack("p"), pack("t"), pack("k"), pack("q"), pack("g"))
    private static let (e, ê, i, u, y) = (pack("e"), pack("ê"), pack("i"), pack("u"), pack("y"))
    private static let (ch, gh, ng, ngh, gi) = (pack("ch"), pack("gh"), pack("ng"), pack("ngh"), pack("gi"))

    private static let onsets = packed("b ch d đ h kh l m n nh p ph r s t th tr v x")

    /// The rhymes in use, after the school tables of onset and rhyme (bảng vần).
    fileprivate static let rhymesInUse = """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
        ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong
        ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên
        uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
        """
    private static let rhymes = packed(rhymesInUse)

    private static let afterQu = packed(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ôc âc ân âng âp ât âu ây e ec en eo et ê êch ên ênh êt
        i ich it ơ ơi ơn ơt y ych yên yêt ynh yt yu
        """)
}
