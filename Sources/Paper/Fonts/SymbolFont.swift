/// Fonts that show pictures where the text has letters, with the Unicode signs for the pictures that official documents
/// use. Word stores such characters at U+F000 plus the font's own code.
enum SymbolFont: Equatable, Sendable {
    case symbol, wingdings, wingdings2

    init?(fontName: String) {
        switch fontName.lowercased() {
        case "symbol": self = .symbol
        case "wingdings": self = .wingdings
        case "wingdings 2": self = .wingdings2
        default: return nil
        }
    }

    /// The text that the characters show.
    func read(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(sign(scalar)) }
        return String(result)
    }

    /// The sign for a character given by its code in the font.
    func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let isPrivate = scalar.value >= 0xF000 && scalar.value <= 0xF0FF
        let code = isPrivate ? scalar.value - 0xF000 : scalar.value
        let known: Unicode.Scalar? =
            switch self {
            case .symbol: Self.symbolSigns[code]
            case .wingdings: Self.wingdingsSigns[code]
            case .wingdings2: Self.wingdings2Signs[code]
            }
        if let known { return known }
        if isPrivate, code >= 0x20, code < 0x7F, self == .symbol { return Unicode.Scalar(UInt8(code)) }
        return scalar
    }

    /// Adobe's Symbol encoding: Greek letters and the commonest signs.
    private static let symbolSigns: [UInt32: Unicode.Scalar] = {
        var table: [UInt32: Unicode.Scalar] = [
            0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xAC: "←", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
            0xB8: "÷",
            0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xDE: "⇒", 0xD7: "⋅", 0xE5: "∑", 0x2D: "-",
        ]
        for (offset, letter) in "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ".unicodeScalars.enumerated() {
            table[0x41 + UInt32(offset)] = letter
        }
        for (offset, letter) in "αβχδεφγηιϕκλμνοπθρστυϖωξψζ".unicodeScalars.enumerated() {
            table[0x61 + UInt32(offset)] = letter
        }
        return table
    }()

    private static let wingdingsSigns: [UInt32: Unicode.Scalar] = [
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢",
        0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x2A: "✉", 0x28: "☎", 0x29: "✆",
    ]

    private static let wingdings2Signs: [UInt32: Unicode.Scalar] = [
        0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x4F: "✗", 0x97: "●",
    ]
}
