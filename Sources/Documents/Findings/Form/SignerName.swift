import Paper
import Vietnamese

extension FindingRule {
    /// No academic title or honour before a signer's name, but in the forces, education, health and science
    /// (II.7.c; e5).
    static let signerName = FindingRule("signer-name", .warning, source: .decree30Signing) { review in
        guard let name = review.document.header.signer?.name else { return [] }
        let titles: Set<String> = [
            "ts", "ths", "gs", "pgs", "bs", "bsck", "tskh", "ks", "kts", "nsnd", "nsut", "ngut", "ngnd", "ttnd", "ttut",
        ]
        let tokens = Tokens(name).list
        let spelled = name.folded
        guard
            tokens.first.map({ titles.contains($0.folded) }) == true
                || ["tien si ", "thac si ", "giao su ", "pho giao su ", "bac si ", "ky su "].contains(
                    where: spelled.hasPrefix)
        else { return [] }
        let issuer =
            " \([review.document.header.issuer, review.document.header.parentIssuer].compactMap { $0 }.joined(separator: " ").folded) "
        let excepted = [
            " quan su ", " quoc phong ", " bien phong ", " bo doi ", " y te ", " benh vien ", " giao duc ", " truong ",
            " dai hoc ", " hoc vien ", " khoa hoc ", " vien ", " kiem soat benh tat ", " su doan ", " quan khu ",
        ]
        if excepted.contains(where: issuer.contains) { return [] }
        let line = review.parts.lines.last { $0.text.hasSuffix(name) } ?? review.parts.recipientsHeading
        return [Hit(nil, ["name": name], at: line.map { [$0.place] } ?? [])]
    }
}
