/// Makes one paragraph of lines, and the extracted text they come from.
struct ParagraphBuilder {
    private var text = ""
    private var starts: [Paragraph.Start] = []
    private var notes: [NoteMark] = []
    private var weight = 0.0
    private var trust = 0.0
    private(set) var lines: [PrintedLine] = []

    var isEmpty: Bool { lines.isEmpty }

    mutating func append(_ line: PrintedLine, at place: Place, labels: Set<String>) {
        let piece = LineText(line.row, labels: labels)
        var next = piece.text
        if line.isRecognised, next.hasPrefix("~") { next = "-" + next.drop { $0 == "~" || $0 == "-" } }
        if lines.isEmpty, let first = line.row.words.first?.text, first != "-", LineMarks.bullets.contains(first),
            !["+", "–", "—", "*"].contains(first)
        {
            next = "-" + next.dropFirst(first.count)
        }
        if !text.isEmpty, !next.isEmpty, !LineMarks.isTorn(text, next) { text += " " }
        starts.append(Paragraph.Start(offset: text.utf8.count, place: place))
        notes += piece.marks.map { NoteMark(offset: text.utf8.count + $0.offset, label: $0.label) }
        text += next
        for word in line.row.words {
            weight += Double(word.text.utf8.count)
            trust += Double(word.text.utf8.count) * word.confidence
        }
        lines.append(line)
    }

    var paragraph: Paragraph {
        Paragraph(
            text, style: Style(alignment: alignment), starts: starts, notes: notes,
            confidence: weight > 0 ? trust / weight : 1)
    }

    private var alignment: Style.Alignment? {
        guard let first = lines.first else { return nil }
        if lines.allSatisfy(\.isCentred) { return .centre }
        if lines.count == 1, first.right - first.box.right < 3,
            first.box.left - first.left > 0.3 * (first.right - first.left)
        {
            return .right
        }
        return nil
    }
}
