import Foundation
import Testing
import WorkCalendar

@testable import Paper

@Suite("Tables of files that come in") struct GridTests {
    @Test func `A workbook gives its rows with their numbers, days and numbers as they are`() async throws {
        let path = "/tmp/nhipcau-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let columns = [
            SheetColumn("Tên"), SheetColumn("Ngày", .day), SheetColumn("Số", .whole), SheetColumn("Tiền", .decimal),
        ]
        var sheet = try SheetWriter(path, name: "Sổ", titles: ["Danh sách"], columns: columns)
        try sheet.write([.text("Đoàn A"), .day(try #require(Day(iso: "2026-07-02"))), .whole(12_345), .decimal(0.125)])
        try sheet.finish()
        let grid = try #require(try await GridReader.read(path: path).grids.first)
        #expect(grid.name == "Sổ" && grid.rows.map(\.number) == [1, 3, 4])
        #expect(grid.rows.last?.cells.map(\.text) == ["Đoàn A", "02/07/2026", "12.345", "0,13"])
        #expect(grid.rows.last?.cells.map(\.exact) == [nil, "2026-07-02", "12345", "0.125"])
    }

    @Test(arguments: [
        ("a,b\n\"x, \"\"y\"\"\nz\",2\n", [["a", "b"], ["x, \"y\"\nz", "2"]]),
        ("a;b\r\n1.204;'=x\r\n", [["a", "b"], ["1.204", "=x"]]), ("a\tb\n\n3\t4", [["a", "b"], ["3", "4"]]),
    ]) func `Values are parted by commas, semicolons or tabs`(text: String, cells: [[String]]) {
        #expect(CSVReader.read(text).rows.map { $0.cells.map(\.text) } == cells)
    }

    @Test(arguments: [("12.5", "12.5"), ("1.204", nil), ("0912", "0912"), ("2026-07-02", "2026-07-02"), ("x", nil)])
    func `Only what can be nothing else is a number of a program`(text: String, exact: String?) {
        #expect(CSVReader.read("a,b\n\(text),1").rows[1].cells[0].exact == exact)
    }

    /// LibreOffice turns an older workbook into one that we read.
    @Test func `Older workbooks and those of LibreOffice are read too`() async throws {
        let folder = "/tmp/nhipcau-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var sheet = try SheetWriter(
            "\(folder)/a.xlsx", name: "Sổ", columns: [SheetColumn("Tên"), SheetColumn("Số", .whole)])
        try sheet.write([.text("Đoàn A"), .whole(7)])
        try sheet.finish()
        for ending in ["xls", "ods"] {
            var program = OutsideProgram("soffice", package: "libreoffice-calc-nogui")
            program.timeLimit = .seconds(90)
            program.environment = ["HOME": folder, "TMPDIR": folder]
            _ = try await program.attempt(
                [
                    "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", ending, "--outdir",
                    folder, "\(folder)/a.xlsx",
                ], directory: folder)
            let grid = try #require(try await GridReader.read(path: "\(folder)/a.\(ending)").grids.first)
            #expect(grid.rows.map { $0.cells.map(\.text) } == [["Tên", "Số"], ["Đoàn A", "7"]])
        }
    }
}
