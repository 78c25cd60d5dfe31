import Vietnamese

/// The names of types of documents and their abbreviations in symbols (`Data/document-types.tsv`).
enum DocumentTypes {
    /// One type by its name.
    struct Entry: Sendable {
        let name: String
        /// The folded words of the name.
        let words: [String]
        let abbreviations: [String]
        let type: DocumentType
    }

    /// Longer names before the shorter ones that they begin with.
    static let all: [Entry] = String(decoding: PackageResources.document_types_tsv, as: UTF8.self)
        .split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let row = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard row.count >= 3, let type = DocumentType(rawValue: row[2]) else { return nil }
            return Entry(
                name: row[0], words: row[0].folded.split(separator: " ").map(String.init),
                abbreviations: row[1].split(separator: ";").map(String.init), type: type)
        }.sorted { $0.words.count > $1.words.count }

    private static let byFirstWord = Dictionary(grouping: all) { $0.words[0] }
    private static let byLastWord = Dictionary(grouping: all) { $0.words[$0.words.count - 1] }
    private static let byAbbreviation: [String: Entry] = {
        var table: [String: Entry] = [:]
        for entry in all {
            for short in entry.abbreviations where table[short.folded] == nil { table[short.folded] = entry }
        }
        return table
    }()

    /// The type whose name begins at token `index`.
    static func named(_ list: [Tokens.Token], at index: Int) -> Entry? {
        guard index < list.count else { return nil }
        return byFirstWord[list[index].folded]?.first { entry in
            index + entry.words.count <= list.count
                && entry.words.indices.allSatisfy { list[index + $0].folded == entry.words[$0] }
        }
    }

    /// The type whose name ends before token `index`.
    static func named(_ list: [Tokens.Token], endingBefore index: Int) -> Entry? {
        guard index > 0 else { return nil }
        return byLastWord[list[index - 1].folded]?.first { entry in
            let start = index - entry.words.count
            return start >= 0 && entry.words.indices.allSatisfy { list[start + $0].folded == entry.words[$0] }
        }
    }

    /// The type that the first part of a symbol stands for: plan for `KH-UBND`, `nil` for `SCT-CN`.
    static func abbreviated(_ symbol: String) -> Entry? {
        let first = symbol.prefix { $0 != "-" && $0 != "/" && !$0.isNumber }
        return byAbbreviation[String(first).folded]
    }

    /// The kind of document that a symbol tells. A symbol that does not begin with a type is an official letter's
    /// (Decree 30/2020/NĐ-CP, Annex I: `05/BNV-VP`); Quốc hội's laws and resolutions both have only its term.
    static func type(ofSymbol symbol: String) -> DocumentType {
        if let entry = abbreviated(symbol) { return entry.type }
        let folded = symbol.folded
        return folded.hasPrefix("qh") || folded.hasPrefix("ubtvqh") ? .other : .officialLetter
    }
}
