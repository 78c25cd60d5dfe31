import Paper
import Vietnamese
import WorkCalendar

/// One mention of a document.
struct CitedDocument: Equatable {
    var number: String
    var type: DocumentType
    var date: Day?
    /// As the text has it.
    var issuer: String?
    /// Who alone can issue under this symbol: Chính phủ for `NĐ-CP`.
    var impliedIssuer: String?
    var place: Place
}

/// Scans one paragraph for documents' numbers.
struct CitationScan {
    private let paragraph: Paragraph
    private let tokens: Tokens
    private var list: [Tokens.Token] { tokens.list }
    private var found: [Mention] = []
    private let hasAccents: Bool

    /// A mention with the tokens it takes up, type and date included.
    private struct Mention {
        var document: CitedDocument
        var range: Range<Int>
        var body: Substring
    }

    /// The mentions in a paragraph, in order.
    static func mentions(_ paragraph: Paragraph) -> [CitedDocument] {
        guard mayHold(paragraph.text) else { return [] }
        var scan = CitationScan(paragraph)
        scan.run()
        return scan.found.map(\.document)
    }

    private init(_ paragraph: Paragraph) {
        self.paragraph = paragraph
        tokens = Tokens(paragraph.text)
        hasAccents = VietnameseText.accentShare(paragraph.text) > 0.12
    }

    /// Whether a digit stands before a stroke or hyphen and a capital behind it: what most paragraphs lack.
    static func mayHold(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var index = 1
            while index < bytes.count {
                let byte = bytes[index]
                guard byte == 0x2F || byte == 0x2D || byte == 0xE2 else {
                    index += 1
                    continue
                }
                var before = index - 1
                while before > 0,
                    bytes[before] <= 0x20 || bytes[before] == 0x2E || bytes[before] == 0xA0 || bytes[before] == 0xC2
                { before -= 1 }
                if before > 0, bytes[before] >= 0x61, bytes[before] <= 0x7A { before -= 1 }
                var after = index + (byte == 0xE2 ? 3 : 1)
                while after < bytes.count,
                    bytes[after] <= 0x20 || bytes[after] == 0x2D || bytes[after] == 0xC2 || bytes[after] == 0xA0
                { after += 1 }
                if bytes[before] >= 0x30, bytes[before] <= 0x39, after < bytes.count,
                    bytes[after] >= 0x41 && bytes[after] <= 0x5A || bytes[after] >= 0xC3
                {
                    return true
                }
                index += 1
            }
            return false
        }
    }

    private mutating func run() {
        var index = 0
        while index < list.count {
            guard list[index].kind == .number, !isInsideNumber(index) else {
                index += 1
                continue
            }
            let label = label(before: index)
            if let number = DocumentNumber(tokens, at: index, isLabelled: label.isNumber), !label.isForm {
                index = take([number.text], number, label)
            } else if label.isNumber, !label.isForm, let (digits, number) = elided(from: index) {
                let texts = digits.map {
                    DocumentNumber(
                        digits: $0, year: number.year, symbol: number.symbol, isParty: number.isParty,
                        range: number.range
                    ).text
                }
                index = take(texts + [number.text], number, label)
            } else {
                index += 1
            }
        }
        shareIssuers()
    }

    /// Adds one mention a number; all of them share what is said of them. Returns the token to go on from.
    private mutating func take(_ numbers: [String?], _ number: DocumentNumber, _ label: Label) -> Int {
        var end = number.range.upperBound
        let date = date(at: &end)
        var issuer = issuer(at: &end)
        var written = date
        if written == nil, issuer != nil {
            var next = end
            if let later = self.date(at: &next) {
                written = later
                end = next
            }
        }
        if issuer == nil { issuer = CitedIssuer.before(tokens, label.start) }
        let symbol = hasAccents ? number.symbol : LostAccents.number(number.symbol)
        let type = label.type ?? DocumentTypes.type(ofSymbol: symbol)
        let place = paragraph.place(at: list[label.start].range.lowerBound)
        for text in numbers.compactMap({ $0 }) {
            let document = CitedDocument(
                number: hasAccents ? text : LostAccents.number(text), type: type, date: written.flatMap { Day($0) },
                issuer: issuer.flatMap { hasAccents ? $0 : LostAccents.issuer($0) },
                impliedIssuer: CitedIssuer.implied(number), place: place)
            found.append(
                Mention(
                    document: document, range: label.start..<end,
                    body: number.symbol.suffix(while: { $0 != "/" && $0 != "-" })))
        }
        return max(end, number.range.upperBound)
    }

    private func isInsideNumber(_ index: Int) -> Bool {
        guard index >= 2 else { return false }
        let mark = list[index - 1]
        return mark.folded == "/" && list[index - 2].kind == .number
            && list[index - 2].range.upperBound == mark.range.lowerBound
    }

    /// "Quyết định số 12, 13 và 14/QĐ-UBND".
    private func elided(from start: Int) -> ([String], DocumentNumber)? {
        var digits: [String] = []
        var index = start
        while digits.count < 8, index + 2 < list.count, list[index].kind == .number,
            [",", ";", "va"].contains(list[index + 1].folded)
        {
            digits.append(list[index].folded)
            index += 2
            if list[index].folded == "so" { index += 1 }
            guard index < list.count, list[index].kind == .number else { return nil }
            if let number = DocumentNumber(tokens, at: index, isLabelled: true) { return (digits, number) }
        }
        return nil
    }
}

