import CXlsxWriter
import WorkCalendar

/// Writes a list to an Excel workbook, row by row, with memory for one row: titles, a head that stays in sight and on every
/// printed page, filters, days and numbers that are such. What is text stays text, whatever sign it begins with.
///
///     var sheet = try SheetWriter("/tmp/x.xlsx", name: "Nhiệm vụ", titles: ["Nhiệm vụ quá hạn"], columns: columns)
///     for row in rows { try sheet.write(row) }
///     try sheet.finish()
package struct SheetWriter: ~Copyable {
    /// The most rows of a list beside its head and titles: as many as Excel has, less some.
    package static let mostRows = 1_048_000

    private let book: Workbook
    private let columns: [SheetColumn]
    private let head: Int
    private var row: Int

    /// Begins a workbook.
    /// - Parameters:
    ///   - path: Of the file, which appears when it is finished.
    ///   - name: Of the sheet; what Excel does not allow in it is left out.
    ///   - titles: Lines above the list: what it shows, and when that was so.
    ///   - temporary: A folder for what is written before it is finished.
    /// - Throws: ``SheetFailure``.
    package init(
        _ path: String, name: String, titles: [String] = [], columns: [SheetColumn], temporary: String = "/tmp"
    ) throws {
        let book = try Workbook(path, sheet: SheetName.allowed(name), kinds: columns.map(\.kind), temporary: temporary)
        let head = titles.isEmpty ? 0 : titles.count + 1
        try Self.write(titles, columns, head: head, to: book)
        self.book = book
        self.columns = columns
        self.head = head
        row = head + 1
    }

    /// Writes the next row: its cells, in the order of the columns.
    /// - Throws: ``SheetFailure`` where Excel has no more rows, or the disk no more room.
    package mutating func write(_ cells: ArraySlice<SheetCell>) throws {
        guard row - head <= Self.mostRows else { throw SheetFailure(reason: "too many rows") }
        for index in cells.indices.prefix(columns.count) {
            let column = index - cells.startIndex
            try book.write(cells[index], row: row, column: column, book.formats[column])
        }
        row += 1
    }

    /// As ``write(_:)`` of a part of more cells.
    package mutating func write(_ cells: [SheetCell]) throws { try write(cells[...]) }

    /// Ends the workbook: now the file stands.
    /// - Throws: ``SheetFailure`` where the disk has no room; then there is none.
    package consuming func finish() throws {
        worksheet_autofilter(
            book.sheet, lxw_row_t(head), 0, lxw_row_t(max(row - 1, head)), lxw_col_t(columns.count - 1))
        try book.close()
    }

    private static func write(
        _ titles: [String], _ columns: [SheetColumn], head: Int, to book: borrowing Workbook
    ) throws {
        let sheet = book.sheet
        for (column, shape) in columns.enumerated() {
            let width = Double(shape.width ?? shape.kind.usualWidth)
            worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
        }
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)  // A4
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_footer(sheet, "&C&P/&N")
        worksheet_repeat_rows(sheet, lxw_row_t(head), lxw_row_t(head))
        worksheet_freeze_panes(sheet, lxw_row_t(head + 1), 0)
        let bold = workbook_add_format(book.pointer)
        format_set_bold(bold)
        for (line, title) in titles.enumerated() {
            try book.write(.text(title), row: line, column: 0, line == 0 ? bold : nil)
        }
        let heading = workbook_add_format(book.pointer)
        format_set_bold(heading)
        format_set_text_wrap(heading)
        format_set_bg_color(heading, 0xE7ECF2)
        format_set_border(heading, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        for (column, shape) in columns.enumerated() {
            try book.write(.text(shape.title), row: head, column: column, heading)
        }
    }
}

/// Names of sheets.
enum SheetName {
    /// A name as Excel allows it: 31 units at most, without `[]:*?/\`, no apostrophe at its ends.
    static func allowed(_ name: String) -> String {
        var units = 0
        let kept = name.filter { !"[]:*?/\\".contains($0) }.prefix { character in
            units += character.utf16.count
            return units <= 31
        }
        let trimmed = kept.drop { $0 == "'" || $0.isWhitespace }
        let name = String(trimmed.reversed().drop { $0 == "'" || $0.isWhitespace }.reversed())
        return name.isEmpty ? "1" : name
    }
}

extension SheetColumn.Kind {
    fileprivate var usualWidth: Int {
        switch self {
        case .text: 40
        case .whole, .day: 12
        case .decimal: 14
        }
    }
}
