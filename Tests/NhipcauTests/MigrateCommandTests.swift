import Foundation
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import Nhipcau

/// `nhipcau migrate`, and what every command says of a database that is none.
@Suite struct MigrateCommandTests {
    private let desk: TestFolder

    init() throws { desk = try TestFolder() }

    /// Whatever is in the place of the database: one line, status 2, and not a byte of it changed.
    private func expectRefusal(_ path: String, _ reason: String, sourceLocation: SourceLocation = #_sourceLocation)
        async throws
    {
        let before = FileManager.default.contents(atPath: path)
        let outcome = try await Command.run("migrate", "--json", "--database", path)
        #expect(outcome.status == 2, sourceLocation: sourceLocation)
        #expect(outcome.output == "", sourceLocation: sourceLocation)
        #expect(outcome.complaint == "nhipcau: \(path): \(reason)\n", sourceLocation: sourceLocation)
        #expect(FileManager.default.contents(atPath: path) == before, sourceLocation: sourceLocation)
    }

    private func database(_ name: String, _ statements: [Query]) async throws -> String {
        let engine = try SQLiteEngine(path: desk.path(name), .creating)
        _ = try await Migration.apply([Migration("future.1", statements)], to: engine)
        try await engine.close()
        return desk.path(name)
    }

    @Test func aMissingFileIsNotMade() async throws {
        try await expectRefusal(
            desk.path("khong-co.sqlite"),
            "không có tệp cơ sở dữ liệu này, hoặc không mở được; lập mới bằng nhipcau init, "
                + "hoặc chỉ đúng tệp bằng --database")
        #expect(!FileManager.default.fileExists(atPath: desk.path("khong-co.sqlite")))
    }

    @Test func anEmptyFile() async throws {
        try await expectRefusal(desk.file("rong.sqlite", ""), "còn trống; hãy chạy nhipcau init")
    }

    @Test func aFileOfAnotherKind() async throws {
        try await expectRefusal(
            desk.file("ghi-chu.txt", String(repeating: "Ghi chú\n", count: 1000)),
            "không phải cơ sở dữ liệu Nhịp Cầu, hoặc đã hỏng (file is not a database); "
                + "khôi phục từ bản sao lưu bằng nhipcau restore")
    }

    @Test func theDatabaseOfANewerProgram() async throws {
        let path = try await database("moi.sqlite", ["CREATE TABLE later (id \(column: .identity))"])
        try await expectRefusal(
            path, "do phiên bản Nhịp Cầu mới hơn ghi (future.1); hãy dùng phiên bản ấy hoặc mới hơn")
    }

    @Test func theDatabaseOfAnotherProgram() async throws {
        let path = try await database("khac.sqlite", [])
        let engine = try SQLiteEngine(path: path)
        _ = try await engine.write { db in
            try db.run("DROP TABLE migrations")
            try db.run("CREATE TABLE bookmarks (id INTEGER)")
        }
        try await engine.close()
        try await expectRefusal(
            path, "là cơ sở dữ liệu của chương trình khác (có bảng bookmarks); hãy chọn cơ sở dữ liệu khác")
    }

    @Test func aServerThatIsNotThereIsToldWithoutThePassword() async throws {
        let address = "postgres://lan:mat%40khau@127.0.0.1:1/nhipcau?connect_timeout=2"
        let outcome = try await Command.run("migrate", environment: ["NHIPCAU_DATABASE": address])
        #expect(outcome.status == 2)
        #expect(outcome.complaint.hasPrefix("nhipcau: postgres://lan@127.0.0.1:1/nhipcau: không kết nối được máy chủ"))
        #expect(outcome.complaint.split(separator: "\n").count == 1 && !outcome.complaint.contains("khau"))
    }

    @Test func theHelpAndTheManualNameEveryVariable() async throws {
        let help = try await Command.run("--help").output
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let manual = try String(contentsOf: root.appending(path: "docs/operations.md"), encoding: .utf8)
        for setting in Setting.allCases {
            #expect(help.contains("  \(setting.rawValue) ") && manual.contains("| `\(setting.rawValue)` |"))
        }
        #expect(!help.contains("setting."))
    }
}
