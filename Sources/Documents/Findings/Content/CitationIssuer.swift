import Paper

extension FindingRule {
    /// A number whose symbol names one central body is said to be of another: 76/2010/QĐ-TTg "của Chính phủ". Where the
    /// document says both, ``citationConflict`` speaks.
    static let citationIssuer = FindingRule("citation-issuer", .warning, needsExactText: true) { review in
        review.document.citations.compactMap { citation in
            guard let right = citation.number.centralIssuer else { return nil }
            let wrong = citation.mentions.filter { mention in
                guard let issuer = mention.issuer?.agencyKey, let body = CentralBody(issuer) else { return false }
                return body != right
            }
            let hasRight = citation.mentions.contains { $0.issuer.flatMap { CentralBody($0.agencyKey) } == right }
            guard let first = wrong.first, !hasRight else { return nil }
            let values = ["number": citation.number, "issuer": first.issuer ?? "", "right": right.rawValue]
            return Hit(nil, values, at: wrong.map(\.place))
        }
    }
}

/// Bodies that the symbols of central documents name, as written in full.
private enum CentralBody: String, CaseIterable {
    case primeMinister = "Thủ tướng Chính phủ"
    case government = "Chính phủ"
    case assembly = "Quốc hội"
    case standingCommittee = "Ủy ban Thường vụ Quốc hội"
    case president = "Chủ tịch nước"

    init?(_ agencyKey: String) {
        let keys: [(String, CentralBody)] = [
            ("thu tuong", .primeMinister), ("chinh phu", .government), ("quoc hoi", .assembly),
            ("uy ban thuong vu quoc hoi", .standingCommittee), ("chu tich nuoc", .president),
        ]
        guard let body = keys.first(where: { agencyKey.hasPrefix($0.0) })?.1 else { return nil }
        self = body
    }
}

extension String {
    /// The body that the end of a number names: "QĐ-TTg", "NĐ-CP", "70/2020/QH14".
    fileprivate var centralIssuer: CentralBody? {
        guard let symbol = split(whereSeparator: { $0 == "/" || $0 == "-" }).last else { return nil }
        switch symbol {
        case "TTg": return .primeMinister
        case "CP": return .government
        case "CTN": return .president
        default:
            if symbol.hasPrefix("UBTVQH") { return .standingCommittee }
            return symbol.hasPrefix("QH") && symbol.dropFirst(2).allSatisfy(\.isNumber) ? .assembly : nil
        }
    }
}
