import Paper

extension FindingRule {
    /// Two groups of one list under the same heading.
    static let repeatedGroupHeading = FindingRule("repeated-group-heading", .warning) { review in
        var hits: [Hit] = []
        for part in [Assignment.Part.body, .annex] {
            var groups: [Group] = []
            for assignment in review.document.assignments where assignment.part == part {
                guard let written = assignment.group, written != groups.last?.written else { continue }
                let group = Group(written, assignment.place)
                // A number that does not rise begins another list.
                if let number = group.number, let last = groups.last?.number, number <= last { groups = [] }
                if let same = groups.first(where: { $0.title == group.title && $0.number != group.number }) {
                    let values = ["title": written.excerpt, "other": same.written.excerpt]
                    hits.append(Hit(nil, values, at: [review.heading(same), review.heading(group)]))
                }
                groups.append(group)
            }
        }
        return hits
    }
}

private struct Group {
    let written: String
    /// Where its first duty stands.
    let place: Place
    let number: Int?
    let title: String

    init(_ written: String, _ place: Place) {
        self.written = written
        self.place = place
        let words = written.foldedWords.split(separator: " ")
        let label = words.first.flatMap { Int($0) }
        number = label
        title = words.dropFirst(label == nil ? 0 : 1).joined(separator: " ")
    }
}

extension DocumentUnderReview {
    /// Where a group's heading stands: on one of the lines above its first duty, else where that duty begins.
    fileprivate func heading(_ group: Group) -> Place {
        let last = min(group.place.line - 1, transcript.lines.count)
        for line in stride(from: last, to: max(0, last - 6), by: -1) {
            let text = transcript.lines[line - 1].foldedWords
            if !text.isEmpty && text.hasPrefix(group.written.foldedWords.prefix(40)) {
                return Place(page: group.place.page, line: line)
            }
        }
        return group.place
    }
}
