import Paper

extension FindingRule {
    /// The same thing stated with two values in one document: new items that bring a total to one and the same number, or
    /// the same words about the same period, place and body.
    static let contradictingFigures = FindingRule("contradicting-figures", .error) { review in
        let paragraphs = review.figures
        let additions = Addition.contradictions(paragraphs)
        let known = Set(additions.flatMap(\.at))
        let text = paragraphs.filter { $0.footnote == nil }
        return additions + SameWords.contradictions(text, review).filter { !known.isSuperset(of: $0.at) }
    }
}

/// New items and the total to which they bring: `ký mới 09 thỏa thuận …, nâng tổng số … lên 56`.
private struct Addition {
    let added: FigureStatement
    let total: FigureStatement

    static func contradictions(_ paragraphs: [FigureParagraph]) -> [FindingRule.Hit] {
        let additions = paragraphs.flatMap(all)
        return additions.indices.compactMap { index in
            let first = additions[index]
            let isSame: (Addition) -> Bool = {
                $0.total.figure.unit == first.total.figure.unit && $0.total.figure.value == first.total.figure.value
            }
            guard !additions[..<index].contains(where: isSame),
                let other = additions[(index + 1)...].first(where: {
                    isSame($0) && $0.added.figure.value != first.added.figure.value
                })
            else { return nil }
            let values = [
                "first": first.added.figure.value.inVietnamese, "second": other.added.figure.value.inVietnamese,
                "unit": first.added.figure.unit ?? "", "total": first.total.figure.value.inVietnamese,
            ]
            return FindingRule.Hit("added", values, at: [first.added.figure.place, other.added.figure.place])
        }
    }

    private static func all(in paragraph: FigureParagraph) -> [Addition] {
        let words = paragraph.words
        return paragraph.statements.indices.dropFirst().compactMap { index in
            let total = paragraph.statements[index]
            let added = paragraph.statements[index - 1]
            let between = added.number.upperBound..<total.number.lowerBound
            guard total.kind == .count, total.figure.unit == added.figure.unit, !words.hasStop(between),
                !total.figure.isApproximate, !added.figure.isApproximate,
                words.isOne(of: FigureContext.arrivals, at: total.number.lowerBound - 1),
                between.contains(where: { words.isOne(of: raised, at: $0) })
            else { return nil }
            return Addition(added: added, total: total)
        }
    }

    private static let raised = WordSet("nâng", also: "nang")
}

/// A figure in the same words elsewhere: same verb, same noun and description, same period and names around it.
private struct SameWords {
    static func contradictions(_ paragraphs: [FigureParagraph], _ review: DocumentUnderReview) -> [FindingRule.Hit] {
        let own = FigureScope.ownWords(of: review.document.header)
        var first: [String: (paragraph: Int, statement: FigureStatement)] = [:]
        var reported: Set<String> = []
        var hits: [FindingRule.Hit] = []
        for (index, paragraph) in paragraphs.enumerated() {
            for statement in paragraph.statements {
                guard let key = key(of: statement, in: paragraph, own: own) else { continue }
                guard let earlier = first[key] else {
                    first[key] = (index, statement)
                    continue
                }
                guard earlier.paragraph != index, earlier.statement.figure.value != statement.figure.value,
                    reported.insert(key).inserted
                else { continue }
                let values = [
                    "first": earlier.statement.figure.value.inVietnamese,
                    "second": statement.figure.value.inVietnamese,
                    "of": statement.text(in: paragraph.words, previous: nil) ?? statement.figure.unit ?? "",
                ]
                hits.append(.init(nil, values, at: [earlier.statement.figure.place, statement.figure.place]))
            }
        }
        return hits
    }

    /// What a statement says it counts, for comparison; `nil` where it says too little.
    private static func key(of statement: FigureStatement, in paragraph: FigureParagraph, own: Set<String>) -> String? {
        let words = paragraph.words
        guard statement.kind == .count, !statement.figure.isApproximate, !statement.thing.isOfPrevious,
            statement.unit.upperBound <= statement.description.upperBound,
            statement.unit.lowerBound >= statement.number.upperBound,
            statement.description.upperBound - statement.unit.upperBound >= 2,
            statement.number.lowerBound > 0, words[statement.number.lowerBound - 1].mark == .none
        else { return nil }
        let verb = words.key(statement.number.lowerBound - 1)
        let thing = statement.description.map(words.key).joined(separator: " ")
        let scope = FigureScope(statement, in: paragraph, own: own)
        return "\(verb)|\(thing)|\(scope.words.sorted().joined(separator: " "))"
    }
}
