import Vietnamese

extension Block {
    /// A paragraph that only counts pages: digits with dashes around.
    var isPageNumber: Bool {
        guard case .paragraph(let paragraph) = self else { return false }
        return paragraph.text.utf8.allSatisfy { $0 < 0x41 && $0 != 0x2A }
    }

    /// Whether it is a mark of secrecy (Law on the protection of state secrets of 2018, article 8), in capitals and alone.
    var isSecrecyMark: Bool {
        texts.contains { text in
            let mark = text.folded.filter { $0.isLetter || $0 == " " }
            return ["mat", "toi mat", "tuyet mat"].contains(mark) && text == text.uppercased()
        }
    }

    /// Whether the state's motto, or the Party's, stands in it.
    var isLetterhead: Bool {
        texts.map(\.folded).contains { $0.contains("cong hoa xa hoi") || $0.contains("dang cong san viet") }
    }

    private var texts: [String] {
        switch self {
        case .paragraph(let paragraph): [paragraph.text]
        case .table(let table): table.rows.flatMap { $0.cells.map(\.text) }
        case .footnote: []
        }
    }
}
