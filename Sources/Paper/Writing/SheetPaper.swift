import CXlsxWriter
import Glibc

/// Writes a paper as an Excel workbook of one sheet: its ruled table stands in cells of their own, what stands above and below it goes
/// across them; landscape, the head of the table on every page.
package enum SheetPaper {
    /// - Parameters:
    ///   - path: Of the file.
    ///   - name: Of the sheet.
    /// - Throws: ``SheetFailure``.
    package static func write(_ parts: [PrintedPart], to path: String, sheet name: String) throws {
        guard let book = workbook_new(path) else { throw SheetFailure(reason: "no memory") }
        guard let sheet = workbook_add_worksheet(book, SheetName.allowed(name)) else {
            lxw_workbook_free(book)
            throw SheetFailure(reason: "\(path): \(String(cString: strerror(errno)))")
        }
        var writer = Writer(book, sheet, widths: widths(of: parts))
        do {
            for part in parts { try writer.write(part) }
        } catch {
            workbook_close(book)
            unlink(path)
            throw error
        }
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else {
            unlink(path)
            throw SheetFailure(error)
        }
    }

    /// Of the first ruled table: its columns are those of the sheet.
    private static func widths(of parts: [PrintedPart]) -> [Int] {
        for case .table(let table) in parts where table.isRuled { return table.widths }
        return [80]
    }

    private struct Writer {
        private let book: UnsafeMutablePointer<lxw_workbook>
        private let sheet: UnsafeMutablePointer<lxw_worksheet>
        private let widths: [Int]
        private var row = 0
        private var looks: [Look: UnsafeMutablePointer<lxw_format>?] = [:]

        /// How a cell looks.
        private struct Look: Hashable {
            let alignment: PrintedParagraph.Alignment
            let isBold: Bool
            let isItalic: Bool
            let size: Double
            let isRuled: Bool
            let isInMiddle: Bool
        }

        init(
            _ book: UnsafeMutablePointer<lxw_workbook>, _ sheet: UnsafeMutablePointer<lxw_worksheet>, widths: [Int]
        ) {
            self.book = book
            self.sheet = sheet
            self.widths = widths
            for (column, width) in widths.enumerated() {
                worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
            }
            worksheet_set_landscape(sheet)
            worksheet_set_paper(sheet, 9)  // A4
            worksheet_fit_to_pages(sheet, 1, 0)
            worksheet_set_margins(sheet, 0.6, 0.6, 0.8, 0.6)
            worksheet_set_header(sheet, "&C&P")
            worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        }

        mutating func write(_ part: PrintedPart) throws {
            switch part {
            case .paragraph(let paragraph):
                if paragraph.text.isEmpty { return }
                try write(
                    PrintedTable.Cell([paragraph], columns: widths.count), column: 0, isRuled: false, isInMiddle: false)
                setHeight([(PrintedTable.Cell([paragraph]), 0..<widths.count)])
                row += 1
            case .table(let table) where table.isRuled: try writeRuled(table)
            case .table(let table): try writeAcross(table)
            }
        }

        /// Its columns are those of the sheet.
        private mutating func writeRuled(_ table: PrintedTable) throws {
            if table.headRows > 0 {
                worksheet_repeat_rows(sheet, lxw_row_t(row), lxw_row_t(row + table.headRows - 1))
            }
            /// Until which row a cell above goes over a column.
            var taken: [Int: (until: Int, columns: Int)] = [:]
            for (index, cells) in table.rows.enumerated() {
                var (column, places): (Int, [(PrintedTable.Cell, Range<Int>)]) = (0, [])
                for cell in cells {
                    while let above = taken[column], above.until > row { column += above.columns }
                    if cell.rows > 1 { taken[column] = (row + cell.rows, cell.columns) }
                    try write(cell, column: column, isRuled: true, isInMiddle: index < table.headRows)
                    if cell.rows == 1 { places.append((cell, column..<min(column + cell.columns, widths.count))) }
                    column += cell.columns
                }
                setHeight(places)
                row += 1
            }
        }

        /// Its cells go over about as much of the sheet as of a page.
        private mutating func writeAcross(_ table: PrintedTable) throws {
            let (own, whole) = (max(1, table.widths.reduce(0, +)), widths.reduce(0, +))
            for cells in table.rows {
                var (column, place) = (0, 0)
                for (index, cell) in cells.enumerated() {
                    place += table.widths[index]
                    var end = column + 1
                    while end < widths.count,
                        index == cells.count - 1 || widths[..<end].reduce(0, +) * own < place * whole
                    {
                        end += 1
                    }
                    guard end > column, column < widths.count else { break }
                    try write(
                        PrintedTable.Cell(cell.paragraphs, columns: end - column), column: column, isRuled: false,
                        isInMiddle: false)
                    column = end
                }
                let lines = cells.map { $0.paragraphs.filter { $0.rule == nil }.count }.max() ?? 1
                worksheet_set_row(sheet, lxw_row_t(row), Double(lines) * 18, nil)
                row += 1
            }
        }

        private mutating func write(
            _ cell: PrintedTable.Cell, column: Int, isRuled: Bool, isInMiddle: Bool
        ) throws {
            let paragraphs = cell.paragraphs.filter { $0.rule == nil }
            let first = paragraphs.first { !$0.text.isEmpty } ?? PrintedParagraph("")
            let format = format(
                Look(
                    alignment: first.alignment, isBold: first.isBold, isItalic: first.isItalic, size: first.size,
                    isRuled: isRuled, isInMiddle: isInMiddle))
            let text = paragraphs.map(\.text).joined(separator: "\n")
            let (top, left) = (lxw_row_t(row), lxw_col_t(column))
            var error = LXW_NO_ERROR
            if cell.columns > 1 || cell.rows > 1 {
                error = worksheet_merge_range(
                    sheet, top, left, lxw_row_t(row + cell.rows - 1), lxw_col_t(column + cell.columns - 1), text, format
                )
            } else if let number = Self.number(text) {
                error = worksheet_write_number(sheet, top, left, number, format)
            } else {
                error = worksheet_write_string(sheet, top, left, text, format)
            }
            guard error == LXW_NO_ERROR else { throw SheetFailure(error) }
        }

        /// Digits that are nothing but a number: a sheet can count with them.
        private static func number(_ text: String) -> Double? {
            guard (1...9).contains(text.utf8.count), text == "0" || text.utf8.first != UInt8(ascii: "0"),
                text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return nil }
            return Double(text)
        }

        /// As high as the highest of its cells: not every program makes rows higher by itself.
        private func setHeight(_ cells: [(cell: PrintedTable.Cell, columns: Range<Int>)]) {
            let heights = cells.map { cell, columns in
                let room = max(1, widths[columns].reduce(0, +))
                return cell.paragraphs.map { paragraph in
                    let lines = paragraph.text.split(separator: "\n", omittingEmptySubsequences: false)
                        .map { max(1, ($0.count * Int(paragraph.size) + room * 11 - 1) / (room * 11)) }.reduce(0, +)
                    return Double(lines) * paragraph.size * 1.3 + paragraph.above
                }.reduce(0, +)
            }
            worksheet_set_row(sheet, lxw_row_t(row), heights.max() ?? 15, nil)
        }

        private mutating func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
            if let known = looks[look] { return known }
            let format = workbook_add_format(book)
            format_set_font_name(format, "Times New Roman")
            format_set_font_size(format, look.size)
            format_set_text_wrap(format)
            if look.isBold { format_set_bold(format) }
            if look.isItalic { format_set_italic(format) }
            if look.isRuled { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
            let alignment =
                switch look.alignment {
                case .left: LXW_ALIGN_LEFT
                case .center: LXW_ALIGN_CENTER
                case .right: LXW_ALIGN_RIGHT
                case .justified: LXW_ALIGN_JUSTIFY
                }
            format_set_align(format, UInt8(alignment.rawValue))
            let upright = look.isInMiddle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP
            format_set_align(format, UInt8(upright.rawValue))
            looks[look] = format
            return format
        }
    }
}
