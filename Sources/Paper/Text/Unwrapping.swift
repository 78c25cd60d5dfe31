import Vietnamese

/// Joins the lines of wrapped text into paragraphs. Whether a text is wrapped at all, how wide around each line (footnotes
/// are set smaller), and whether empty lines part its paragraphs or merely double its spacing, is measured first.
struct Unwrapping {
    /// Characters of a full line; `nil` where every paragraph stands on one line of its own.
    let width: Int?
    /// Characters of a full line in the neighbourhood, by line number.
    private let widths: [Int: Int]
    /// Empty lines stand between the lines of one paragraph.
    let isDoubleSpaced: Bool

    init(_ lines: [TextLine]) {
        let lengths = lines.map(\.length).filter { $0 >= 20 }.sorted()
        let wide = lengths.isEmpty ? 0 : lengths[lengths.count * 9 / 10]
        let full = lengths.count { $0 >= wide * 3 / 4 }
        width = !lengths.isEmpty && wide <= 160 && full * 2 >= lengths.count ? wide : nil
        var close = 0
        var apart = 0
        for (line, next) in zip(lines, lines.dropFirst())
        where !line.isTerminated && next.startsSmall && next.mark == nil {
            if next.gap == 0 { close += 1 } else { apart += 1 }
        }
        isDoubleSpaced = apart > close && apart >= 3
        widths = width == nil ? [:] : Self.neighbourhoods(lines)
    }

    /// A line whose sentence goes on with a small letter below was full: the middle length of such lines nearby.
    private static func neighbourhoods(_ lines: [TextLine]) -> [Int: Int] {
        var full: [Int?] = zip(lines, lines.dropFirst()).map { line, next in
            !line.isTerminated && next.startsSmall && next.mark == nil && line.length > 30 ? line.length : nil
        }
        full.append(nil)
        var widths: [Int: Int] = [:]
        for index in lines.indices {
            let near = full[max(0, index - 4)..<min(lines.count, index + 5)].compactMap { $0 }.sorted()
            if near.count >= 2 { widths[lines[index].place.line] = near[near.count / 2] }
        }
        return widths
    }

    /// Whether `next` continues the paragraph that begins with `first` and has `line` as its last line so far.
    func joins(_ line: TextLine, _ next: TextLine, first: TextLine) -> Bool {
        if line.isRule || next.isRule || line.isStamp || next.isStamp || Self.opens(next) || Self.standsAlone(line)
            || (line.isTerminated && next.opensFootnote)
        {
            return false
        }
        // A web page's letterhead: "ỦY" / "BAN NHÂN DÂN". A stamp such as MẬT stands alone.
        if line.isAbbreviation, next.isCapitals, next.gap == 0, Self.halves.contains(line.text.folded) { return true }
        if line.isCapitals != next.isCapitals, !next.isAbbreviation, line.isCapitals || next.length > 6 { return false }
        if let mark = next.mark {
            // "phát triển kinh tế / - xã hội": a dash in the middle of a sentence, at the end of a full line.
            let content = TextLine(String(next.text.utf8.dropFirst(mark.textOffset)) ?? "", place: next.place)
            return mark.kind == .dash && content.startsSmall && !line.isTerminated && isFull(line, next)
        }
        if next.startsSmall { return !line.isTerminated || (isFull(line, next) && next.gap <= spacing) }
        if line.isTerminated { return isFull(line, next) && next.gap <= spacing && next.indent < 2 }
        if line.demandsMore { return true }
        guard next.gap <= spacing else { return false }
        // A heading is one line or more of a marked item; running text may be set short by its indent or by justification.
        let mayBeHeading = first.mark.map { $0.kind != .dash && $0.kind != .plus } ?? false
        return mayBeHeading && first.place == line.place ? isFull(line, next) : isFull(line, next, of: 82)
    }

    /// Empty lines that say nothing.
    private var spacing: Int { isDoubleSpaced ? 1 : 0 }

    /// The first word of `next` would not have fitted on `line`.
    private func isFull(_ line: TextLine, _ next: TextLine, of percent: Int = 92) -> Bool {
        guard let width = widths[line.place.line] ?? width else { return false }
        return line.length + 1 + next.firstWordLength > width * percent / 100
    }

    /// Lines that always begin something, whatever stands before them.
    private static func opens(_ line: TextLine) -> Bool {
        let start = String(line.text.prefix(24)).folded
        return openings.contains { start.hasPrefix($0) }
    }

    private static let openings = [
        "noi nhan", "kinh gui", "can cu ", "tm. ", "kt. ", "tl. ", "tuq. ", "q. ", "t/m ", "phu luc", "so: ", "so:",
        "(kem theo",
        "ghi chu:", "tren day la ", "tren co so ",
    ]

    /// First syllables of what stands in a letterhead.
    private static let halves: Set<String> = [
        "uy", "cong", "hoi", "bo", "so", "van", "thanh", "tinh", "ban", "tong", "chinh",
    ]

    /// Lines that nothing continues: the letterhead's number and date, the type word.
    private static func standsAlone(_ line: TextLine) -> Bool {
        let start = String(line.text.prefix(40)).folded
        return start.hasPrefix("so:") || start.hasPrefix("noi nhan") || start.hasPrefix("doc lap")
            || (line.isCapitals && line.length <= 12)
    }

    /// Joins two pieces of text over a line end; a hyphen at the end of the first is part of the word
    /// (`số 02-` / `TT/TU`, `217/2025/NĐ-` / `CP`).
    static func seam(_ text: String, _ next: String) -> String {
        guard let last = text.unicodeScalars.last, last == "-" || last == "/" else { return " " }
        let before = text.unicodeScalars.dropLast().last
        return before == nil || before == " " ? " " : ""
    }
}
