import Vietnamese

/// What the first and the last word of a line tell of the paragraphs they stand in.
enum LineMarks {
    /// Signs that stand before an item of a list, as words of their own.
    static let bullets: Set<String> = [
        "-", "+", "–", "—", "~", "~-", "•", "*", "▪", "◦", "·", "●", "○", "■", "\u{F0B7}", "\u{F02D}",
    ]

    /// Whether a line that begins with these words begins an item: `-`, `1.`, `2.1.`, `a)`, `IV.`, `(3)`, `Điều 5.`
    static func beginsItem(_ first: String, _ second: String?) -> Bool {
        if bullets.contains(first) { return second != nil }
        if first == "Điều" || first == "Chương" || first == "Mục" || first == "Phần" || first == "Khoản" {
            return second?.utf8.first.map { (0x30...0x39).contains($0) || $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
                ?? false
        }
        return isNumeral(first)
    }

    /// `1.`, `1.2`, `1.2.3.`, `12)`, `(4)`, `a)`, `đ.`, `II.`, `IV-`
    static func isNumeral(_ word: String) -> Bool {
        var body = Substring(word)
        let opened = body.first == "("
        if opened { body.removeFirst() }
        guard let end = body.last, body.count <= 10 else { return false }
        let closed = ".)-/".contains(end)
        if closed { body.removeLast() }
        if opened && end != ")" { return false }
        guard let head = body.first else { return false }
        if body.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }) {
            return (closed && end != "-" || body.contains(".")) && head.isNumber && body.count <= 8
        }
        guard closed else { return false }
        if body.count == 1 { return head.isLetter && (end != "-" || "IVX".contains(head)) && end != "/" }
        return body.allSatisfy { "IVX".contains($0) }
    }

    /// Whether a line ends as a sentence or an item of a list does.
    static func endsItem(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last(where: { !"\"”’)]".unicodeScalars.contains($0) }) else { return true }
        return ".;:!?…".unicodeScalars.contains(last) || text.hasSuffix("./.")
    }

    /// Whether two lines are one word or number torn at a hyphen or stroke: `02-` and `QĐ/TU`.
    static func isTorn(_ text: String, _ next: String) -> Bool {
        var scalars = text.unicodeScalars.reversed().makeIterator()
        guard let last = scalars.next(), last == "-" || last == "/", let before = scalars.next(),
            before.properties.isAlphabetic || before.properties.numericType != nil,
            let follower = next.unicodeScalars.first
        else { return false }
        return last == "-" || follower.properties.isUppercase || follower.properties.numericType != nil
    }

    /// Whether it has letters and all of them are capitals.
    static func isCapitals(_ text: String) -> Bool {
        var hasLetters = false
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            if scalar.properties.isLowercase { return false }
            hasLetters = true
        }
        return hasLetters
    }

    static func beginsLowercase(_ text: String) -> Bool { text.unicodeScalars.first?.properties.isLowercase ?? false }
}
