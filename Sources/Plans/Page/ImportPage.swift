import Documents
import Office
import Terminal
package import Wording
import WorkCalendar

/// The task table of a plan that was imported, for a terminal: what was read, who is meant by which name, what needs a look.
package struct ImportPage {
    private let report: ImportReport
    private let words: (Message) -> String
    private var page: TerminalPage

    /// - Parameters:
    ///   - words: Gives messages of every room their words.
    ///   - width: Columns of the terminal.
    package static func text(
        _ report: ImportReport, words: @escaping (Message) -> String, width: Int, isColourful: Bool
    ) -> String {
        var page = ImportPage(
            report: report, words: words, page: TerminalPage(width: width, isColourful: isColourful))
        page.addHead()
        page.addTable(.annex)
        page.addTable(.body)
        page.addTable(.reporting)
        page.addBodies()
        page.addFindings()
        return page.page.text
    }

    private func word(_ key: String, _ values: [String: String] = [:]) -> String {
        words(Message("imported.\(key)", values))
    }

    private mutating func addHead() {
        let document = report.document
        let type = words(Message("type.\(document.type.rawValue)"))
        let name = [type, document.number ?? document.symbol, document.day?.vietnamese].compactMap(\.self)
        page.fields([
            (word("document"), name.joined(separator: " ")),
            ("", document.title),
            (word("issuer"), document.issuer),
            (word("status"), word(report.recognition?.rawValue ?? "new")),
        ])
        guard let plan = report.plan else {
            page.blank()
            page.paragraph(word("nothing"))
            return
        }
        let period = [plan.from, plan.until].compactMap { $0.map { String($0.year) } }.joined(separator: " - ")
        let parts = [
            "annex": report.count(.annex), "body": report.count(.body), "reporting": report.count(.reporting),
        ].mapValues(String.init)
        page.fields([
            (word("period"), period), (word("count"), word("count.value", parts)), (word("occurrences"), occurrences),
        ])
    }

    private var occurrences: String {
        let drafts = report.assignments.count { $0.state == .draft }
        if drafts > 0 { return word("waiting", ["count": String(drafts)]) }
        return word("undated", ["count": String(report.occurrences), "undated": String(report.undated)])
    }

    private mutating func addTable(_ part: PlanAssignment.Part) {
        let rows = report.assignments.filter { $0.assignment.part == part }
        guard !rows.isEmpty else { return }
        page.heading(word(part.rawValue, ["count": String(rows.count)]))
        var table = TextTable([
            .init(word("order"), least: 2, isNumber: true), .init(word("task"), least: 20),
            .init(word("lead"), least: 14), .init(word("coordinate"), least: 12), .init(word("deliverable"), least: 10),
            .init(word("deadline"), least: 12),
        ])
        let repeated = Set(
            report.findings.filter { $0.rule == "duplicate-assignment" }.flatMap { $0.at.dropFirst() })
        var group: String?
        for row in rows {
            let assignment = row.assignment
            if let heading = assignment.group, heading != group { table.lines.append(.heading(heading)) }
            group = assignment.group
            let mark = repeated.contains(assignment.quote.place) ? " [\(word("repeated"))]" : ""
            table.lines.append(
                .row([
                    String(assignment.position), assignment.text + mark, names(row.leads), names(row.coordinators),
                    assignment.deliverable ?? "", deadline(assignment.deadline),
                ]))
        }
        page.table(table)
    }

    private func names(_ bodies: [AssignmentBody]) -> String { bodies.map(name).joined(separator: "\n") }

    /// The words, and whom they mean where that is not what they say.
    private func name(_ body: AssignmentBody) -> String {
        switch body.outcome {
        case .units:
            let units = body.units.compactMap { report.names[$0] }.joined(separator: ", ")
            return body.certainty == .exact || units == body.written ? units : "\(body.written) → \(units)"
        case .group:
            return word("group", ["name": body.written, "count": String(report.members[body.groups] ?? 0)])
        case .open: return word("open", ["name": body.written])
        case .unknown: return word("unknown", ["name": body.written])
        }
    }

    private func deadline(_ deadline: Deadline) -> String {
        let due = deadline.due?.vietnamese
        guard let raw = deadline.raw, !raw.isEmpty else { return due ?? "" }
        return due.map { raw.contains($0) ? raw : "\(raw) (\($0))" } ?? raw
    }

    /// The names that a person should look at, each once with the reason.
    private mutating func addBodies() {
        var seen: Set<String> = []
        let doubtful = report.assignments.flatMap(\.bodies).filter {
            ($0.outcome == .unknown || $0.certainty == .predecessor) && seen.insert($0.written).inserted
        }
        guard !doubtful.isEmpty else { return }
        page.heading(word("bodies", ["count": String(doubtful.count)]))
        for body in doubtful { page.paragraph(words(body.reason), indent: 4, mark: "  -") }
    }

    private mutating func addFindings() {
        guard !report.findings.isEmpty else { return }
        page.heading(word("findings", ["count": String(report.findings.count)]))
        for finding in report.findings { page.paragraph(words(finding.message), indent: 4, mark: "  -") }
    }
}
