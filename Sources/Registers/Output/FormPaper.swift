import Foundation
import Office
import Paper
import Web

/// A form on paper, part by part, as ``FormView`` shows it: what Word and Excel write.
extension OfficeForm {
    /// Writes it into a file; slow work, for a thread that may be blocked.
    /// - Throws: ``SheetFailure``, and what the file system refuses.
    package func write(_ format: FormFormat, to path: String) throws {
        switch format {
        case .docx:
            let bytes = try WordWriter.write(parts, on: .landscape, title: title)
            try Data(bytes).write(to: URL(filePath: path))
        case .xlsx:
            // A form that is attached comes in again: what stands below its table in a sheet would be read as rows of it.
            let end = parts.firstIndex { if case .table(let table) = $0 { table.isRuled } else { false } }
            let parts = isBook ? parts : Array(parts.prefix((end ?? parts.count) + 1))
            try SheetPaper.write(parts, to: path, sheet: table.layout.names.vi)
        }
    }

    private var parts: [PrintedPart] {
        var parts: [PrintedPart] = []
        func add(_ paragraph: PrintedParagraph) { parts.append(.paragraph(paragraph)) }
        parts.append(.table(PrintedTable(widths: [2, 3], rows: [[agency, state]], isRuled: false)))
        if !isBook { add(centred(FormWords.annex) { ($0.isBold, $0.size, $0.above) = (true, 14, 6) }) }
        add(centred(title) { ($0.isBold, $0.size, $0.above, $0.isKeptWithNext) = (true, 14, isBook ? 6 : 0, true) })
        for line in [attachment].compactMap(\.self) + lines {
            add(centred(line) { ($0.isItalic, $0.isKeptWithNext) = (true, true) })
        }
        add(centred("") { $0.size = 6 })
        parts.append(.table(printed))
        add(PrintedParagraph(count))
        if !table.notes.isEmpty {
            var heading = PrintedParagraph(FormWords.notes)
            (heading.isBold, heading.above, heading.isKeptWithNext) = (true, 6, true)
            add(heading)
            for note in table.notes {
                var paragraph = PrintedParagraph(note)
                (paragraph.alignment, paragraph.above) = (.justified, 2)
                add(paragraph)
            }
        }
        if isBook { parts.append(.table(PrintedTable(widths: [1, 1], rows: [end], isRuled: false))) }
        return parts
    }

    private func centred(_ text: String, _ change: (inout PrintedParagraph) -> Void = { _ in }) -> PrintedParagraph {
        var paragraph = PrintedParagraph(text)
        paragraph.alignment = .center
        change(&paragraph)
        return paragraph
    }

    /// A line under something, as wide as that part of its place.
    private func rule(_ part: Double) -> PrintedParagraph { centred("") { ($0.rule, $0.size) = (part, 4) } }

    private var agency: PrintedTable.Cell {
        let superior = head.superior.map { [centred($0)] } ?? []
        let own = head.lines.map { line in centred(line) { $0.isBold = true } }
        return PrintedTable.Cell(superior + own + [rule(0.25)])
    }

    private var state: PrintedTable.Cell {
        PrintedTable.Cell([
            centred(FormWords.state) { $0.isBold = true },
            centred(FormWords.motto) { ($0.isBold, $0.size) = (true, 14) }, rule(0.44),
        ])
    }

    private var printed: PrintedTable {
        func head(_ text: String) -> PrintedParagraph { centred(text) { ($0.isBold, $0.size) = (true, 11) } }
        func cell(_ text: String, _ column: Layout.Column) -> PrintedTable.Cell {
            // Short things stand in the middle of narrow columns, as in printed forms.
            var paragraph = PrintedParagraph(text)
            (paragraph.size, paragraph.alignment) = (11, column.width <= 12 ? .center : .left)
            return PrintedTable.Cell([paragraph])
        }
        let leaves = table.layout.leaves
        var rows = table.head.map { row in
            row.map { PrintedTable.Cell([head($0.text)], columns: $0.columns, rows: $0.rows) }
        }
        if let numbers = table.numbers {
            rows.append(
                numbers.map { text in
                    PrintedTable.Cell([centred(text) { ($0.isItalic, $0.size) = (true, 10) }])
                })
        }
        let headRows = rows.count
        for row in table.rows {
            switch row {
            case .group(let name):
                var paragraph = PrintedParagraph(name)
                (paragraph.isBold, paragraph.size, paragraph.isKeptWithNext) = (true, 11, true)
                rows.append([PrintedTable.Cell([paragraph], columns: leaves.count)])
            case .record(_, let texts): rows.append(zip(texts, leaves).map(cell))
            }
        }
        if table.rows.isEmpty { rows.append([PrintedTable.Cell([centred(FormWords.nothing)], columns: leaves.count)]) }
        if !totals.isEmpty {
            rows.append(totalCells.map { PrintedTable.Cell([head($0.text)], columns: $0.columns) })
        }
        // The room between a cell and its text is the same in narrow columns.
        return PrintedTable(widths: leaves.map { $0.width + 4 }, rows: rows, headRows: headRows)
    }

    private var end: [PrintedTable.Cell] {
        let left = [
            centred(""), centred(FormWords.keeper) { $0.isBold = true },
            centred(FormWords.signature) { $0.isItalic = true },
        ]
        let right = [
            centred(dateline) { $0.isItalic = true }, centred(FormWords.leader) { $0.isBold = true },
            centred(FormWords.seal) { $0.isItalic = true },
        ]
        return [PrintedTable.Cell(left), PrintedTable.Cell(right)]
    }
}
