import Paper
import WorkCalendar

extension FindingRule {
    /// A task due before the document that gives it was issued.
    static let deadlineBeforeDocument = FindingRule("deadline-before-document", .warning) { review in
        review.document.assignments.compactMap { assignment in
            // The first day of a recurring deadline may well lie before the document.
            guard assignment.deadline.kind.isOnce, let due = assignment.deadline.due, review.document.isBefore(due)
            else { return nil }
            let date = review.document.header.date?.written ?? review.document.header.year.map(String.init) ?? ""
            let values = ["text": assignment.text.excerpt, "due": due.written, "date": date]
            return Hit(nil, values, at: [assignment.place])
        }
    }
}

extension OfficialDocument {
    /// Whether a day lies before the document's own date, or before its year where that is all it tells.
    func isBefore(_ day: Day) -> Bool {
        if let date = header.date { return day < date }
        if let year = header.year { return day.year < year }
        return false
    }
}
