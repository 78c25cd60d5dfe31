import Terminal

extension DocumentPage {
    /// Rows of task tables, as a table.
    mutating func addAnnexAssignments() {
        let assignments = document.assignments.filter { $0.part == .annex }
        guard !assignments.isEmpty else { return }
        heading("page.annex", count: assignments.count)
        var table = TextTable([
            .init(word("column.order"), least: 2, isNumber: true), .init(word("column.task"), least: 20),
            .init(word("column.lead"), least: 12), .init(word("column.coordinate"), least: 12),
            .init(word("column.deliverable"), least: 10), .init(word("column.deadline"), least: 12),
        ])
        var group: String?
        for (index, assignment) in assignments.enumerated() {
            if let heading = assignment.group, heading != group { table.lines.append(.heading(heading)) }
            group = assignment.group
            table.lines.append(
                .row([
                    String(index + 1), assignment.text, assignment.lead.joined(separator: "\n"),
                    assignment.coordinate.joined(separator: "\n"), assignment.deliverable ?? "",
                    text(of: assignment.deadline),
                ]))
        }
        page.table(table)
    }

    /// Duties in the text, under the heading of their agency.
    mutating func addBodyAssignments() {
        let assignments = document.assignments.filter { $0.part == .body }
        guard !assignments.isEmpty else { return }
        heading("page.body", count: assignments.count)
        var shown: String?
        for assignment in assignments {
            let leads = assignment.lead.joined(separator: "; ")
            let group = assignment.group ?? leads
            if group != shown { page.paragraph(group, emphasis: .cyan) }
            shown = group
            page.paragraph(assignment.text, indent: 4, mark: "  -")
            let details = [
                group.contains(leads) ? nil : (word("column.lead"), leads),
                (word("column.coordinate"), assignment.coordinate.joined(separator: "; ")),
                (word("column.deliverable"), assignment.deliverable ?? ""),
                (word("column.deadline"), text(of: assignment.deadline)),
            ].compactMap { $0 }.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
            if !details.isEmpty { page.paragraph(details.joined(separator: " · "), indent: 4, emphasis: .faint) }
        }
    }

    mutating func addReporting() {
        guard !document.reporting.isEmpty else { return }
        heading("page.reporting", count: document.reporting.count)
        for duty in document.reporting {
            let to = [duty.to, duty.via.map { word("page.via", ["body": $0]) }].compactMap { $0 }.joined(separator: " ")
            let line = [duty.who.joined(separator: "; "), to].filter { !$0.isEmpty }.joined(separator: " → ")
            let deadline = text(of: duty.deadline)
            page.paragraph(deadline.isEmpty ? line : "\(line): \(deadline)", indent: 4, mark: "  -")
        }
    }
}
