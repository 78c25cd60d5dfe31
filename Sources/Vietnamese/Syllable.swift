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
        onset = String(String.UnicodeScalarView(parsed.onset))
        rhyme = String(String.UnicodeScalarView(parsed.rhyme))
        tone = parsed.tone
    }

    /// Whether the spelling can be a Vietnamese syllable: known onset and rhyme that go together, at most one tone mark,
    /// a final stop (c, ch, p, t) only with sắc or nặng. Accent-less spellings such as `ban` count when they are possible.
    package static func isPossible(_ text: some StringProtocol) -> Bool {
        SyllableSpelling(text.unicodeScalars) != nil
    }
}

/// The spelling rules behind ``Syllable``.
struct SyllableSpelling {
    private(set) var onset: [Unicode.Scalar] = []
    private(set) var rhyme: [Unicode.Scalar] = []
    private(set) var tone = Tone.ngang

    init?(_ scalars: some Sequence<Unicode.Scalar>) {
        var letters: [Unicode.Scalar] = []
        letters.reserveCapacity(8)
        for scalar in scalars {
            guard letters.count < 8, let letter = Letter(scalar) else { return nil }
            if letter.tone != .ngang {
                guard tone == .ngang else { return nil }
                tone = letter.tone
            }
            letters.append(letter.quality)
        }
        guard let split = Self.split(letters) else { return nil }
        onset = split.onset
        rhyme = split.rhyme
        if let last = rhyme.last, "cptk".unicodeScalars.contains(last) || rhyme.suffix(2) == ["c", "h"] {
            guard tone == .sắc || tone == .nặng || tone == .ngang && !letters.contains(where: { $0.value > 0x7F })
            else { return nil }
        }
    }

    private static func split(_ letters: [Unicode.Scalar]) -> (onset: [Unicode.Scalar], rhyme: [Unicode.Scalar])? {
        let consonants = letters.prefix { !vowels.contains($0) }
        var onset = Array(consonants)
        var rhyme = Array(letters.dropFirst(onset.count))
        if onset == ["q"] {
            guard rhyme.first == "u" else { return nil }
            onset.append("u")
            rhyme.removeFirst()
            return afterQu.contains(pack(rhyme)) ? (onset, rhyme) : nil
        }
        if onset == ["g"], rhyme.first == "i" {
            let rest = Array(rhyme.dropFirst())
            if !rest.isEmpty, rhymes.contains(pack(rest)) { return (["g", "i"], rest) }
            return rhymes.contains(pack(rhyme)) ? (["g", "i"], rest.isEmpty ? ["i"] : rest) : nil
        }
        guard rhymes.contains(pack(rhyme)), let head = rhyme.first else { return nil }
        let isFront = head == "e" || head == "ê" || head == "i" || head == "y"
        switch onset {
        case ["k"]: guard isFront else { return nil }
        case ["g", "h"], ["n", "g", "h"]: guard isFront, head != "y" else { return nil }
        case ["c"], ["g"], ["n", "g"]: guard !isFront else { return nil }
        default: guard onsets.contains(pack(onset)) else { return nil }
        }
        if rhyme.starts(with: ["y", "ê"]) { guard onset.isEmpty else { return nil } }
        return (onset, rhyme)
    }

    /// Five letters of the alphabet in one number.
    private static func pack(_ letters: [Unicode.Scalar]) -> UInt32 {
        guard letters.count < 5 else { return 0 }
        return letters.reduce(1) { $0 << 6 | UInt32(Letter($1)?.place ?? 0) }
    }

    private static func packed(_ words: String) -> Set<UInt32> {
        Set(words.split(whereSeparator: \.isWhitespace).map { pack(Array($0.unicodeScalars)) })
    }

    private static let vowels = Set("aăâeêioôơuưy".unicodeScalars)

    private static let onsets = packed("b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x").union([pack([])])

    /// The rhymes in use, after the school tables of onset and rhyme (bảng vần).
    private static let rhymes = packed(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
        ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong
        ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên
        uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
        """)

    private static let afterQu = packed(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ôc âc ân âng âp ât âu ây e ec en eo et ê êch ên ênh êt
        i ich it ơ ơi ơn ơt y ych yên yêt ynh yt yu
        """)
}
