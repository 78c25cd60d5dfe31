import Vietnamese

extension Block {
    /// A paragraph that only counts pages: digits with dashes around.
    var isPageNumber: Bool {
        guard case .paragraph(let paragraph) = self else { return false }
        return paragraph.text.utf8.allSatisfy { $0 < 0x41 && $0 != 0x2A }
    }

    /// Whether the state's motto, or the Party's, stands in it.
    var isLetterhead: Bool {
        let texts: [String] =
            switch self {
            case .paragraph(let paragraph): [paragraph.text]
            case .table(let table): table.rows.flatMap { $0.cells.map(\.text) }
            case .footnote: []
            }
        return texts.map(\.folded).contains { $0.contains("cong hoa xa hoi") || $0.contains("dang cong san viet") }
    }
}
