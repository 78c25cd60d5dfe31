import CXlsxWriter
import Foundation
import Paper
import Registers
import Storage
import Web
import WorkCalendar

/// The same cells, which stand in memory, written by libxlsxwriter and nothing else.
enum BareExport {
    private enum Cell {
        case empty
        case number(Double)
        case text(UnsafePointer<CChar>)
    }

    static func run(database: String, to path: String, rows count: Int) async throws {
        let export = try await OurExport(database: database)
        let (cells, width) = try await export.store.read { db -> ([SheetCell], Int) in
            var cells: [SheetCell] = []
            let all = export.rows.all(db)
            while true {
                let rows = try all.next(2_000)
                for row in rows { export.listing.append(row, to: &cells, export.words) }
                if rows.count < 2_000 { break }
            }
            return (cells, export.listing.outline.columns.filter(\.isInFiles).count)
        }
        guard cells.count == count * width, width == 12 else {
            throw ExportBenchmark.Failed(line: "\(cells.count) cells, \(width) columns")
        }
        let bare = cells.map(Self.bare)
        let dates = Set(cells[..<width].enumerated().filter { if case .day = $1 { true } else { false } }.map(\.offset))
        let run = try await Run(writing: path) { try write(bare, width: width, dates: dates, to: path) }
        print(run.text)
    }

    private static func bare(_ cell: SheetCell) -> Cell {
        switch cell {
        case .empty: .empty
        case .text(let text): strdup(text).map { .text(UnsafePointer($0)) } ?? .empty
        case .whole(let number): .number(Double(number))
        case .decimal(let number): .number(number)
        // As Excel counts days.
        case .day(let day): .number(Double(day.number + 25_569))
        }
    }

    private static func write(_ cells: [Cell], width: Int, dates: Set<Int>, to path: String) throws {
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
        guard let book = workbook_new_opt(path, &options), let sheet = workbook_add_worksheet(book, "Đoàn vào") else {
            throw ExportBenchmark.Failed(line: path)
        }
        let formats = (0..<width).map { column in
            let format = workbook_add_format(book)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            if dates.contains(column) {
                format_set_num_format(format, "dd/mm/yyyy")
            } else {
                format_set_text_wrap(format)
            }
            return format
        }
        var (row, column): (lxw_row_t, Int) = (0, 0)
        for cell in cells {
            switch cell {
            case .empty: worksheet_write_blank(sheet, row, lxw_col_t(column), formats[column])
            case .number(let number): worksheet_write_number(sheet, row, lxw_col_t(column), number, formats[column])
            case .text(let text): worksheet_write_string(sheet, row, lxw_col_t(column), text, formats[column])
            }
            column += 1
            if column == width { (row, column) = (row + 1, 0) }
        }
        guard workbook_close(book) == LXW_NO_ERROR else { throw ExportBenchmark.Failed(line: path) }
    }
}
