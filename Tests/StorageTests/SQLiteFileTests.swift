import Storage
import StorageSQLite
import TestSupport
import Testing

/// A database in a file, as the embedded engine keeps it.
@Suite struct SQLiteFileTests {
    private let desk: TestFolder

    init() throws { desk = try TestFolder() }

    @Test func whatIsAcknowledgedIsOnTheDisk() async throws {
        let path = desk.path("a.sqlite")
        let pool = try SQLiteEngine(path: path, .creating)
        #expect(try await pool.write { try $0.value("PRAGMA synchronous", Int.self) } == 2, "FULL")
        #expect(try await pool.write { try $0.value("PRAGMA journal_mode", String.self) } == "wal")
        try await pool.close()
        let single = try SQLiteEngine.single(path: path)
        #expect(try await single.write { try $0.value("PRAGMA synchronous", Int.self) } == 2, "FULL")
        #expect(try await single.write { try $0.value("PRAGMA journal_mode", String.self) } == "wal")
        try await single.close()
    }
}
