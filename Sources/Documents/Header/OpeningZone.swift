import Paper
import Vietnamese

/// From the type of the document to the first sentence of its body.
enum OpeningZone {
    /// Takes type, title, addressees, authority and bases off the front; footnotes among them go to the body.
    static func cut(_ items: inout ArraySlice<ZoneItems.Item>, into zones: inout DocumentZones) {
        cutTitle(&items, into: &zones)
        cutAddressees(&items, into: &zones)
        cutBases(&items, into: &zones)
    }

    /// How many lines of other text (a stamp, a number) may stand before the type.
    private static let mostBefore = 12

    private static func cutTitle(_ items: inout ArraySlice<ZoneItems.Item>, into zones: inout DocumentZones) {
        let window = items.prefix(mostBefore)
        guard let index = window.indices.first(where: { window[$0].line.map(isTypeLine) == true }),
            !window[..<index].contains(where: { $0.line.map { isAddresseeLabel($0) || isBase($0) } ?? true }),
            let line = window[index].line
        else { return }
        for item in items[..<index] {
            if let line = item.line { zones.letterhead.append(LetterheadLine(kind: .other, paragraph: line.paragraph)) }
        }
        items = items[(index + 1)...]
        let typeEnd = typeLength(line) ?? line.list.count
        if typeEnd < line.list.count {
            let border = line.list[typeEnd].range.lowerBound
            zones.typeLine = line.paragraph.part(0..<border)
            zones.title = [line.paragraph.part(border..<line.text.utf8.count)]
        } else {
            zones.typeLine = line.paragraph
        }
        var last = line
        while let next = items.first?.line {
            // Columns that an extraction set one after the other: the right half of the letterhead comes after the type.
            let stray = LetterheadLine.read(next)
            if stray.contains(where: { [.nationalName, .motto, .number, .placeAndDate].contains($0.kind) }),
                stray.count == 1 || !stray.contains(where: { $0.kind == .other || $0.kind == .subject })
            {
                zones.letterhead += stray
                items.removeFirst()
                continue
            }
            guard continuesTitle(next, after: last, zones.title) else { break }
            if next.list.contains(where: { $0.kind != .mark }) { zones.title.append(next.paragraph) }
            last = next
            items.removeFirst()
            if next.list.allSatisfy({ $0.kind == .mark }) { break }
        }
        while let next = items.first?.line,
            next.list.allSatisfy({ $0.kind == .mark }) || isAuthority(next)
                || (!zones.authority.isEmpty && next.isCapitals && !isTypeLine(next) && !SectionMark.begins(next))
        {
            if next.list.contains(where: { $0.kind != .mark }) { zones.authority.append(next.paragraph) }
            items.removeFirst()
        }
    }

    /// Whether the line names the type of the document: "KẾ HOẠCH", also with the subject behind it.
    static func isTypeLine(_ line: ZoneLine) -> Bool {
        guard let length = typeLength(line), line.text.utf8.count < 500 else { return false }
        if length == line.list.count { return line.list[0].isCapitalised }
        return line.tokens.isCapitals(0..<length) && line.list[length].kind != .mark
            && line.list[length].kind != .number && line.list[length].folded != "so"
    }

    /// Tokens of the name of the type at the beginning, a colon included.
    private static func typeLength(_ line: ZoneLine) -> Int? {
        guard let entry = DocumentTypes.named(line.list, at: 0) else { return nil }
        // One syllable ("LUẬT", "LỆNH") is a type only when it stands alone.
        if entry.words.count == 1, line.list.count > 1, !line.isCapitals { return nil }
        let length = entry.words.count
        return length < line.list.count && line.list[length].folded == ":" ? length + 1 : length
    }

    private static func continuesTitle(_ line: ZoneLine, after last: ZoneLine, _ title: [Paragraph]) -> Bool {
        guard title.count < 8, !isAddresseeLabel(line), !SectionMark.begins(line) else { return false }
        if line.list.allSatisfy({ $0.kind == .mark }) { return true }
        guard let open = title.last else { return !isBaseOnly(line) && line.text.utf8.count < 900 }
        if isBase(line) || isAuthority(line) || ClosingLine.isAnnexReference(line) { return false }
        guard let end = open.text.unicodeScalars.last, !".;:".unicodeScalars.contains(end) else { return false }
        if line.paragraph.text.unicodeScalars.first?.properties.isLowercase == true { return true }
        if [".", ";", ":"].contains(line.list.last?.folded ?? "") { return false }
        if line.isCapitals != last.isCapitals, title.count > 1 || !line.isCapitals {
            return last.isCapitals && isShort(line)
        }
        if let before = last.paragraph.style.alignment, let here = line.paragraph.style.alignment, before != here {
            return false
        }
        if last.paragraph.style.bold == true, line.paragraph.style.bold == false { return false }
        // Where lines are counted, an empty one ends the title.
        let end2 = last.paragraph.starts.last?.place ?? last.paragraph.place
        let gap = line.paragraph.place.line - end2.line
        return isShort(line) && (gap <= 1 || line.isCapitals)
    }

    private static func isShort(_ line: ZoneLine) -> Bool { line.text.utf8.count < 220 }

    /// "Căn cứ" can begin no title; "Thực hiện Chỉ thị …" can.
    private static func isBaseOnly(_ line: ZoneLine) -> Bool {
        line.list.count > 2 && line.list[0].isWord("can") && line.list[1].folded.hasPrefix("c") && isBase(line)
    }

