import Vietnamese

/// Mends what the recogniser regularly gets wrong, where the right reading is certain.
struct RecognitionSlips {
    let image: GrayImage
    let resolution: Double
    let threshold: UInt8

    /// The words set right; specks taken for signs are left out.
    func mended(_ words: [PageWord]) -> [PageWord] {
        var result: [PageWord] = []
        for word in words where !Self.isSpeck(word) {
            var word = word
            word.text = Self.spaced(word.text)
            word = RomanNumerals.mended(word, in: image, resolution: resolution, threshold: threshold)
            // The arm of a Y is taken for a mark before it.
            if word.text.hasPrefix("'"), word.text.dropFirst().first?.isUppercase ?? false { word.text.removeFirst() }
            result += Self.parted(quarter(word))
        }
        return result
    }

    /// A word whose text holds a space, as two or more, the width shared by their letters.
    private static func parted(_ word: PageWord) -> [PageWord] {
        let texts = word.text.split(separator: " ")
        guard texts.count > 1 else { return [word] }
        let letter = word.box.width / Double(word.text.count)
        var left = word.box.left
        return texts.map { text in
            var part = word
            part.text = String(text)
            part.box.left = left
            part.box.right = left + letter * Double(text.count)
            left = part.box.right + letter
            return part
        }
    }

    /// Signs that real text has standing alone.
    private static let signs: Set<Character> = [
        "-", "–", "—", "+", "~", "(", ")", "\"", "“", "”", "&", "%", "/", ".", ",", ";", ":", "…", "*", "=", "<", ">",
        "≥", "≤",
        "•",
    ]

    /// Whether it has no letter or figure and either is no sign of ordinary text or was read with doubt.
    private static func isSpeck(_ word: PageWord) -> Bool {
        // Spacing accents such as ˆ count as letters in Unicode.
        let isText = word.text.unicodeScalars.contains {
            ($0.properties.isAlphabetic || $0.properties.numericType != nil) && !(0x2B0...0x2FF).contains($0.value)
        }
        guard !isText else { return false }
        if word.text.contains(where: { !signs.contains($0) }) { return true }
        return word.confidence < 0.5 && !["-", "–", "+", "./."].contains(word.text)
    }

    /// A comma or semicolon between letters is followed by a space: `lịch;Sở`.
    private static func spaced(_ text: String) -> String {
        // So is the number of a heading: `I.MỤC`.
        if let point = text.firstIndex(of: "."), LineMarks.isNumeral(String(text[...point])) {
            let rest = text[text.index(after: point)...]
            if rest.count >= 2, rest.allSatisfy({ $0.isLetter || $0 == "," }) { return "\(text[...point]) \(rest)" }
        }
        guard text.utf8.contains(where: { $0 == 0x3B || $0 == 0x2C }) else { return text }
        var result = ""
        var before: Character?
        var last: Character?
        for character in text {
            if let last, last == ";" || last == ",", character.isLetter, before?.isLetter ?? false { result += " " }
            result.append(character)
            before = last
            last = character
        }
        return result
    }

    /// Quarters go from I to IV: `Quý 1V/2026`, `Quý I1/2028`.
    private func quarter(_ word: PageWord) -> PageWord {
        let numeral = word.text.prefix { "IHMl1|!V".contains($0) }
        let rest = word.text.dropFirst(numeral.count)
        guard (1...4).contains(numeral.count), numeral != "1", numeral != "11", rest.hasPrefix("/20") else {
            return word
        }
        var word = word
        if numeral.last == "V" {
            word.text = "IV" + rest
        } else {
            let stems = RomanNumerals.stems(of: word.box, in: image, scale: resolution / 72, threshold: threshold)
            if (1...3).contains(stems) { word.text = String(repeating: "I", count: stems) + rest }
        }
        return word
    }
}
