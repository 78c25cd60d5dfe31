import Paper
import Vietnamese

extension FindingRule {
    /// Tiêu ngữ: its three phrases with a capital each, parted by space, hyphen, space (II.1; S2).
    static let motto = FindingRule("motto", .error, source: .decree30Form, needsExactText: true) { review in
        guard let line = review.parts.motto else { return [] }
        let tokens = Tokens(line.text)
        guard let start = tokens.start(of: "doc", "lap") else { return [] }
        // Six words; a misspelt last one is just what is looked for.
        let words = tokens.list.indices[start...].filter { tokens.list[$0].kind == .word }
        guard words.count == 6, let end = words.last else { return [] }
        let folded = words.map { tokens.list[$0].folded }
        guard folded.starts(with: ["doc", "lap", "tu", "do"]) else { return [] }
        let found = String(tokens[start..<end + 1]).singleSpaced
        if found == "Độc lập - Tự do - Hạnh phúc" { return [] }
        let values = ["text": found]
        guard words.map({ String(tokens[$0..<$0 + 1]) }) == ["Độc", "lập", "Tự", "do", "Hạnh", "phúc"] else {
            return [Hit("words", values, at: [line.place])]
        }
        if found.unicodeScalars.contains(where: { $0 == "–" || $0 == "—" }) {
            return [Hit("dash", values, at: [line.place], severity: .note)]
        }
        return [Hit(nil, values, at: [line.place], severity: .warning)]
    }
}
