import Paper
import Vietnamese

extension FindingRule {
    /// Quốc hiệu in its exact words and in capitals; HÒA and HOÀ are both in the decree (II.1; S1).
    static let nationalTitle = FindingRule(
        "national-title", .error, source: .decree30Form, needsExactText: true
    ) { review in
        guard let line = review.parts.nationalTitle else { return [] }
        let tokens = Tokens(line.text)
        let words = ["cong", "hoa", "xa", "hoi", "chu", "nghia", "viet", "nam"]
        guard let start = tokens.start(of: "cong", "hoa") else { return [] }
        let length = zip(tokens.list[start...], words).prefix { $0.folded == $1 }.count
        let found = String(tokens[start..<start + length])
        if length < words.count {
            // The title may be broken over two lines.
            if length >= 6 && review.parts.line(after: line)?.opening == "nam" { return [] }
            return [Hit("cut", ["text": line.text.excerpt], at: [line.place])]
        }
        let exact = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
        if exact.contains(found.singleSpaced) { return [] }
        return [Hit(nil, ["text": found], at: [line.place])]
    }
}