extension CitationScan {
    /// What stands before a number.
    struct Label {
        /// First token of "Nghị quyết số".
        var start: Int
        /// "số" or the name of a type is there.
        var isNumber: Bool
        var type: DocumentType?
        /// "Mẫu số", "Biểu số": a form and no document.
        var isForm = false
    }

    private func label(before index: Int) -> Label {
        var start = index
        if start > 1, list[start - 1].folded == ":" { start -= 1 }
        while start > 0, isNumberWord(start - 1) { start -= 1 }
        // A recogniser's `s6`, `s0`.
        if start > 1, list[start - 1].kind == .number, list[start - 1].folded.utf8.count == 1,
            list[start - 2].folded == "s",
            list[start - 2].range.upperBound == list[start - 1].range.lowerBound
        {
            start -= 2
        }
        if start > 0, list[start - 1].folded == ":", start < index { start -= 1 }
        var label = Label(start: start, isNumber: start < index)
        if let entry = DocumentTypes.named(list, endingBefore: start) {
            label.start = start - entry.words.count
            label.isNumber = true
            label.type = entry.type
        } else if start > 1, list[start - 1].folded == "ban", list[start - 2].folded == "van" {
            label.start = start - 2
            label.isNumber = true
        } else if start > 0 {
            label.isForm =
                label.isNumber
                && ["mau", "bieu", "phieu", "lo", "thua", "khoan", "nha"].contains(list[start - 1].folded)
        }
        return label
    }

    /// "số", also as recognisers read it: `sb`, `sé`.
    private func isNumberWord(_ index: Int) -> Bool {
        let token = list[index]
        return token.kind == .word
            && (token.folded == "so" || (token.folded.utf8.count <= 2 && token.folded.hasPrefix("s")))
    }

    private func date(at end: inout Int) -> WrittenDate? {
        var index = end
        while index < list.count, [",", "("].contains(list[index].folded) { index += 1 }
        guard let read = WrittenDate.read(tokens, at: index) else { return nil }
        guard Day(read.date) != nil || list[index].isDayWord else { return nil }
        end = read.tokens.upperBound
        if end < list.count, list[end].folded == ")" { end += 1 }
        return read.date
    }

    private func issuer(at end: inout Int) -> String? {
        var index = end
        if index < list.count, list[index].folded == "," { index += 1 }
        guard index + 1 < list.count, CitedIssuer.isOf(list[index]) else { return nil }
        let next = CitedIssuer.end(tokens, from: index + 1)
        guard next > index + 1 else { return nil }
        end = next
        return String(tokens[(index + 1)..<next])
    }

    /// "Nghị quyết 36-NQ/TW, Chỉ thị số 45-CT/TW và Kết luận số 12-KL/TW của Bộ Chính trị": one issuer for all of them.
    private mutating func shareIssuers() {
        for index in found.indices.dropLast().reversed() where found[index].document.issuer == nil {
            let next = found[index + 1]
            guard let issuer = next.document.issuer, next.body == found[index].body else { continue }
            let gap = list[found[index].range.upperBound..<max(next.range.lowerBound, found[index].range.upperBound)]
            let isList = gap.count <= 3 && gap.allSatisfy { [",", ";", "va", "cac", "va"].contains($0.folded) }
            if isList || found[index].range == next.range { found[index].document.issuer = issuer }
        }
    }
}

extension String {
    /// The longest end of the text whose characters all are as wanted.
    fileprivate func suffix(while isWanted: (Character) -> Bool) -> Substring {
        self[(lastIndex { !isWanted($0) }.map { index(after: $0) } ?? startIndex)...]
    }
}
