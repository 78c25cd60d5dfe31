import Paper
import WorkCalendar

extension FindingRule {
    /// Tasks due once whose day was past on the day of the review: one summarising finding.
    static let deadlinePast = FindingRule("deadline-past", .note) { review in
        let past = review.document.assignments.filter { assignment in
            guard assignment.deadline.kind.isOnce, let due = assignment.deadline.due else { return false }
            // What was due before the document itself is another finding.
            return due < review.today && !(review.document.isBefore(due))
        }
        guard let first = past.first, let due = first.deadline.due else { return [] }
        let values = ["count": "\(past.count)", "text": first.text.excerpt, "due": due.written]
        return [Hit(nil, values, at: past.map(\.place))]
    }
}

extension Deadline.Kind {
    /// Whether it falls due one time only.
    var isOnce: Bool {
        switch self {
        case .date, .month, .quarter, .year, .range: true
        case .none, .ongoing, .yearly, .halfYearly, .quarterly, .monthly: false
        }
    }
}

extension Day {
    /// As documents write it: "05/7/2026", "02/02/2026".
    var written: String { "\(day < 10 ? "0" : "")\(day)/\(month < 3 ? "0" : "")\(month)/\(year)" }
}
