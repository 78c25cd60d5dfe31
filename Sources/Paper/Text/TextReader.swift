import Vietnamese

/// Plain text and markdown: lines of unknown wrapping and spacing, and tables flattened in one of several ways.
package enum TextReader {
    /// The blocks of a text already decoded to Unicode.
    package static func read(_ text: String, format: FileFormat = .text) -> Transcript {
        var transcript = Transcript(format: format)
        transcript.lines = lines(of: text)
        let sheet = TextSheet(lines: TextColumns.unfold(transcript.lines), isMarkdown: format == .markdown)
        let unwrapping = Unwrapping(sheet.proseLines)
        var index = 0
        while index < sheet.lines.count {
            if let (table, next) = TornTable.read(sheet.lines, at: index) ?? TextTables.read(sheet.lines, at: index) {
                transcript.blocks.append(.table(table))
                index = next
            } else {
                if TornTable.isScrambled(sheet.lines, at: index) {
                    transcript.repairs.append(.scrambledTable(sheet.lines[index].line.place))
                }
                let next = sheet.paragraphEnd(from: index, unwrapping)
                if let paragraph = sheet.paragraph(index..<next) { transcript.blocks.append(.paragraph(paragraph)) }
                index = next
            }
        }
        transcript.blocks = TextFootnotes.part(transcript.blocks)
        if AccentCheck.accentsMissing(in: transcript.lines) { transcript.repairs.append(.accentsMissing) }
        return transcript
    }

    /// Lines in NFC without line ends, form feeds and white space at their end; tabs stay.
    private static func lines(of text: String) -> [String] {
        var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { bytes in
            var bytes = bytes
            while let last = bytes.last, last == 0x0D || last == 0x20 || last == 0x0C { bytes.removeLast() }
            return String(Substring(bytes)).replacing("\u{0C}", with: " ").replacing("\u{FEFF}", with: "").nfc
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}

/// The lines of a text with their neighbourhood measured, page numbers marked.
struct TextSheet {
    /// Lines that hold something, in order.
    var lines: [SheetLine] = []

    struct SheetLine {
        /// As it stands, for tables that are told by tabs and gaps.
        let raw: String
        let line: TextLine
        /// A number alone in the middle of a sentence, or where a page ends.
        var isPageNumber = false
    }

    init(lines raws: [(text: String, number: Int)], isMarkdown: Bool) {
        var gap = 0
        for (raw, number) in raws {
            let text = Self.folded(isMarkdown ? Self.withoutMarkdown(raw) : raw)
            guard !text.isEmpty else {
                gap += 1
                continue
            }
            let indent = raw.utf8.prefix { $0 == 0x20 }.count
            let line = TextLine(text, place: Place(line: number), indent: indent, gap: gap)
            lines.append(SheetLine(raw: raw, line: line))
            gap = 0
        }
        for index in lines.indices.dropFirst().dropLast() where lines[index].line.isBareNumber {
            let (before, after) = (lines[index - 1].line, lines[index + 1].line)
            lines[index].isPageNumber =
                !before.isTerminated && !before.isBareNumber && after.startsSmall && after.mark == nil
        }
    }

    /// What wrapping is measured on: no table rows.
    var proseLines: [TextLine] { lines.filter { !$0.isPageNumber && !$0.raw.utf8.contains(0x09) }.map(\.line) }

    /// Index after the last line of the paragraph that begins at `start`.
    func paragraphEnd(from start: Int, _ unwrapping: Unwrapping) -> Int {
        var last = start
        var index = start + 1
        while index < lines.count {
            if lines[index].isPageNumber {
                index += 1
                continue
            }
            guard !TextTables.isRow(lines[index].raw),
                unwrapping.joins(lines[last].line, lines[index].line, first: lines[start].line)
            else { break }
            last = index
            index += 1
        }
        return last + 1
    }

    /// The lines joined; `nil` where they are page numbers only.
    func paragraph(_ range: Range<Int>) -> Paragraph? {
        var text = ""
        var starts: [Paragraph.Start] = []
        for item in lines[range] where !item.isPageNumber {
            if !text.isEmpty { text += Unwrapping.seam(text, item.line.text) }
            starts.append(.init(offset: text.utf8.count, place: item.line.place))
            text += item.line.text
        }
        guard !text.isEmpty else { return nil }
        return Paragraph(text, starts: starts)
    }

    /// White space runs as one space, none at the ends.
    static func folded(_ text: String) -> String {
        text.split { $0.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{200B}" } }.joined(
            separator: " ")
    }

    /// Without emphasis and heading signs.
    private static func withoutMarkdown(_ raw: String) -> String {
        let line = raw.trimmed
        if line.hasPrefix("<"), line.hasSuffix(">"), line.utf8.count(where: { $0 == 0x3E }) == 1 { return "" }
        var text = raw.drop { $0 == "#" }
        if text.count < raw.count { text = text.drop { $0 == " " } }
        if text.hasPrefix("> ") { text = text.dropFirst(2) }
        var result = String(text).replacing("**", with: "").replacing("__", with: "").replacing("<br>", with: " ")
        if let first = result.first, first == "*" || first == "_", result.dropFirst().first != " ", result.last == first
        {
            result = String(result.dropFirst().dropLast())
        }
        return result.replacing("\\", with: "")
    }
}
