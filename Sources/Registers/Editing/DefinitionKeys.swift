import Vietnamese

/// Keys that are proposed for what administrators name in Vietnamese.
enum ProposedKey {
    /// "Số người tham dự" becomes "so-nguoi-tham-du"; another like it gets a number.
    /// - Parameters:
    ///   - taken: Keys that are, or once were, something else.
    ///   - longest: The most letters.
    static func key(for name: String, taken: Set<String>, longest: Int = 30) -> Key {
        var words: [Substring] = []
        var length = 0
        for word in name.folded.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) }) {
            guard length + word.count + 1 <= longest || words.isEmpty else { break }
            words.append(word.prefix(longest))
            length += word.count + 1
        }
        if words.first?.first?.isNumber ?? true { words.insert("muc", at: 0) }
        let base = words.joined(separator: "-")
        let free = taken.contains(base) ? (2...).lazy.map { "\(base)-\($0)" }.first { !taken.contains($0) } : base
        return Key(free ?? base) ?? .unknown
    }
}

extension DefinitionDocument {
    /// Keys of fields that are taken: those that are there, those that every table has, and those that once were.
    func taken(in list: EditedList, former: [DefinitionDocument]) -> Set<String> {
        let own: [String] =
            switch list {
            case .fields: EngineColumn.allCases.map(\.rawValue)
            case .lineFields: LineColumn.allCases.map(\.rawValue)
            case .states: ["state"]
            case .lines, .moves: []
            }
        return Set(([self] + former).flatMap { $0[list].compactMap { $0["key"]?.text } } + own)
    }
}
