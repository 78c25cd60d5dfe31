import Paper

/// Joins a paragraph to the next where a line break fell between a number and what it counts.
enum BrokenSentences {
    static func mended(
        _ paragraphs: [(paragraph: Paragraph, footnote: String?)], _ context: FigureReader.Context
    ) -> [(paragraph: Paragraph, footnote: String?)] {
        var result: [(paragraph: Paragraph, footnote: String?)] = []
        for next in paragraphs {
            if let last = result.last, last.footnote == next.footnote, isBroken(last.paragraph, next.paragraph, context)
            {
                result[result.count - 1].paragraph.append(next.paragraph)
            } else {
                result.append(next)
            }
        }
        return result
    }

    private static func isBroken(_ first: Paragraph, _ second: Paragraph, _ context: FigureReader.Context) -> Bool {
        guard first.text.utf8.count > 40, let last = first.text.split(separator: " ").last else { return false }
        if last.utf8.first.map({ (0x30...0x39).contains($0) }) == true, let number = StatedNumber(String(last)) {
            return !number.mayBeYear && ListMark(second.text) == nil
        }
        guard context.accentsMissing, let letter = last.unicodeScalars.last, letter.properties.isAlphabetic else {
            return false
        }
        let word = second.text.prefix { $0 != " " }
        let after = second.text.dropFirst(word.count + 1).first
        return ListMark(second.text) == nil && word.count > 1 && StatedNumber(String(word)) != nil
            && after?.isLowercase == true
    }
}

extension Paragraph {
    /// Adds another paragraph's text after a space, its places kept.
    fileprivate mutating func append(_ other: Paragraph) {
        let offset = text.utf8.count + 1
        text += " " + other.text
        starts += other.starts.map { Start(offset: $0.offset + offset, place: $0.place) }
    }
}
