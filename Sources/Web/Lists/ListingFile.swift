import Dispatch
import Foundation
import Markup
package import Paper
import Storage
import Synchronization
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

/// The rows of a list one portion after another, on one unchanging picture of the data.
package struct ListingRows<Row: Sendable> {
    /// Whether there are more rows than that.
    let isLonger: (Int) throws -> Bool
    /// So many at most of those that come next, fewer where the list ends.
    package let next: (Int) throws -> [Row]

    /// - Parameters:
    ///   - isLonger: Whether there are more rows than that.
    ///   - next: So many at most of those that come next, fewer where the list ends.
    package init(isLonger: @escaping (Int) throws -> Bool, next: @escaping (Int) throws -> [Row]) {
        self.isLonger = isLonger
        self.next = next
    }

    /// - Parameter rows: Gives the rows of a portion, fewer where the list ends.
    package init(portions rows: @escaping (Portion) throws -> [Row]) {
        var offset = 0
        self.init(isLonger: { try !rows(Portion(offset: $0, limit: 1)).isEmpty }) { limit in
            let got = try rows(Portion(offset: offset, limit: limit))
            offset += got.count
            return got
        }
    }
}

extension Listing {
    /// Writes the list into a file, portion by portion; slow work, for a thread that may be blocked. Rows are asked for on that thread and
    /// written on another one.
    /// - Parameters:
    ///   - path: Of an empty file, or where none is.
    ///   - titles: Lines above the rows of a workbook: what it shows, and when.
    ///   - limit: The most rows of a file. Where the list has more, the file says so.
    ///   - portion: How many rows are asked for at once.
    /// - Throws: ``SheetFailure``, what the file system refuses, and what `rows` throws; then the file is worth nothing.
    package func write(
        _ format: ListingFormat, to path: String, titles: [String], words: Words, limit: Int = 100_000,
        portion: Int = 2_000, rows: ListingRows<Row>
    ) throws -> ListingExtent {
        let isCut = try rows.isLonger(limit)
        let file = ListingFile(
            format: format, path: path, name: words(outline.title), titles: titles,
            notice: isCut ? words("list.cut", ["count": words.number(limit)]) : nil, columns: sheetColumns(words))
        let belt = Conveyor<[SheetCell]>(3)
        let writer = SideThread { try belt.receive { try file.write($0) } }
        var count = 0
        do {
            try belt.send { give in
                while count < limit {
                    let asked = min(portion, limit - count)
                    let got = try rows.next(asked)
                    var cells: [SheetCell] = []
                    cells.reserveCapacity(got.count * columns.count)
                    for row in got { append(row, to: &cells, words) }
                    try give(cells)
                    count += got.count
                    if got.count < asked { break }
                }
            }
        } catch {
            // It ends the writer's work too, which then throws the same; or else the writer has a reason of its own.
            belt.end(.failure(error))
        }
        try writer.wait()
        return ListingExtent(rows: count, isCut: isCut)
    }

    /// Appends the cells that stand of a row in files.
    package func append(_ row: Row, to cells: inout [SheetCell], _ words: Words) {
        for column in columns where column.outline.isInFiles { cells.append(column.cell(row, words)) }
    }

    private func sheetColumns(_ words: Words) -> [SheetColumn] {
        outline.columns.filter(\.isInFiles).map { column in
            SheetColumn(words(column.title), column.kind.inSheets, width: column.width)
        }
    }
}

extension ListingColumn {
    /// What stands of a row in its cell of a file.
    fileprivate func cell(_ row: Row, _ words: Words) -> SheetCell {
        switch value(row) {
        case .absent: .empty
        case .text(let text):
            if case .choice(let choices) = outline.kind { .text(words(choices.words + text)) } else { .text(text) }
        case .texts(let texts): texts.isEmpty ? .empty : .text(texts.joined(separator: "\n"))
        case .whole(let number): .whole(number)
        case .decimal(let number): .decimal(number)
        case .truth(let truth): .text(words(truth ? "list.yes" : "list.no"))
        case .day(let day): .day(day)
        case .moment(let moment): .text(words.moment(moment))
        }
    }
}

/// A file of rows that come on a belt, many at once, cell after cell.
private struct ListingFile: Sendable {
    let format: ListingFormat
    let path: String
    /// Of the sheet.
    let name: String
    let titles: [String]
    /// That the list is longer.
    let notice: String?
    let columns: [SheetColumn]

    func write(_ take: () throws -> [SheetCell]?) throws {
        switch format {
        case .xlsx: try writeWorkbook(take)
        case .csv: try writeValues(take)
        }
    }

    private func writeWorkbook(_ take: () throws -> [SheetCell]?) throws {
        var sheet = try SheetWriter(
            path, name: name, titles: titles + (notice.map { [$0] } ?? []), columns: columns,
            temporary: URL(filePath: path).deletingLastPathComponent().path())
        while let cells = try take() {
            for start in stride(from: 0, to: cells.count, by: columns.count) {
                try sheet.write(cells[start..<start + columns.count])
            }
        }
        try sheet.finish()
    }

    private func writeValues(_ take: () throws -> [SheetCell]?) throws {
        let isMade = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade else { throw FileOnce.Missing() }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? file.close() }
        var csv = CSVWriter(columns)
        while let cells = try take() {
            for start in stride(from: 0, to: cells.count, by: columns.count) {
                csv.write(cells[start..<start + columns.count])
            }
            try file.write(contentsOf: csv.take())
        }
        // Nobody should take a part for the whole.
        if let notice { csv.write([.text(notice)]) }
        try file.write(contentsOf: csv.take())
    }
}

/// Work on a thread of its own, and what came of it.
private final class SideThread: Sendable {
    private let outcome = Mutex<Result<Void, any Error>>(.success(()))
    private let isDone = DispatchSemaphore(value: 0)

    init(_ body: @escaping @Sendable () throws -> Void) {
        Thread.detachNewThread { [self] in
            let result = Result { try body() }
            outcome.withLock { $0 = result }
            isDone.signal()
        }
    }

    /// Waits for its end, once.
    /// - Throws: what it threw.
    func wait() throws {
        isDone.wait()
        try outcome.withLock { $0 }.get()
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
