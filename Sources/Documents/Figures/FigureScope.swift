import Vietnamese
import WorkCalendar

/// The periods, places and bodies that the text around a figure names: two figures are compared only where these are the
/// same.
struct FigureScope {
    var words: Set<String> = []

    /// - Parameter own: words that say nothing, because the whole document is about them.
    init(_ statement: FigureStatement, in paragraph: FigureParagraph, own: Set<String>) {
        let text = paragraph.words
        let sentence = text.sentence(around: statement.number.lowerBound)
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            defer { index += 1 }
            guard !statement.number.contains(index) else { continue }
            if text.isOne(of: Self.periods, at: index) || text.isOne(of: FigureContext.names, at: index) {
                words.insert(text.folded(index))
                if index + 1 < text.count { words.insert(text.folded(index + 1)) }
            } else if text[index].isCapitalised, index != sentence.lowerBound, !text[index - 1].opens {
                words.insert(text.folded(index))
            } else if text[index].startsWithDigit, StatedNumber(text.written(index))?.mayBeYear == true {
                words.insert(text.folded(index))
            }
        }
        for word in (paragraph.heading ?? "").split(separator: " ").dropFirst() where word.first?.isUppercase == true {
            // A heading all in capitals names nothing.
            if word.contains(where: \.isLowercase) { words.insert(String(word).folded) }
        }
        words.subtract(own)
    }

    /// The document's own year, and the names of its body and place.
    static func ownWords(of header: DocumentHeader) -> Set<String> {
        var own: Set<String> = ["nam"]
        let texts = [header.issuer, header.parentIssuer, header.place, header.title].compactMap(\.self)
        for word in texts.joined(separator: " ").folded.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            own.insert(String(word))
        }
        if let year = header.date?.year ?? header.year { own.insert(String(year)) }
        return own
    }

    private static let periods = WordSet("tháng quý kỳ trước sau nay tuần đợt", isExact: true)
}
