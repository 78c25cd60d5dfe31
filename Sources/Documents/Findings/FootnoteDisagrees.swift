import Paper

extension FindingRule {
    /// A footnote that lists the parts of a total again with other values: often text carried over from an earlier report.
    static let footnoteDisagrees = FindingRule("footnote-disagrees", .warning) { review in
        let paragraphs = review.figures
        return paragraphs.indices.flatMap { index -> [Hit] in
            guard paragraphs[index].footnote == nil else { return [] }
            let notes = paragraphs[(index + 1)...].prefix(12).filter { note in
                guard let label = note.footnote else { return false }
                let marks = paragraphs[index].paragraph.notes
                return marks.isEmpty || marks.contains { $0.label == label }
            }
            return PartsList.all(in: paragraphs[index]).flatMap { list in
                notes.compactMap { Relisting(list, $0).hit }
            }
        }
    }
}

/// The parts of a total beside the same parts as a footnote gives them.
private struct Relisting {
    let list: PartsList
    let note: FigureParagraph
    /// Figures of the note that count the same unit.
    let again: [FigureStatement]
    var pairs: [(text: FigureStatement, note: FigureStatement)] = []

    init(_ list: PartsList, _ note: FigureParagraph) {
        self.list = list
        self.note = note
        again = note.statements.filter { $0.figure.unit == list.total.figure.unit }
        var candidates: [(likeness: Int, part: Int, again: Int)] = []
        for part in list.parts.indices {
            for other in again.indices {
                let likeness = Self.sharedLead(list.paragraph, list.parts[part], note, again[other])
                if likeness > 0 { candidates.append((likeness, part, other)) }
            }
        }
        candidates.sort { $0.likeness > $1.likeness }
        var taken: (parts: Set<Int>, again: Set<Int>) = ([], [])
        for candidate in candidates
        where !taken.parts.contains(candidate.part) && !taken.again.contains(candidate.again) {
            taken.parts.insert(candidate.part)
            taken.again.insert(candidate.again)
            pairs.append((list.parts[candidate.part], again[candidate.again]))
        }
        pairs.sort { $0.text.number.lowerBound < $1.text.number.lowerBound }
    }

    var hit: FindingRule.Hit? {
        let differing = pairs.filter { $0.text.figure.value != $0.note.figure.value }
        guard pairs.count >= 2, !differing.isEmpty, let label = note.footnote, let unit = list.total.figure.unit else {
            return nil
        }
        let values = [
            "label": label, "unit": unit, "total": list.total.figure.value.inVietnamese,
            "sum": again.reduce(0) { $0 + $1.figure.value }.inVietnamese,
            "pairs": differing.map { "\($0.text.figure.value.inVietnamese) – \($0.note.figure.value.inVietnamese)" }
                .joined(separator: "; "),
        ]
        let places = differing.flatMap { [$0.text.figure.place, $0.note.figure.place] }
        return FindingRule.Hit(nil, values, at: places.sorted { $0.line < $1.line }.withoutRepeats)
    }

    /// How many words after the noun are the same in both; of a single word also the vowels.
    private static func sharedLead(
        _ a: FigureParagraph, _ first: FigureStatement, _ b: FigureParagraph, _ second: FigureStatement
    ) -> Int {
        var shared = 0
        var (i, j) = (first.unit.upperBound, second.unit.upperBound)
        while i < a.words.count, j < b.words.count, shared < 6, a.words.key(i) == b.words.key(j) {
            shared += 1
            (i, j) = (i + 1, j + 1)
        }
        if shared == 1, a.words.folded(i - 1) != b.words.folded(j - 1) { return 0 }
        return shared
    }
}
