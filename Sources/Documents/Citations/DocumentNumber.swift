import Vietnamese

/// A document's number and symbol (số và ký hiệu) where they stand in a text: `243/KH-UBND`, `36-NQ/TW`,
/// `180/2026/NĐ-CP`, `66.25/2026/NQ-CP`, `61/2024/QH15`; slips in spacing, breaks over lines and recogniser's points too.
struct DocumentNumber: Equatable {
    /// `243`; `nil` where it is left blank.
    var digits: String?
    /// `2026` in `180/2026/NĐ-CP`.
    var year: String?
    /// `KH-UBND`, `NQ/TW`, without white space.
    var symbol: String
    /// Party documents part number and type with a hyphen.
    var isParty: Bool
    /// Tokens that it takes up.
    var range: Range<Int>

    /// As cited, without white space; `nil` where the number is blank.
    var text: String? {
        guard let digits else { return nil }
        return digits + (year.map { "/" + $0 } ?? "") + (isParty ? "-" : "/") + symbol
    }

    /// What makes two spellings the same number: `104-CTr/Tu` and `104-CTr/TU`, `05/KH-UBND` and `5/KH-UBND`.
    static func key(_ number: String) -> String {
        var key = number.folded[...]
        while key.first == "0" { key.removeFirst() }
        return String(key)
    }
}

extension DocumentNumber {
    /// Reads the number that begins at token `start`.
    /// - Parameters:
    ///   - isLabelled: "số" or a type stands before it, so that looser spellings are still numbers.
    ///   - mayBeBlank: the digits may be missing, as in a letterhead.
    init?(_ tokens: Tokens, at start: Int, isLabelled: Bool, mayBeBlank: Bool = false) {
        var scan = Scan(tokens: tokens, index: start)
        let digits = scan.digits(isLabelled: isLabelled)
        guard digits != nil || mayBeBlank else { return nil }
        scan.skipPoints()
        guard let mark = scan.token, mark.folded == "/" || mark.isHyphen else { return nil }
        let isSpaced = scan.hasGapBefore && scan.hasGapAfter
        scan.index += 1
        if mark.folded == "/" {
            let year = scan.year()
            guard let symbol = scan.symbol(isLabelled: isLabelled || year != nil) else { return nil }
            self.init(digits: digits, year: year, symbol: symbol, isParty: false, range: start..<scan.index)
        } else {
            guard isLabelled || !isSpaced, let symbol = scan.partySymbol() else { return nil }
            self.init(digits: digits, year: nil, symbol: symbol, isParty: true, range: start..<scan.index)
        }
    }
}

/// Walks over the tokens of one number.
private struct Scan {
    let tokens: Tokens
    var index: Int

    var token: Tokens.Token? { index < tokens.list.count ? tokens.list[index] : nil }
    var hasGapBefore: Bool { gap(before: index) }
    var hasGapAfter: Bool { gap(before: index + 1) }

    func gap(before index: Int) -> Bool {
        guard index > 0, index < tokens.list.count else { return true }
        return tokens.list[index - 1].range.upperBound < tokens.list[index].range.lowerBound
    }

    func original(_ index: Int) -> Substring { tokens[index..<index + 1] }

    /// `134`, `66.25`, `12a`.
    mutating func digits(isLabelled: Bool) -> String? {
        guard let first = token, first.kind == .number, first.folded.utf8.count <= 6 else { return nil }
        var text = first.folded
        index += 1
        if token?.folded == ".", index + 1 < tokens.list.count, tokens.list[index + 1].kind == .number, !hasGapBefore,
            !hasGapAfter
        {
            text += "." + tokens.list[index + 1].folded
            index += 2
        }
        if let letter = token, letter.kind == .word, letter.folded.utf8.count == 1, !hasGapBefore, !letter.isCapitalised
        {
            text += original(index)
            index += 1
        }
        return text
    }

    /// The points of a blank (`Số: …./KH-UBND`) and those that a recogniser adds (`93. /KH-UBND`).
    mutating func skipPoints() {
        while let mark = token, mark.folded == "." || mark.folded == "…" || mark.folded == "_" { index += 1 }
    }

    /// The year between number and symbol.
    mutating func year() -> String? {
        guard let year = token, year.kind == .number, year.folded.utf8.count == 4,
            year.folded.hasPrefix("19") || year.folded.hasPrefix("20"), index + 1 < tokens.list.count,
            tokens.list[index + 1].folded == "/"
        else { return nil }
        index += 2
        return year.folded
    }

    /// `KH-UBND`, `QH15`, `TTLT-BTC-BNV`.
    mutating func symbol(isLabelled: Bool) -> String? {
        guard var text = part(isLabelled: isLabelled) else { return nil }
        var parts = 1
        while parts < 6, let next = extended() {
            text += next
            parts += 1
        }
        // A lone word is a symbol only where something says so: `01/TP` may be anything.
        let capitals = text.unicodeScalars.reduce(0) { $0 + ($1.properties.isUppercase ? 1 : 0) }
        return parts > 1 || (isLabelled && capitals >= 2) ? text : nil
    }

    /// `NQ/TW`, `CTr/TU`, `HD/BTCTW`.
    mutating func partySymbol() -> String? {
        while let mark = token, mark.isHyphen { index += 1 }
        guard let type = token, type.kind == .word, type.isCapitalised, type.folded.utf8.count <= 5,
            let text = part(isLabelled: true), token?.folded == "/", let rest = extended()
        else { return nil }
        var result = text + rest
        while let next = extended() { result += next }
        return result
    }

    /// One group of a symbol: letters that begin with a capital, with digits (`QH15`) or `&` behind.
    private mutating func part(isLabelled: Bool) -> String? {
        guard let word = token, word.kind == .word, word.isCapitalised, word.folded.utf8.count <= 14,
            isAbbreviation(index) || isLabelled && word.folded.utf8.count <= 4
        else { return nil }
        var text = String(original(index))
        index += 1
        if let digits = token, digits.kind == .number, digits.folded.utf8.count <= 3, !hasGapBefore {
            text += digits.folded
            index += 1
        }
        if token?.folded == "&", index + 1 < tokens.list.count, tokens.list[index + 1].isCapitalised, !hasGapBefore {
            text += "&" + original(index + 1)
            index += 2
        }
        return text
    }

    /// The next group with the mark before it.
    private mutating func extended() -> String? {
        guard let mark = token, mark.isHyphen || mark.folded == "/" else { return nil }
        let start = index
        var gaps = (hasGapBefore ? 1 : 0) + (hasGapAfter ? 1 : 0)
        index += 1
        // A hyphen set twice, where a line was broken.
        if mark.isHyphen, let second = token, second.isHyphen {
            gaps = hasGapAfter ? 1 : 0
            index += 1
        }
        let allowed = gaps == 0 || (gaps == 1 && isAbbreviation(index))
        guard allowed, let text = part(isLabelled: gaps == 0) else {
            index = start
            return nil
        }
        return (mark.folded == "/" ? "/" : "-") + text
    }

    /// Letters with a capital that is not the first: an abbreviation and no word of a sentence (`TTg`, `NQ`; not `Sở`).
    private func isAbbreviation(_ index: Int) -> Bool {
        guard index < tokens.list.count, tokens.list[index].kind == .word, tokens.list[index].isCapitalised else {
            return false
        }
        let text = original(index).unicodeScalars
        return text.count == 1 || text.dropFirst().contains { $0.properties.isUppercase }
    }
}

extension Tokens.Token {
    /// A hyphen or a dash of any length.
    var isHyphen: Bool { kind == .mark && ["-", "–", "—", "‐", "‑", "−"].contains(folded) }
}
