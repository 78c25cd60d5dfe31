import Paper

extension FindingRule {
    /// "Số: 05/QĐ-BNV": colon, no spaces in number and symbol, a zero before numbers under 10 (II.3; S3).
    static let numberShape = FindingRule(
        "number-shape", .warning, source: .decree30Form, needsExactText: true
    ) { review in
        guard let line = review.parts.number, !review.parts.isOfParty, let number = WrittenNumber(line.text),
            !number.digits.isEmpty
        else { return [] }
        var hits: [Hit] = []
        if number.hasSpace { hits.append(Hit("space", ["text": number.text], at: [line.place])) }
        if number.digits.count == 1 && number.digits != "0" {
            hits.append(Hit("zero", ["text": number.text, "number": "0\(number.digits)"], at: [line.place]))
        }
        return hits
    }
}

/// What follows "Số:" in the head of a document.
struct WrittenNumber {
    /// "243", empty where the number is left blank.
    let digits: String
    /// As written, to the end of the symbol.
    let text: String
    /// Whether a space stands beside the slash or a hyphen.
    let hasSpace: Bool

    /// - Returns: `nil` where no number or symbol follows "Số:".
    init?(_ line: String) {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let rest = line[line.utf8.index(after: colon)...].drop { $0.isWhitespace }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        var end = digits.endIndex
        var hasSpace = false
        var spaceBefore = false
        var isAfterSign = false
        for index in rest[digits.endIndex...].indices {
            let character = rest[index]
            if character.isWhitespace {
                spaceBefore = true
                continue
            }
            let isSign = character == "/" || character == "-"
            // A word after a space is no longer the symbol, unless a slash or a hyphen parts it.
            if spaceBefore && !isSign && !isAfterSign { break }
            if !isSign && !character.isLetter && !character.isNumber { break }
            hasSpace = hasSpace || spaceBefore
            spaceBefore = false
            isAfterSign = isSign
            end = rest.index(after: index)
        }
        guard end > digits.endIndex else { return nil }
        self.digits = String(digits)
        self.hasSpace = hasSpace
        text = String(rest[..<end])
    }
}
