import Foundation
import Markup
import Paper
import WorkCalendar

/// The files that a list can be taken as.
package enum ListingFormat: String, Sendable, CaseIterable {
    /// Excel, for people.
    case xlsx
    /// Comma-separated values, for programs.
    case csv

    /// Its type, as browsers are told.
    package var type: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        }
    }
}

/// What came of writing a list into a file.
package struct ListingExtent: Sendable, Hashable {
    /// How many rows it has.
    package let rows: Int
    /// Whether the list has more rows than a file takes.
    package let isCut: Bool
}

extension Listing {
    /// Writes the list into a file, portion by portion; slow work, for a thread that may be blocked.
    /// - Parameters:
    ///   - path: Of an empty file, or where none is.
    ///   - titles: Lines above the rows of a workbook: what it shows, and when.
    ///   - limit: The most rows of a file. Where the list has more, the file says so.
    ///   - portion: How many rows are asked for at once.
    ///   - rows: Gives the rows of a portion, fewer where the list ends.
    /// - Throws: ``SheetFailure``, what the file system refuses, and what `rows` throws; then the file is worth nothing.
    package func write(
        _ format: ListingFormat, to path: String, titles: [String], words: Words, limit: Int = 100_000,
        portion: Int = 2_000, rows: (Portion) throws -> [Row]
    ) throws -> ListingExtent {
        let isCut = try !rows(Portion(offset: limit, limit: 1)).isEmpty
        let notice = isCut ? words("list.cut", ["count": words.number(limit)]) : nil
        func eachRow(_ body: ([SheetCell]) throws -> Void) throws -> Int {
            var count = 0
            while count < limit {
                let asked = min(portion, limit - count)
                let got = try rows(Portion(offset: count, limit: asked))
                for row in got { try body(cells(of: row, words)) }
                count += got.count
                if got.count < asked { break }
            }
            return count
        }
        let count =
            switch format {
            case .xlsx:
                try writeWorkbook(path, titles: titles + (notice.map { [$0] } ?? []), words, eachRow)
            case .csv: try writeValues(path, notice: notice, words, eachRow)
            }
        return ListingExtent(rows: count, isCut: isCut)
    }

    private func writeWorkbook(
        _ path: String, titles: [String], _ words: Words, _ eachRow: (([SheetCell]) throws -> Void) throws -> Int
    ) throws -> Int {
        var sheet = try SheetWriter(
            path, name: words(outline.title), titles: titles, columns: sheetColumns(words),
            temporary: URL(filePath: path).deletingLastPathComponent().path())
        let count = try eachRow { try sheet.write($0) }
        try sheet.finish()
        return count
    }

    private func writeValues(
        _ path: String, notice: String?, _ words: Words, _ eachRow: (([SheetCell]) throws -> Void) throws -> Int
    ) throws -> Int {
        let isMade = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade else { throw FileOnce.Missing() }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? file.close() }
        var csv = CSVWriter(sheetColumns(words))
        let count = try eachRow { row in
            csv.write(row)
            if csv.count > 1 << 16 { try file.write(contentsOf: csv.take()) }
        }
        // Nobody should take a part for the whole.
        if let notice { csv.write([.text(notice)]) }
        try file.write(contentsOf: csv.take())
        return count
    }

    private func sheetColumns(_ words: Words) -> [SheetColumn] {
        outline.columns.filter(\.isInFiles).map { column in
            SheetColumn(words(column.title), column.kind.inSheets, width: column.width)
        }
    }

    private func cells(of row: Row, _ words: Words) -> [SheetCell] {
        columns.filter(\.outline.isInFiles).map { column in
            switch column.value(row) {
            case .absent: .empty
            case .text(let text):
                if case .choice(let choices) = column.outline.kind {
                    .text(words(choices.words + text))
                } else {
                    .text(text)
                }
            case .texts(let texts): texts.isEmpty ? .empty : .text(texts.joined(separator: "\n"))
            case .whole(let number): .whole(number)
            case .decimal(let number): .decimal(number)
            case .truth(let truth): .text(words(truth ? "list.yes" : "list.no"))
            case .day(let day): .day(day)
            case .moment(let moment): .text(words.moment(moment))
            }
        }
    }
}

extension ListingKind {
    fileprivate var inSheets: SheetColumn.Kind {
        switch self {
        case .whole: .whole
        case .decimal: .decimal
        case .day: .day
        case .text, .texts, .truth, .moment, .choice: .text
        }
    }
}
