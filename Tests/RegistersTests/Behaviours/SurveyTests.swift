import Office
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Registers

@Suite("Surveys by place", .onEachEngine(Examples.migrations))
struct SurveyTests {
    private func count(
        _ people: Int, on day: String, in country: String = "JP", of unit: Int = 1, _ book: RecordBook,
        _ db: Transaction
    ) throws -> RecordID {
        try book.create(
            [
                "subject": "Người tại \(country)", "country": country, "basis": "survey", "commune": "\(unit)",
                "as-of": day, "people": "\(people)",
            ], unit: unit, db)
    }

    private func replaced(_ id: RecordID, _ book: RecordBook, _ db: Transaction) throws -> String? {
        try book.now(id, db).content.values["replaced"]?.plain()
    }

    @Test func `A newer number takes the place of the older one of the same place, and undone gives it back`()
        async throws
    {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("communities", db)
            let first = try count(120, on: "2024-11-30", book, db)
            let elsewhere = try count(80, on: "2024-11-30", of: 2, book, db)
            let other = try count(50, on: "2024-11-30", in: "KR", book, db)
            let second = try count(150, on: "2025-11-30", book, db)
            #expect(try replaced(first, book, db) == "2025-11-30")
            #expect(try replaced(second, book, db) == nil)
            #expect(try replaced(elsewhere, book, db) == nil && replaced(other, book, db) == nil)
            // One that comes late stands between the two.
            let between = try count(130, on: "2025-05-31", book, db)
            #expect(try replaced(first, book, db) == "2025-05-31" && replaced(between, book, db) == "2025-11-30")
            // Its day is corrected; then it is undone altogether.
            try book.change(between, ["as-of": "2025-06-30"], db)
            #expect(try replaced(first, book, db) == "2025-06-30")
            try book.undo(between, db)
            #expect(try replaced(first, book, db) == "2025-05-31")
            try book.remove(
                between, reason: nil, version: book.now(between, db).version, within: .everything, by: Examples.act, db)
            #expect(try replaced(first, book, db) == "2025-11-30")
            try book.remove(second, reason: nil, version: 1, within: .everything, by: Examples.act, db)
            #expect(try replaced(first, book, db) == nil)
            let entry = try #require(try Journal.entries(of: .record(first), db).first)
            #expect(entry.action == "record.settle")
        }
    }

    @Test func `A day that somebody wrote earlier stays`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("communities", db)
            let first = try count(120, on: "2024-11-30", book, db)
            try book.change(first, ["replaced": "2025-02-01"], db)
            _ = try count(150, on: "2025-11-30", book, db)
            #expect(try replaced(first, book, db) == "2025-02-01")
        }
    }

    @Test func `What is over a year old is asked for again`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("communities", db)
            _ = try count(120, on: "2024-11-30", book, db)
            _ = try count(150, on: "2025-11-30", book, db)
            _ = try count(80, on: "2024-11-30", of: 2, book, db)
            #expect(
                try book.standings("survey", on: Day.of("2026-01-15"), db) == ["current": 1, "replaced": 1, "old": 1])
            #expect(try book.standings("survey", on: Day.of("2027-01-15"), db) == ["replaced": 1, "old": 2])
        }
    }
}
