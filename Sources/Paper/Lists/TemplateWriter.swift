import CXlsxWriter
import Glibc

/// A column of a sheet that people fill in.
package struct TemplateColumn: Hashable, Sendable {
    /// What stands above it.
    package let title: String
    /// How its cells look.
    package let kind: SheetColumn.Kind
    /// What can be chosen in its cells; empty where anything can be written.
    package let choices: [String]
    /// Whether a row without it is not taken.
    package let isRequired: Bool

    /// All of its parts.
    package init(_ title: String, _ kind: SheetColumn.Kind = .text, choices: [String] = [], isRequired: Bool = false) {
        self.title = title
        self.kind = kind
        self.choices = choices
        self.isRequired = isRequired
    }
}

/// Writes a workbook that people fill in: a sheet of headings with lists to choose from, and a sheet that explains each column.
package enum TemplateWriter {
    /// For how many rows there are lists and formats.
    private static let rows = 5_000

    /// - Parameters:
    ///   - path: Of the file.
    ///   - name: Of the sheet that is filled in.
    ///   - explanation: Its name, what stands above its columns, and its rows.
    ///   - lists: The name of the sheet, which is hidden, with what can be chosen.
    /// - Throws: ``SheetFailure``.
    package static func write(
        _ path: String, name: String, columns: [TemplateColumn],
        explanation: (name: String, head: [String], rows: [[String]]), lists: String
    ) throws {
        guard let book = workbook_new(path) else { throw SheetFailure(reason: "no memory") }
        var isClosed = false
        defer { if !isClosed { workbook_close(book) } }
        guard let sheet = workbook_add_worksheet(book, SheetName.allowed(name)),
            let second = workbook_add_worksheet(book, SheetName.allowed(explanation.name)),
            let third = workbook_add_worksheet(book, lists)
        else { throw SheetFailure(reason: "no sheet") }
        fill(sheet, book, columns, choicesOn: third, named: lists)
        explain(second, book, explanation.head, explanation.rows)
        worksheet_hide(third)
        isClosed = true
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else { throw SheetFailure(error) }
    }

    private static func heading(
        _ book: UnsafeMutablePointer<lxw_workbook>, colour: UInt32
    ) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(book)
        format_set_bold(format)
        format_set_text_wrap(format)
        format_set_bg_color(format, colour)
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        return format
    }

    private static func fill(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ book: UnsafeMutablePointer<lxw_workbook>,
        _ columns: [TemplateColumn], choicesOn lists: UnsafeMutablePointer<lxw_worksheet>, named name: String
    ) {
        let (usual, required) = (heading(book, colour: 0xE7ECF2), heading(book, colour: 0xFBE3C8))
        for (index, column) in columns.enumerated() {
            let place = lxw_col_t(index)
            let title = column.isRequired ? "\(column.title) *" : column.title
            worksheet_write_string(sheet, 0, place, title, column.isRequired ? required : usual)
            let format = Workbook.format(of: column.kind, book)
            worksheet_set_column(sheet, place, place, Double(max(14, min(title.count + 4, 30))), format)
            guard !column.choices.isEmpty else { continue }
            for (row, choice) in column.choices.enumerated() {
                worksheet_write_string(lists, lxw_row_t(row), place, choice, nil)
            }
            let letters = letters(index)
            let range = "='\(name)'!$\(letters)$1:$\(letters)$\(column.choices.count)"
            // The library wants text that it may change, and copies it.
            let formula = strdup(range)
            defer { free(formula) }
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.value_formula = formula
            worksheet_data_validation_range(sheet, 1, place, lxw_row_t(rows), place, &validation)
        }
        worksheet_freeze_panes(sheet, 1, 0)
    }

    private static func explain(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ book: UnsafeMutablePointer<lxw_workbook>, _ head: [String],
        _ rows: [[String]]
    ) {
        let (format, cell) = (heading(book, colour: 0xE7ECF2), Workbook.format(of: .text, book))
        for (column, text) in head.enumerated() {
            worksheet_write_string(sheet, 0, lxw_col_t(column), text, format)
            let width: Double = column == 0 ? 28 : column == head.count - 1 ? 60 : 36
            worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
        }
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                worksheet_write_string(sheet, lxw_row_t(row + 1), lxw_col_t(column), text, cell)
            }
        }
        worksheet_freeze_panes(sheet, 1, 1)
    }

    /// 0 is "A", 26 is "AA".
    private static func letters(_ column: Int) -> String {
        var (number, letters) = (column + 1, "")
        while number > 0 {
            letters = "\(Unicode.Scalar(UInt8(65 + (number - 1) % 26)))" + letters
            number = (number - 1) / 26
        }
        return letters
    }
}
