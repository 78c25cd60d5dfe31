import Paper
import Vietnamese
import WorkCalendar

/// Reads what head and foot of a document say of it.
package enum HeaderReader {
    /// The header of a document already parted into zones.
    /// - Parameter pages: number of pages where the format has pages.
    package static func read(_ zones: DocumentZones, pages: Int? = nil) -> DocumentHeader {
        var header = DocumentHeader()
        header.pages = pages
        readNumber(zones, into: &header)
        readPlaceAndDate(zones, into: &header)
        header.type = type(zones, symbol: header.symbol)
        let issuer = IssuerLines.read(zones)
        header.issuer = issuer.issuer ?? IssuerLines.inferred(zones, symbol: header.symbol)
        header.parentIssuer = issuer.parent
        header.title = title(zones)
        header.signer = SigningBlock.read(zones.signing)
        header.recipients = RecipientList.recipients(zones.recipients)
        header.addressees = RecipientList.addressees(zones.addressees)
        return header
    }

    private static func type(_ zones: DocumentZones, symbol: String?) -> DocumentType {
        if let line = zones.typeLine, let entry = DocumentTypes.named(Tokens(line.text).list, at: 0) {
            return entry.type
        }
        if let symbol { return DocumentTypes.type(ofSymbol: symbol) }
        let isLetter = !zones.addressees.isEmpty || zones.letterhead.contains { $0.kind == .subject }
        return isLetter ? .officialLetter : .other
    }

    private static func readNumber(_ zones: DocumentZones, into header: inout DocumentHeader) {
        if let line = zones.letterhead.first(where: { $0.kind == .number }) {
            let tokens = Tokens(line.paragraph.text)
            let start = LetterheadLine.blankEnd(tokens.list, from: LetterheadLine.labelEnd(tokens.list) ?? 0)
            if let number = DocumentNumber(tokens, at: start, isLabelled: true, mayBeBlank: true) {
                header.symbol = number.symbol
                header.number = number.text
            }
            return
        }
        // A letterhead lost on the way: the annex still says what it belongs to.
        guard let reference = zones.annexes.first?.reference else { return }
        let tokens = Tokens(reference.text)
        for index in tokens.list.indices where tokens.list[index].folded == "so" {
            guard let number = DocumentNumber(tokens, at: index + 1, isLabelled: true) else { continue }
            header.symbol = number.symbol
            header.number = number.text
            let written = WrittenDate.read(tokens, at: number.range.upperBound)?.date
            header.date = written.flatMap { Day($0) } ?? header.date
            return
        }
    }

    private static func readPlaceAndDate(_ zones: DocumentZones, into header: inout DocumentHeader) {
        guard let line = zones.letterhead.first(where: { $0.kind == .placeAndDate }) else {
            header.year = header.date?.year
            return
        }
        let tokens = Tokens(line.paragraph.text)
        guard let day = tokens.list.indices.last(where: { tokens.list[$0].isDayWord }) else { return }
        if let written = WrittenDate.read(tokens, at: day)?.date {
            header.date = Day(written) ?? header.date
            header.year = written.year ?? header.date?.year
        }
        var end = day
        while end > 0, tokens.list[end - 1].kind == .mark { end -= 1 }
        if end > 0 { header.place = place(String(tokens[0..<end])) }
    }

    /// The place as names are written, with its accents.
    private static func place(_ text: String) -> String {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !VietnameseWriting.hasAccents(name) else {
            return Tokens(name).isCapitals(0..<Tokens(name).list.count) && name.utf8.count > 3
                ? name.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
                : name
        }
        if let province = Province.named(name) { return province.name }
        guard let restored = Restoration.restore(name), restored.confidence >= 0.6 else { return name }
        return restored.text
    }

    private static func title(_ zones: DocumentZones) -> String? {
        if zones.typeLine != nil || !zones.title.isEmpty {
            return clean(zones.title.map(\.text).joined(separator: " "))
        }
        let subject = zones.letterhead.filter { $0.kind == .subject }.map(\.paragraph.text).joined(separator: " ")
        let tokens = Tokens(subject)
        guard LetterheadLine.isSubject(tokens, at: 0), tokens.list.count > 3 else { return clean(subject) }
        let start = tokens.list[3].folded == ":" || tokens.list[3].folded == "." ? 4 : 3
        guard start < tokens.list.count else { return nil }
        return clean(String(tokens[start..<tokens.list.count]))
    }

    /// Without closing punctuation, spaces single, accents restored where the whole text lost them.
    private static func clean(_ text: String) -> String? {
        var text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while let last = text.unicodeScalars.last, ".;:,*-–_/".unicodeScalars.contains(last) || last == " " {
            text.unicodeScalars.removeLast()
        }
        guard !text.isEmpty else { return nil }
        return VietnameseWriting.restored(text)
    }
}

/// Text that lost its accents wholly or in part.
enum VietnameseWriting {
    /// Whether any letter carries a Vietnamese mark.
    static func hasAccents(_ text: String) -> Bool { text.utf8.contains { $0 >= 0xC3 && $0 != 0xE2 } }

    /// The text with its accents where it came without them and what they were is clear; else as it is.
    static func restored(_ text: String) -> String {
        guard VietnameseText.accentShare(text) < 0.12, let restored = Restoration.restore(text),
            restored.confidence >= 0.7
        else { return text }
        return restored.text
    }
}
