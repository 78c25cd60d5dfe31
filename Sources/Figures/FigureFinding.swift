package import Registers
package import Storage
import WorkCalendar

/// Finds figures: each is a named question to a register, asked again whenever somebody wants to know.
package struct FigureFinder: Sendable {
    /// All figures that there are.
    package let figures: Figures
    private let rates: ExchangeRates

    /// - Parameter db: Where the rates of exchange are.
    package init(_ figures: Figures, _ db: Transaction) throws {
        self.figures = figures
        rates = try ExchangeRates(db)
    }

    /// The value of a figure.
    package func answer(
        _ declared: Figures.Declared, to question: FigureQuestion, _ db: Transaction
    ) throws -> FigureAnswer {
        if case .share(let top, let bottom) = declared.figure.measure {
            guard let top = figures[top], let bottom = figures[bottom] else {
                return FigureAnswer(amount: nil, rows: 0)
            }
            var open = question
            open.hidesSmall = false
            let (above, below) = (try answer(top, to: open, db), try answer(bottom, to: open, db))
            let suppression = question.hidesSmall ? Suppression(declared.register) : nil
            let share = above.amount.flatMap { above in below.amount.flatMap { above.divided(by: $0) } }
            let isPercentage = declared.figure.unit?.vi == "%"
            return FigureAnswer(
                amount: isPercentage ? share.flatMap { FigureAmount($0.numerator * 100, over: $0.denominator) } : share,
                rows: above.rows
            ).told(by: suppression, of: below)
        }
        return try FigureRows(declared, question, db).answer(at: rates, db).told(
            by: question.hidesSmall ? Suppression(declared.register) : nil)
    }

    /// What each record gives to a figure, the earliest first; of a share, to what is above the line.
    package func contributions(
        to declared: Figures.Declared, _ question: FigureQuestion, limit: Int, _ db: Transaction
    ) throws -> [FigureContribution] {
        try FigureRows(counted(declared), question, db).contributions(at: rates, limit: limit, db)
    }

    /// The figure whose rows are counted.
    private func counted(_ declared: Figures.Declared) -> Figures.Declared {
        guard case .share(let top, _) = declared.figure.measure, let above = figures[top] else { return declared }
        return above
    }

    /// The value for each value of one or two facets of its register, the greatest first: what charts and maps show. What is not
    /// filled in stands in no group.
    package func groups(
        of declared: Figures.Declared, by facets: [RecordQuery.Facet], _ question: FigureQuestion, _ db: Transaction
    ) throws -> [FigureGroup] {
        let found = try RecordBook(declared.register, keys: nil).groups(
            by: facets, FigureRows.query(declared.figure, question), within: question.scope, db)
        // What is hidden of the parts depends on all of them.
        var open = question
        open.hidesSmall = false
        let groups = try found.compactMap { group -> [FieldValue]? in
            let values = group.values.compactMap(\.self)
            return values.count == facets.count ? values : nil
        }.prefix(FigureGroup.most).map { values in
            var narrowed = open
            for (facet, value) in zip(facets, values) { narrowed.facets[facet] = [value] }
            return FigureGroup(values: values, answer: try answer(declared, to: narrowed, db))
        }.sorted { ($0.answer.amount ?? FigureAmount(0)) > ($1.answer.amount ?? FigureAmount(0)) }
        return question.hidesSmall ? groups.told(by: Suppression(declared.register)) : groups
    }
}

/// The value of a figure among the records that share a value.
package struct FigureGroup: Hashable, Sendable {
    /// What they share, facet by facet.
    package let values: [FieldValue]
    /// The value.
    package let answer: FigureAnswer

    /// How many groups are told apart.
    package static let most = 300
}
