import CXlsxWriter
import Glibc
import Vietnamese
import WorkCalendar

/// A workbook of one sheet while libxlsxwriter writes it: rows go to a temporary file as they come.
struct Workbook: ~Copyable {
    let path: String
    let pointer: UnsafeMutablePointer<lxw_workbook>
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    /// How cells of each column look.
    let formats: [UnsafeMutablePointer<lxw_format>?]
    /// The library keeps the pointer, not the text.
    private let temporary: UnsafeMutablePointer<CChar>
    private var isClosed = false

    /// - Throws: ``SheetFailure``.
    init(_ path: String, sheet name: String, kinds: [SheetColumn.Kind], temporary: String) throws {
        guard let temporary = strdup(temporary) else { throw SheetFailure(reason: "no memory") }
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: temporary, use_zip64: 0)
        guard let pointer = workbook_new_opt(path, &options) else {
            free(temporary)
            throw SheetFailure(reason: "no memory")
        }
        guard let sheet = workbook_add_worksheet(pointer, name) else {
            let reason = "\(path): \(String(cString: strerror(errno)))"
            lxw_workbook_free(pointer)
            free(temporary)
            throw SheetFailure(reason: reason)
        }
        self.path = path
        self.pointer = pointer
        self.sheet = sheet
        self.temporary = temporary
        formats = kinds.map { Self.format(of: $0, pointer) }
    }

    /// What was begun and not closed leaves no file.
    deinit {
        defer { free(temporary) }
        guard !isClosed else { return }
        // Only closing lets go of its temporary files.
        workbook_close(pointer)
        unlink(path)
    }

    /// Puts the file together.
    consuming func close() throws {
        isClosed = true
        let error = workbook_close(pointer)
        guard error == LXW_NO_ERROR else {
            unlink(path)
            throw SheetFailure(error)
        }
    }

    /// Writes a cell; the rows come in order.
    func write(
        _ cell: SheetCell, row: Int, column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws {
        let (row, column) = (lxw_row_t(row), lxw_col_t(column))
        let error =
            switch cell {
            case .empty: worksheet_write_blank(sheet, row, column, format)
            case .text(let text): worksheet_write_string(sheet, row, column, Self.fitting(text), format)
            case .whole(let number):
                // Excel counts in doubles: what they cannot hold is written digit by digit.
                if let value = Double(exactly: number) {
                    worksheet_write_number(sheet, row, column, value, format)
                } else {
                    worksheet_write_string(sheet, row, column, String(number), format)
                }
            case .decimal(let value) where value.isFinite: worksheet_write_number(sheet, row, column, value, format)
            case .decimal: worksheet_write_blank(sheet, row, column, format)
            case .day(let day):
                if let serial = day.excelSerial {
                    worksheet_write_number(sheet, row, column, Double(serial), format)
                } else {
                    worksheet_write_string(sheet, row, column, day.vietnamese, format)
                }
            }
        guard error == LXW_NO_ERROR else { throw SheetFailure(error) }
    }

    /// A cell has 32,767 units of UTF-16 at most.
    private static func fitting(_ text: String) -> String {
        let most = 32_767
        guard text.utf8.count > most, text.utf16.count > most else { return text }
        var units = 0
        let fits = text.prefix { character in
            units += character.utf16.count
            return units < most
        }
        return fits + "…"
    }

    /// How cells of a kind look.
    static func format(
        of kind: SheetColumn.Kind, _ workbook: UnsafeMutablePointer<lxw_workbook>
    ) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(workbook)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        switch kind {
        case .text: format_set_text_wrap(format)
        case .whole: format_set_num_format(format, "#,##0")
        case .decimal: format_set_num_format(format, "#,##0.00")
        case .day: format_set_num_format(format, "dd/mm/yyyy")
        }
        return format
    }
}

/// Why a workbook could not be written.
package struct SheetFailure: Error, CustomStringConvertible {
    /// In words of the library or the system, for the log.
    package let reason: String

    /// ``reason``
    package var description: String { reason }

    init(reason: String) { self.reason = reason }

    init(_ error: lxw_error) { reason = lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)" }
}

extension Day {
    /// Its number in Excel, which takes 1900 for a leap year: nothing before 1 March 1900.
    fileprivate var excelSerial: Int? {
        let serial = number + 25_569
        return serial > 60 ? serial : nil
    }
}
