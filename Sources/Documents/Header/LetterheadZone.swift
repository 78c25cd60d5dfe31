import Paper
import Vietnamese

extension ZoneItems {
    /// Takes the letterhead out, from the top or from wherever a text extraction put it.
    mutating func cutLetterhead(into zones: inout DocumentZones) {
        let head = headEnd()
        var rest: [Item] = []
        var found: [LetterheadLine] = []
        for item in items[..<head] {
            guard let line = item.line else {
                rest.append(item)
                continue
            }
            let read = LetterheadLine.read(line, followsSubject: found.last?.kind == .subject)
            if !read.isEmpty {
                found += read
            } else if isSubjectContinued(line, found) {
                found.append(LetterheadLine(kind: .subject, paragraph: line.paragraph))
            } else {
                found.append(LetterheadLine(kind: Self.isAgency(line) ? .agency : .other, paragraph: line.paragraph))
            }
        }
        items = rest + items[head...]
        zones.letterhead = found
        if !found.contains(where: { $0.kind == .nationalName || $0.kind == .number || $0.kind == .placeAndDate }) {
            zones.letterhead += cutStray()
        }
        zones.secrecyMark = zones.letterhead.first { $0.kind == .secrecy }?.paragraph.text
    }

    /// Index of the first item that is not of a letterhead at the top.
    private func headEnd() -> Int {
        var last = 0
        var kinds: Set<LetterheadLine.Kind> = []
        var inSubject = false
        var plain = 0
        for (index, item) in items.prefix(60).enumerated() {
            guard let line = item.line else {
                if case .footnote = item { continue }
                break
            }
            if OpeningZone.isTypeLine(line) || OpeningZone.isAddresseeLabel(line) { return index }
            let read = LetterheadLine.read(line, followsSubject: inSubject)
            if let kind = read.last?.kind {
                inSubject = read.contains { $0.kind == .subject } || (inSubject && kind == .placeAndDate)
                kinds.formUnion(read.map(\.kind))
                last = index + 1
                plain = 0
            } else if line.isInLayoutTable || Self.isAgency(line) {
                last = index + 1
            } else if inSubject, plain < 4, !OpeningZone.isBase(line) {
                plain += 1
                last = index + 1
            } else {
                break
            }
        }
        // Capitals alone are a title or a heading and no letterhead.
        return kinds.isEmpty || kinds == [.rule] ? 0 : last
    }

    private func isSubjectContinued(_ line: ZoneLine, _ found: [LetterheadLine]) -> Bool {
        guard !line.isCapitals, let subject = found.last(where: { $0.kind != .placeAndDate && $0.kind != .rule }) else {
            return false
        }
        return subject.kind == .subject
    }

    /// A line of an agency's name: capitals, or a short line that begins as names of bodies do.
    static func isAgency(_ line: ZoneLine) -> Bool {
        guard let last = line.list.last, line.text.utf8.count < 160 else { return false }
        if line.isCapitals { return last.folded != ":" && line.list.first?.kind == .word && !SectionMark.begins(line) }
        return line.text.utf8.count < 90 && ![".", ";", ":", ","].contains(last.folded)
            && line.list.first?.isCapitalised == true && BodyHead.length(line.tokens, at: 0) > 0
    }

    /// Finds a letterhead in the middle of the text by its Quốc hiệu, or else by its number or date on a line of their own.
    private mutating func cutStray() -> [LetterheadLine] {
        var pieces: [Int: [LetterheadLine]] = [:]
        var anchor: Int?
        for (index, item) in items.enumerated() {
            guard let line = item.line, line.text.utf8.count < 200 else { continue }
            if ClosingLine.isAnnexTitle(line) || ClosingLine.isRecipientsLabel(line) { break }
            guard let first = line.list.first, first.kind == .mark || first.isCapitalised || first.kind == .number
            else {
                continue
            }
            let read = LetterheadLine.read(line)
            guard !read.isEmpty, read.contains(where: { $0.kind != .rule && $0.kind != .subject && $0.kind != .other })
            else { continue }
            pieces[index] = read
            if anchor == nil || read.contains(where: { $0.kind == .nationalName }) {
                anchor = index
                if read.contains(where: { $0.kind == .nationalName }) { break }
            }
        }
        guard let anchor else { return [] }
        var lower = anchor
        while lower > 0, anchor - lower < 10, let line = items[lower - 1].line, isPart(line) { lower -= 1 }
        var upper = anchor + 1
        while upper < items.count, upper - anchor < 10, let line = items[upper].line, isPart(line) { upper += 1 }
        var found: [LetterheadLine] = []
        for item in items[lower..<upper] {
            guard let line = item.line else { continue }
            let read = LetterheadLine.read(line)
            found += read.isEmpty ? [LetterheadLine(kind: .agency, paragraph: line.paragraph)] : read
        }
        items.removeSubrange(lower..<upper)
        return found

        func isPart(_ line: ZoneLine) -> Bool {
            if OpeningZone.isTypeLine(line) { return false }
            if !LetterheadLine.read(line).isEmpty { return true }
            guard line.isCapitals, !SectionMark.begins(line) else { return false }
            return BodyHead.length(line.tokens, at: 0) > 0 || BodyHead.unitLength(line.tokens, at: 0) > 0
        }
    }
}

/// Numbers in front of headings: `I.`, `1.`, `1.1.`, `a)`, `Điều 1.`, `Phần I`.
enum SectionMark {
    /// Whether the line begins with one.
    static func begins(_ line: ZoneLine) -> Bool {
        let list = line.list
        guard list.count >= 2 else { return false }
        let mark = list[1].folded
        if list[0].kind == .number, list[0].folded.utf8.count <= 2 {
            return mark == "." || mark == ")" || list[1].isHyphen
        }
        guard list[0].kind == .word else { return false }
        if list[1].kind == .number || isRoman(list[1].folded), list[0].isCapitalised,
            ["dieu", "phan", "muc", "chuong"].contains(list[0].folded)
        {
            return true
        }
        if isRoman(list[0].folded), list[0].isCapitalised { return mark == "." || mark == ")" || list[1].isHyphen }
        return list[0].folded.utf8.count == 1 && (mark == "." || mark == ")") && list[0].folded != "q"
    }

    private static func isRoman(_ text: String) -> Bool {
        text.utf8.count <= 5 && text.utf8.allSatisfy { "ivx".utf8.contains($0) }
    }
}
