import Vietnamese

/// A line of plain text as it stands, with what decides whether the next one continues it.
struct TextLine {
    /// White space folded, NFC.
    let text: String
    let place: Place
    /// Spaces in front.
    let indent: Int
    /// Empty lines in front.
    let gap: Int
    /// Characters.
    let length: Int
    let mark: ListMark?
    /// Whether every letter is a capital and there are several words: a heading, no mere abbreviation.
    let isCapitals: Bool
    /// One word in capitals, which tells nothing.
    let isAbbreviation: Bool

    init(_ text: String, place: Place, indent: Int = 0, gap: Int = 0) {
        self.text = text
        self.place = place
        self.indent = indent
        self.gap = gap
        length = text.unicodeScalars.count
        mark = ListMark(text)
        var capitals = 0
        var small = 0
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            if scalar.properties.isLowercase { small += 1 } else { capitals += 1 }
        }
        isCapitals = capitals > 3 && small == 0 && text.utf8.contains(0x20)
        isAbbreviation = capitals > 0 && small == 0 && !text.utf8.contains(0x20)
    }

    /// Ends as a sentence, clause of a list or heading does.
    var isTerminated: Bool {
        var scalars = text.unicodeScalars[...]
        while let last = scalars.last, "”\"’')»".unicodeScalars.contains(last) { scalars.removeLast() }
        guard let last = scalars.last else { return false }
        return ".;:!?…".unicodeScalars.contains(last)
    }

    /// Ends with a sign or word after which a sentence must go on.
    var demandsMore: Bool {
        guard let last = text.unicodeScalars.last else { return false }
        if last == "," || last == "-" || last == "–" || last == "(" || last == "/" { return true }
        guard let word = text.split(separator: " ").last else { return false }
        return Self.connectives.contains(String(word).folded)
    }

    /// The first letter is small: the middle of a sentence.
    var startsSmall: Bool {
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic { return scalar.properties.isLowercase }
            if !"“\"‘'(".unicodeScalars.contains(scalar) { return false }
        }
        return false
    }

    /// Two to five words in mixed letters, each with a capital: a person's name.
    var isName: Bool {
        let words = text.split(separator: " ")
        return (2...5).contains(words.count) && !isCapitals && words.allSatisfy { $0.first?.isUppercase == true }
    }

    /// A stamp of secrecy or urgency, which must never run into another line.
    var isStamp: Bool { length <= 13 && Self.stamps.contains(text.uppercased().nfc) }

    private static let stamps: Set<String> = [
        "MẬT", "TỐI MẬT", "TUYỆT MẬT", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HOẢ TỐC", "HỎA TỐC HẸN GIỜ",
    ]

    /// Signs only: a rule drawn with dashes, stars.
    var isRule: Bool {
        !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    /// "1 Theo số liệu …": how a note at the foot of a page begins.
    var opensFootnote: Bool {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }.count
        guard (1...2).contains(digits), text.utf8.dropFirst(digits).first == 0x20 else { return false }
        return text.unicodeScalars.dropFirst(digits + 1).first?.properties.isUppercase == true
    }

    /// A number alone, as pages carry.
    var isBareNumber: Bool { length <= 3 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    var firstWordLength: Int { text.prefix { $0 != " " }.count }

    private static let connectives: Set<String> = [
        "va", "cua", "voi", "ve", "theo", "cho", "tai", "so", "hoac", "cac", "nhung", "tu", "den", "trong", "bang",
        "la",
        "do", "duoc", "de", "ngay", "thang", "nam", "cung", "nhu", "vao", "tren", "giua", "qua",
    ]
}
