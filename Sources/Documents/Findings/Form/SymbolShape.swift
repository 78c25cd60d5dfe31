import Paper
import Vietnamese

extension FindingRule {
    /// Type abbreviation, hyphen, body ("KH-UBND"); an official letter has no abbreviation, and never "CV"
    /// (II.3, Phụ lục III; S4).
    static let symbolShape = FindingRule(
        "symbol-shape", .warning, source: .decree30Form, needsExactText: true
    ) { review in
        let header = review.document.header
        guard let symbol = header.symbol, let line = review.parts.number, !review.parts.isOfParty,
            !symbol.contains("/"), let first = symbol.split(separator: "-").first.map(String.init)
        else { return [] }
        if first == "CV" { return [Hit("letter", ["symbol": symbol], at: [line.place])] }
        guard let expected = header.type.abbreviations, DocumentType.known.contains(first),
            !expected.contains(where: first.hasPrefix)
        else { return [] }
        return [Hit(nil, ["symbol": symbol, "expected": expected[0]], at: [line.place])]
    }
}

extension DocumentType {
    /// What the symbol of such a document begins with (Nghị định 30/2020/NĐ-CP, Phụ lục III); `nil` where the type word
    /// stands for several.
    fileprivate var abbreviations: [String]? {
        switch self {
        case .directive: ["CT"]
        case .decision: ["QĐ"]
        case .resolution: ["NQ"]
        case .plan: ["KH"]
        case .report: ["BC"]
        case .notice: ["TB"]
        case .programme: ["CTr", "CTPH"]
        case .invitation: ["GM"]
        case .minutes: ["BB"]
        case .officialLetter, .regulation, .agreement, .other: nil
        }
    }

    fileprivate static let known: Set<String> = [
        "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ",
        "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB",
    ]
}
