import Paper

extension DocumentUnderReview {
    /// One finding for all rows of task tables that lack something which other rows of the same table have.
    func incompleteRows(_ has: (Assignment) -> Bool) -> [FindingRule.Hit] {
        let tables = transcript.blocks.compactMap { block -> Int? in
            guard case .table(let table) = block else { return nil }
            return table.place.line
        }
        var rows: [Int: [Assignment]] = [:]
        for assignment in document.assignments where assignment.part == .annex {
            rows[tables.last { $0 <= assignment.place.line } ?? 0, default: []].append(assignment)
        }
        let lacking = rows.sorted { $0.key < $1.key }.flatMap { _, rows in
            rows.contains(where: has) ? rows.filter { !has($0) } : []
        }
        guard let first = lacking.first else { return [] }
        return [.init(nil, ["count": "\(lacking.count)", "text": first.text.excerpt], at: lacking.map(\.place))]
    }
}
