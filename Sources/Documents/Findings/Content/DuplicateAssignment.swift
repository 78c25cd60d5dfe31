import Paper
import Vietnamese

extension FindingRule {
    /// The same duty twice in the same part of a document. The same words under two different bodies are two duties; in a
    /// task table they are worth a note all the same.
    static let duplicateAssignment = FindingRule("duplicate-assignment", .warning) { review in
        struct Key: Hashable {
            let part: Assignment.Part
            let text: String
        }
        var order: [Key] = []
        var seen: [Key: [Assignment]] = [:]
        for assignment in review.document.assignments {
            let key = Key(part: assignment.part, text: assignment.text.foldedWords)
            // "Báo cáo kết quả." may well stand in every group.
            guard key.text.utf8.count >= 30 else { continue }
            if seen[key] == nil { order.append(key) }
            seen[key, default: []].append(assignment)
        }
        return order.flatMap { key -> [Hit] in
            guard let same = seen[key], same.count > 1 else { return [] }
            let leads = same.map { $0.lead.map(\.foldedWords).sorted() }
            let excerpt = ["text": same[0].text.excerpt]
            if Set(leads).count == 1 { return [Hit(nil, excerpt, at: same.map(\.place))] }
            guard key.part == .annex, key.text.utf8.count >= 60 else { return [] }
            return [Hit("leads", excerpt, at: same.map(\.place), severity: .note)]
        }
    }
}
