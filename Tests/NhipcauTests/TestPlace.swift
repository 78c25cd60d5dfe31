import Foundation
import Office
import Storage
import StorageSQLite
import TestSupport
import WorkCalendar

@testable import Nhipcau

/// An empty place for a database, as a command names it and as a test opens it.
struct TestPlace: Sendable {
    let name: String
    let open: @Sendable () throws -> any Engine
}

extension TestEngine {
    /// Gives the body a place of its own on this engine.
    func withPlace(_ desk: TestFolder, _ body: (TestPlace) async throws -> Void) async throws {
        switch self {
        case .sqlite:
            let path = desk.path("\(UUID().uuidString).sqlite")
            try await body(TestPlace(name: path) { try SQLiteEngine(path: path, .creating) })
        case .postgres:
            try await TestServer.withSchema { schema in
                let options = "options=-csearch_path%3D%22\(schema)%22"
                let address = try TestServer.address
                let name = address + (address.contains("?") ? "&" : "?") + options
                try await body(TestPlace(name: name) { try TestServer.engine(schema) })
            }
        }
    }
}

extension TestPlace {
    static let act = Act(.system("test"), at: Instant(milliseconds: 1_790_000_000_000))

    /// Makes the tables, and a little of everything in them.
    func fill(things: Int = 50) async throws {
        let store = try await Store.migrating(open(), Schema.migrations)
        let arrival = try FileKeeper().receive(
            .bytes([UInt8](repeating: 7, count: 1_200_000)), name: "Kế hoạch.pdf", mediaType: "application/pdf")
        try await store.write { db in
            _ = try FileKeeper().keep(arrival, by: Self.act, db)
            for _ in 0..<things { try Self.writeThing(db) }
        }
        try await store.close()
    }

    /// One write over several tables: its number, its line of the journal and its words are equally many.
    static func writeThing(_ db: Transaction) throws {
        let number = try Series.next("things", db)
        try Journal.record(
            "thing.write", of: Journal.Subject("thing", number),
            after: ["number": number, "word": "việc \"\(number)\""], by: act, db)
        try Search.put(SearchEntry(kind: "thing", subject: number, title: "Việc \(number)", body: "đã ghi"), db)
    }
}
