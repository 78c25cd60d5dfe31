import Paper
import Vietnamese

/// A line of a document, cut into tokens, with where it came from.
struct ZoneLine {
    /// The line alone.
    var paragraph: Paragraph
    /// Index of the block that it is part of.
    let block: Int
    /// Whether it comes from a table set without borders to put two columns side by side.
    let isInLayoutTable: Bool
    let tokens: Tokens

    init(_ paragraph: Paragraph, block: Int, isInLayoutTable: Bool = false) {
        self.paragraph = paragraph
        self.block = block
        self.isInLayoutTable = isInLayoutTable
        tokens = Tokens(paragraph.text)
    }

    var text: String { paragraph.text }
    var list: [Tokens.Token] { tokens.list }

    /// Whether its letters are capitals, but for a stray small one that a recogniser makes.
    var isCapitals: Bool { tokens.isCapitals(list.indices) }

    /// Whether it begins with these folded words.
    func starts(with words: String...) -> Bool {
        words.count <= list.count && words.indices.allSatisfy { list[$0].folded == words[$0] }
    }
}

extension Tokens {
    /// Whether the letters of the tokens are capitals, but for one small one in eight.
    func isCapitals(_ range: Range<Int>) -> Bool {
        var capitals = 0
        var small = 0
        for index in range where list[index].kind == .word {
            for scalar in self[index..<index + 1].unicodeScalars {
                if scalar.properties.isUppercase { capitals += 1 } else if scalar.properties.isLowercase { small += 1 }
            }
        }
        return capitals > 0 && small * 8 <= capitals
    }
}

extension Paragraph {
    /// The part of the paragraph between two UTF-8 offsets, white space at its ends left out, with its places and notes.
    func part(_ range: Range<Int>) -> Paragraph {
        var lower = range.lowerBound
        var upper = range.upperBound
        let bytes = Array(text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: lower)...].prefix(upper - lower))
        lower += bytes.prefix { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }.count
        upper -= bytes.reversed().prefix { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }.count
        if upper < lower { upper = lower }
        var starts = [Start(offset: 0, place: place(at: lower))]
        starts += self.starts.filter { $0.offset > lower && $0.offset < upper }
            .map { Start(offset: $0.offset - lower, place: $0.place) }
        let notes = self.notes.filter { $0.offset >= lower && $0.offset <= upper }
            .map { NoteMark(offset: $0.offset - lower, label: $0.label) }
        return Paragraph(
            String(text[utf8: lower..<upper]), style: style, starts: starts, notes: notes, confidence: confidence)
    }

    /// Its lines, each a paragraph; empty ones left out.
    var lines: [Paragraph] {
        guard text.utf8.contains(0x0A) else { return text.isEmpty ? [] : [self] }
        var lines: [Paragraph] = []
        var start = 0
        for (offset, byte) in text.utf8.enumerated() where byte == 0x0A {
            lines.append(part(start..<offset))
            start = offset + 1
        }
        lines.append(part(start..<text.utf8.count))
        return lines.filter { !$0.text.isEmpty }
    }

    /// The paragraph with another one appended after `separator`.
    func appending(_ next: Paragraph, separator: String) -> Paragraph {
        var whole = self
        let shift = text.utf8.count + separator.utf8.count
        whole.text += separator + next.text
        whole.starts += next.starts.map { Start(offset: $0.offset + shift, place: $0.place) }
        whole.notes += next.notes.map { NoteMark(offset: $0.offset + shift, label: $0.label) }
        whole.confidence = min(confidence, next.confidence)
        return whole
    }
}
