import Paper

/// Gives paragraphs at the foot of scanned pages the label they begin with, where the reader of the file could not.
enum FootnoteLabels {
    static func assign(
        _ paragraphs: [(paragraph: Paragraph, footnote: String?)], _ context: FigureReader.Context
    ) -> [(paragraph: Paragraph, footnote: String?)] {
        guard context.accentsMissing else { return paragraphs }
        var result = paragraphs
        var last = 0
        for index in result.indices {
            if let label = result[index].footnote {
                last = Int(label) ?? last
                continue
            }
            let text = result[index].paragraph.text
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty, digits.count <= 7 else { continue }
            if let number = Int(digits), (last + 1...last + 4).contains(number),
                text.dropFirst(digits.count).first == " ",
                text.dropFirst(digits.count + 1).first?.isUppercase == true
            {
                result[index].footnote = String(digits)
                last = number
            } else if let next = glued(to: digits, after: last, of: result[(index + 1)...]) {
                result[index].footnote = String(next)
                result[index].paragraph.cut(String(next).utf8.count)
                last = next
            }
        }
        return result
    }

    /// `141000 ấn phẩm`: the note after 13 and before 15, its label grown together with its first number.
    private static func glued(
        to digits: Substring, after last: Int, of rest: ArraySlice<(paragraph: Paragraph, footnote: String?)>
    ) -> Int? {
        guard last > 0 else { return nil }
        return (last + 1...last + 4).first { label in
            guard digits.count > String(label).count, digits.hasPrefix(String(label)) else { return false }
            let next = String(label + 1)
            return rest.prefix(3).contains { $0.footnote == next || $0.paragraph.text.hasPrefix(next + " ") }
        }
    }
}

extension Paragraph {
    /// Takes the first `count` bytes of the text away.
    fileprivate mutating func cut(_ count: Int) {
        text = String(text.utf8.dropFirst(count)) ?? text
        for index in starts.indices { starts[index].offset = max(0, starts[index].offset - count) }
    }
}
