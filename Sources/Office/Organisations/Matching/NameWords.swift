import Vietnamese

/// The words of a body's name as names are compared: without case, accents, signs and "và", which papers write now and then.
struct NameWords: Equatable, Sendable {
    /// Folded: "van hoa the thao du lich".
    var folded: [String]
    /// The same words in small letters with their accents, in one style of tone marks.
    var accented: [String]

    init(_ name: String) {
        let tokens = Tokens(name.toneNormalised)
        folded = []
        accented = []
        for token in tokens.list where token.kind != .mark && token.folded != "va" {
            folded.append(token.folded)
            accented.append(tokens.text[utf8: token.range].lowercased())
        }
        // A city has a Thành ủy and a Thành đoàn where a province has a Tỉnh ủy and a Tỉnh đoàn.
        for index in folded.indices.dropLast()
        where folded[index] == "thanh" && ["uy", "doan"].contains(folded[index + 1]) && accented[index] != "thanh" {
            folded[index] = "tinh"
            accented[index] = "tỉnh"
        }
    }

    /// What names are looked up by.
    var key: String { folded.joined(separator: " ") }

    var isEmpty: Bool { folded.isEmpty }

    /// Without its first words.
    func dropping(_ count: Int) -> NameWords {
        var copy = self
        copy.folded.removeFirst(min(count, folded.count))
        copy.accented.removeFirst(min(count, accented.count))
        return copy
    }

    /// Without its last words.
    func droppingLast(_ count: Int) -> NameWords {
        var copy = self
        copy.folded.removeLast(min(count, folded.count))
        copy.accented.removeLast(min(count, accented.count))
        return copy
    }

    /// The longest of these phrases (folded words) that stands at the beginning.
    func opening(_ phrases: [[String]]) -> [String]? {
        phrases.filter { folded.starts(with: $0) }.max { $0.count < $1.count }
    }

    /// The longest of these phrases (folded words) that stands at the end.
    func ending(_ phrases: [[String]]) -> [String]? {
        phrases.filter { folded.reversed().starts(with: $0.reversed()) }.max { $0.count < $1.count }
    }

    /// Whether these words, read of a scan or typed in haste, can be those: each has the same accents or has lost some.
    func canBe(_ other: NameWords) -> Bool {
        folded == other.folded
            && zip(accented, other.accented).allSatisfy { written, true_ in
                written == true_
                    || zip(written.unicodeScalars, true_.unicodeScalars).allSatisfy { $0 == $1 || $0.isASCII }
            }
    }
}

extension String {
    /// Words by which phrases are written in this room: "của", "trên địa bàn".
    var foldedWords: [String] { NameWords(self).folded }
}
