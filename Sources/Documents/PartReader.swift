import Paper
import Vietnamese
import WorkCalendar

/// Assignments, reporting duties and other tables from the body and the annexes.
struct PartReader {
    let header: DocumentHeader
    let deadlines: DeadlineContext

    func read(_ zones: DocumentZones, into document: inout OfficialDocument) {
        read(zones.body, bases: zones.bases, title: nil, readsProse: true, into: &document)
        for annex in zones.annexes {
            let title = annex.title.map(\.text).joined(separator: " ")
            read(annex.blocks, title: title.isEmpty ? nil : title, readsProse: Self.isPlan(title), into: &document)
        }
    }

    private func read(
        _ blocks: [Block], bases: [Paragraph] = [], title: String?, readsProse: Bool,
        into document: inout OfficialDocument
    ) {
        var paragraphs: [Paragraph] = []
        var last = title
        var rows: [Assignment] = []
        for block in blocks {
            switch block {
            case .paragraph(let paragraph):
                paragraphs.append(paragraph)
                last = PlainTables.isTitle(paragraph) ? paragraph.text : title
            case .table(let table):
                read(table, title: last, &rows, into: &document)
                last = title
            case .footnote: break
            }
        }
        if readsProse {
            let outline = Outline(paragraphs)
            let prose = ProseAssignments.read(outline, bases: bases, header: header, deadlines: deadlines)
            document.assignments += prose
            document.reporting += ReportingReader(header: header, deadlines: deadlines).read(outline, prose)
        }
        document.assignments += rows
    }

    /// Tables inside cells count as tables of their own.
    private func read(_ table: Table, title: String?, _ rows: inout [Assignment], into document: inout OfficialDocument)
    {
        if let tasks = TaskTable(table, deadlines: deadlines) {
            rows += tasks.assignments()
        } else if let plain = PlainTables.read(table, after: title) {
            document.tables.append(plain)
        }
        for nested in table.rows.flatMap(\.cells).flatMap(\.nested) { read(nested, title: nil, &rows, into: &document) }
    }

    /// A plan that a decision issues stands behind its signature as an annex does.
    private static func isPlan(_ title: String) -> Bool {
        let start = String(title.prefix(40)).folded
        return ["ke hoach", "chuong trinh", "de an", "quy che", "phuong an"].contains { start.hasPrefix($0) }
    }
}
