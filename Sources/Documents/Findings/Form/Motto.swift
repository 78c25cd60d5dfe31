import Paper
import Vietnamese

extension FindingRule {
    /// Tiêu ngữ: its three phrases with a capital each, parted by space, hyphen, space (II.1; S2).
    static let motto = FindingRule("motto", .error, source: .decree30Form, needsExactText: true) { review in
        guard let line = review.parts.motto else { return [] }
        let tokens = Tokens(line.text)
        guard let start = tokens.start(of: "doc", "lap"),
            let end = tokens.list.lastIndex(where: { $0.folded == "phuc" }), start < end
        else { return [] }
        let folded = tokens.list[start...end].filter { $0.kind == .word }.map(\.folded)
        guard folded == ["doc", "lap", "tu", "do", "hanh", "phuc"] else { return [] }
        let found = String(tokens[start..<end + 1]).singleSpaced
        if found == "Độc lập - Tự do - Hạnh phúc" { return [] }
        let values = ["text": found]
        let words = tokens.list[start...end].filter { $0.kind == .word }.map { String(line.text[utf8: $0.range]) }
        guard words == ["Độc", "lập", "Tự", "do", "Hạnh", "phúc"] else {
            return [Hit("words", values, at: [line.place])]
        }
        if found.unicodeScalars.contains(where: { $0 == "–" || $0 == "—" }) {
            return [Hit("dash", values, at: [line.place], severity: .note)]
        }
        return [Hit(nil, values, at: [line.place], severity: .warning)]
    }
}
