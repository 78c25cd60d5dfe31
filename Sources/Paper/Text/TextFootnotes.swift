import Vietnamese

/// Finds the notes at the feet of pages in plain text: a paragraph that opens with a small number alone, while a sentence
/// before it has that number glued to a word (`khoáng sản1`).
enum TextFootnotes {
    /// The blocks with such paragraphs as footnotes and the glued numbers as marks.
    static func part(_ blocks: [Block]) -> [Block] {
        var result: [Block] = []
        var expected = 1
        for block in blocks {
            guard case .paragraph(let paragraph) = block, let label = label(paragraph.text, expected),
                let host = host(of: label, in: result)
            else {
                result.append(block)
                continue
            }
            result[host.index] = host.block
            result.append(.footnote(Footnote(label: label, paragraphs: [without(label, paragraph)])))
            expected = (Int(label) ?? expected) + 1
        }
        return result
    }

    /// "1 Nghị quyết …": the next number or one soon after it, then a capital.
    private static func label(_ text: String, _ expected: Int) -> String? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let number = Int(digits), (expected...expected + 4).contains(number),
            text.dropFirst(digits.count).first == " ",
            text.dropFirst(digits.count + 1).first?.isUppercase == true
        else { return nil }
        return String(digits)
    }

    /// The nearest paragraph before in which a word has the label glued to its end.
    private static func host(of label: String, in blocks: [Block]) -> (index: Int, block: Block)? {
        for index in blocks.indices.reversed().prefix(12) {
            guard case .paragraph(var paragraph) = blocks[index] else { continue }
            guard let offset = glued(label, in: paragraph.text) else { continue }
            let end = offset + label.utf8.count
            paragraph.text =
                String(paragraph.text[utf8: 0..<offset])
                + paragraph.text[utf8: end..<paragraph.text.utf8.count]
            for start in paragraph.starts.indices where paragraph.starts[start].offset > offset {
                paragraph.starts[start].offset -= label.utf8.count
            }
            paragraph.notes.append(NoteMark(offset: offset, label: label))
            return (index, .paragraph(paragraph))
        }
        return nil
    }

    private static func glued(_ label: String, in text: String) -> Int? {
        let bytes = Array(text.utf8)
        let digits = Array(label.utf8)
        guard bytes.count > digits.count else { return nil }
        for start in 1...(bytes.count - digits.count) where Array(bytes[start..<start + digits.count]) == digits {
            let before = bytes[start - 1]
            let after = start + digits.count < bytes.count ? bytes[start + digits.count] : 0x20
            let isLetter = before >= 0x80 || (0x61...0x7A).contains(before) || before == UInt8(ascii: ".")
            if isLetter, !(0x30...0x39).contains(after), after < 0x41, after != UInt8(ascii: "/") { return start }
        }
        return nil
    }

    private static func without(_ label: String, _ paragraph: Paragraph) -> Paragraph {
        var note = paragraph
        let cut = label.utf8.count + 1
        note.text = String(paragraph.text[utf8: cut..<paragraph.text.utf8.count])
        for index in note.starts.indices { note.starts[index].offset = max(0, note.starts[index].offset - cut) }
        return note
    }
}
