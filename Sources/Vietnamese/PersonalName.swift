/// The name of a Vietnamese person: family name, middle names, given name, in that order.
package struct PersonalName: Sendable, Equatable {
    /// `Nguyễn`; may be two syllables (`Tôn Nữ`).
    package let family: String
    /// The syllables between; may be empty.
    package let middle: [String]
    /// The last syllable, by which Vietnamese lists are ordered.
    package let given: String

    /// The whole name with single spaces, as it was written.
    package var full: String { ([family] + middle + [given]).joined(separator: " ") }

    /// Recognises a line that consists of a person's name, as under a signature: two to five syllables in capitals or
    /// with capital initials, a known family name first; a form of address or an academic title before it is dropped
    /// (`Ông`, `TS.`). `nil` for anything else, among it names of provinces (`Hà Nội`).
    ///
    /// A line without any diacritic is matched to the family names without theirs (`Nguyen Van An`).
    package init?(_ line: String) {
        guard line.utf8.count <= 100 else { return nil }
        var words = line.nfc.split { $0.isWhitespace || $0 == "." }.map(String.init)
        while let first = words.first, Self.titles.contains(first.lowercased()) { words.removeFirst() }
        guard 2...5 ~= words.count, words.allSatisfy(Self.isNamePart), Province.named(line) == nil else { return nil }
        // Either the whole line is in capitals or none of it is.
        let shouted = words.filter { $0.count > 1 && $0 == $0.uppercased() }.count
        guard shouted == 0 || shouted == words.filter({ $0.count > 1 }).count else { return nil }
        guard let length = Self.familyLength(words), words.count > length else { return nil }
        let name = words.joined(separator: " ")
        guard Self.phrases.longest(in: Tokens(name).words.map { $0.lowercased() }, at: 0) == nil else { return nil }
        family = words[..<length].joined(separator: " ")
        middle = Array(words[length..<(words.count - 1)])
        given = words[words.count - 1]
    }

    /// Whether both are one name, whatever the case, the style of tone marks and the spaces.
    package func isSame(as other: PersonalName) -> Bool {
        full.isSameVietnameseIgnoringCase(as: other.full)
    }

    /// Whether both are one name once accents are dropped too: `Nguyen Van An` for `Nguyễn Văn Ân`.
    package func isSameWithoutAccents(as other: PersonalName) -> Bool {
        full.folded == other.full.folded
    }

    /// The order of Vietnamese lists: given name, then family name, then middle names.
    package static func precedes(_ left: PersonalName, _ right: PersonalName) -> Bool {
        left.orderKey.lexicographicallyPrecedes(right.orderKey)
    }

    /// Whether the word is a family name borne in Vietnam, in any case and style of tone marks; a word without accents is
    /// matched to the names without theirs.
    package static func isFamily(_ word: String) -> Bool {
        VietnameseText.accentShare(word) == 0
            ? plainFamilies.contains(word.folded) : families.contains(word.toneNormalised.lowercased())
    }

    private var orderKey: [String] {
        [given, family, middle.joined(separator: " ")].map(Collation.key)
    }

    private static func isNamePart(_ word: String) -> Bool {
        guard word.first?.isUppercase == true else { return false }
        let rest = word.dropFirst()
        guard rest.allSatisfy({ $0.isLetter || $0 == "'" || $0 == "’" }) else { return false }
        return rest.allSatisfy { !$0.isUppercase } || rest.allSatisfy { !$0.isLowercase } || word.contains("'")
    }

    private static func familyLength(_ words: [String]) -> Int? {
        let isPlain = VietnameseText.accentShare(words.joined()) == 0
        let known = isPlain ? plainFamilies : families
        func key(_ count: Int) -> String {
            let text = words.prefix(count).joined(separator: " ")
            return isPlain ? text.folded : text.toneNormalised.lowercased()
        }
        if words.count > 2, known.contains(key(2)) { return 2 }
        if known.contains(key(1)) { return 1 }
        // `H'Ngát Niê`, `K'Bríp`: the prefix stands for the family name.
        return words[0].contains("'") && words[0].count > 2 ? 1 : nil
    }

    private static let titles: Set = [
        "ông", "bà", "đồng", "chí", "đ/c", "ts", "ths", "pgs", "gs", "bs", "ks", "cn", "cử", "nhân", "tiến", "thạc",
        "sĩ",
    ]
    private static let names = DataFile(PackageResources.family_names_txt).rows.map { $0[0] }
    private static let families = Set(names.map { $0.lowercased() })
    private static let plainFamilies = Set(names.map(\.folded))
    /// Parts of the names of bodies of two words and more: `Công An`, `Văn Phòng`, `An Toàn …` are nobody's name.
    private static let phrases = Phrases(
        DataFile(PackageResources.bodies_txt).rows.map { $0[0] }.filter { $0.contains(" ") })
}