    /// An office or a body in capitals, after the title of a decision.
    private static func isAuthority(_ line: ZoneLine) -> Bool {
        guard line.isCapitals, !SectionMark.begins(line), line.list.count >= 2, line.text.utf8.count < 250 else {
            return false
        }
        return ClosingLine.isOffice(line.tokens, at: 0)
            || authorities.contains(line.list[0].folded + " " + line.list[1].folded)
    }

    private static let authorities: Set<String> = [
        "uy ban", "hoi dong", "chinh phu", "thu tuong", "quoc hoi", "ban thuong", "ban chap", "ban bi", "bo chinh",
        "tinh uy", "thanh uy", "dang uy", "ban chi", "ban to", "chanh van",
    ]

    /// "Kính gửi".
    static func isAddresseeLabel(_ line: ZoneLine) -> Bool {
        line.list.count >= 2 && line.list[0].isWord("kinh") && line.list[1].isWord("gui") && line.list[0].isCapitalised
    }

    private static func cutAddressees(_ items: inout ArraySlice<ZoneItems.Item>, into zones: inout DocumentZones) {
        let window = items.prefix(8)
        guard let index = window.indices.first(where: { window[$0].line.map(isAddresseeLabel) == true }),
            let label = window[index].line
        else { return }
        for item in items[..<index] { if let line = item.line { zones.title.append(line.paragraph) } }
        items = items[(index + 1)...]
        let border = sentenceStart(label) ?? label.text.utf8.count
        zones.addressees = [label.paragraph.part(0..<border)]
        if border < label.text.utf8.count {
            // The text follows on the same line.
            let rest = ZoneLine(
                label.paragraph.part(border..<label.text.utf8.count), block: label.block, isInLayoutTable: true)
            items = ArraySlice([.line(rest)] + items)
            return
        }
        var hasDashes = label.list.contains { $0.isHyphen } && label.list.count > 3 && label.list[3].isHyphen
        var last = label
        while let line = items.first?.line {
            let isDash = line.list.first.map { $0.isHyphen || $0.folded == "+" || $0.folded == "•" } ?? false
            let goesOn = [",", ";", ":"].contains(last.list.last?.folded ?? "")
            let isSmall = line.paragraph.text.unicodeScalars.first?.properties.isLowercase == true
            let isFirst = last.list.count <= 3
            guard
                isDash || isFirst || (isSmall && line.text.utf8.count < 200)
                    || (goesOn && line.text.utf8.count < 160 && (hasDashes || !isBase(line)))
            else { break }
            if isDash { hasDashes = true }
            zones.addressees.append(line.paragraph)
            last = line
            items.removeFirst()
        }
    }

    /// Where the first sentence of the text begins on the line of Kính gửi: an offset.
    private static func sentenceStart(_ line: ZoneLine) -> Int? {
        let list = line.list
        let openings = ["thuc hien", "can cu", "theo de", "tren co", "trien khai", "de thuc", "de trien"]
        let index = list.indices.dropFirst(4).dropLast().first {
            list[$0].isCapitalised && !list[$0 + 1].isCapitalised && list[$0 - 1].kind == .word
                && openings.contains(list[$0].folded + " " + list[$0 + 1].folded)
        }
        return index.map { list[$0].range.lowerBound }
    }

    private static let baseOpenings: [[String]] = [
        ["can", "cu"], ["thuc", "hien"], ["xet"], ["theo"], ["thi", "hanh"], ["trien", "khai", "thuc", "hien"],
        ["trien", "khai"], ["tiep", "tuc", "thuc", "hien"], ["de", "trien", "khai"], ["de", "thuc", "hien"],
        ["tren", "co", "so"], ["quan", "triet"], ["tiep", "theo"],
    ]

    /// Whether the line begins as legal bases do.
    static func isBase(_ line: ZoneLine) -> Bool {
        var start = 0
        if let first = line.list.first, first.isHyphen { start = 1 }
        guard start < line.list.count, line.list[start].isCapitalised else { return false }
        return baseOpenings.contains { words in
            start + words.count <= line.list.count
                && words.indices.allSatisfy {
                    line.list[start + $0].folded == words[$0] || line.list[start + $0].isWord(words[$0])
                }
        }
    }

    private static func cutBases(_ items: inout ArraySlice<ZoneItems.Item>, into zones: inout DocumentZones) {
        // An official letter's sentence "Thực hiện …, Sở đề nghị …" is its text already.
        let isLetter = zones.typeLine == nil
        var notes: [ZoneItems.Item] = []
        while let item = items.first {
            guard let line = item.line else {
                guard case .footnote = item else { break }
                notes.append(item)
                items.removeFirst()
                continue
            }
            if zones.bases.isEmpty, line.isCapitals, isAuthority(line) {
                zones.authority.append(line.paragraph)
            } else if isBase(line), !isLetter || line.text.hasSuffix(";") {
                zones.bases.append(line.paragraph)
            } else if let last = zones.bases.last, last.text.hasSuffix(","), !SectionMark.begins(line), !isLetter {
                zones.bases.append(line.paragraph)
            } else {
                break
            }
            items.removeFirst()
        }
        items = ArraySlice(notes + Array(items))
    }
}
