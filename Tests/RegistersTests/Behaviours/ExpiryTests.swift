import Office
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Registers

@Suite("Validity and renewal", .onEachEngine(Examples.migrations))
struct ExpiryTests {
    private static let organisation: [Key: String] = [
        "name": "Quỹ Bàn Tay", "country": "DE", "registration-kind": "operation", "registered": "2023-07-01",
        "expires": "2026-06-30",
    ]

    @Test func `What holds is told from what soon ends and what has ended`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("ngos", db)
            _ = try book.create(Self.organisation, db)
            #expect(try standings(book, "2025-12-31", db) == ["running": 1])
            #expect(try standings(book, "2026-01-01", db) == ["soon": 1])
            #expect(try standings(book, "2026-06-30", db) == ["soon": 1])
            #expect(try standings(book, "2026-07-01", db) == ["overdue": 1])
        }
    }

    private func standings(_ book: RecordBook, _ day: String, _ db: Transaction) throws -> [String: Int] {
        try book.standings("expiry", on: Day.of(day), db)
    }

    @Test func `A renewal gives a new last day, and undone takes it back`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("ngos", db)
            let id = try book.create(Self.organisation, db)
            let renewal = RecordDraft(
                lines: [
                    "renewals": [
                        RecordDraft.Line([
                            "kind": .key("extension"), "done": .date(.day(try Day.of("2026-05-20"))),
                            "expires": .date(.day(try Day.of("2029-06-30"))),
                        ]),
                        // A change without a new end does not count.
                        RecordDraft.Line(["kind": .key("change"), "done": .date(.day(try Day.of("2026-06-01")))]),
                    ]
                ])
            try book.change(id, renewal, version: 1, within: .everything, by: Examples.act, db)
            #expect(try standings(book, "2026-07-01", db) == ["running": 1])
            try book.undo(id, db)
            #expect(try standings(book, "2026-07-01", db) == ["overdue": 1])
        }
    }

    @Test func `What has ended on purpose is warned of no more`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("agreements", with: ["partners"], db)
            let id = try book.create(
                [
                    "name": "Bản ghi nhớ", "level": "province", "our-side": "1", "partner-name": "Tỉnh Chiết Giang",
                    "country": "CN", "signed": "2021-07-01", "effective": "2021-07-01", "expires": "2026-07-01",
                    "ended": "2026-03-01", "reported": "2021-07-05",
                ], db)
            func move(_ move: Key) throws {
                try book.move(
                    id, move, as: nil, version: book.now(id, db).version, within: .everything, by: Examples.act, db)
            }
            try move("sign")
            #expect(try standings(book, "2026-08-01", db) == ["overdue": 1])
            try move("end")
            #expect(try standings(book, "2026-08-01", db) == [:])
        }
    }
}
