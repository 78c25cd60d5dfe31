import Office
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Registers

@Suite("Commitments, disbursements, plan and outcome", .onEachEngine(Examples.migrations))
struct MoneyTests {
    private func open(_ db: Transaction) throws -> RecordBook {
        let book = try ShippedBook.open("aid-projects", with: ["ngos"], db)
        for (from, dong) in [("2025-01-01", 25_000), ("2026-01-01", 26_000)] {
            try ExchangeRates.put(
                .init(currency: "USD", from: Day.of(from), millionths: dong * 1_000_000), by: Examples.act, db)
        }
        return book
    }

    private func project(
        committed: [(String, String)], paid: [(String, String)], _ book: RecordBook, _ db: Transaction
    ) throws -> RecordID {
        try book.create(
            ["name": "Nước sạch", "kind": "project", "field": "industry", "owner": "1"],
            lines: [
                "commitments": committed.map { ["committed": $0.0, "amount": $0.1] },
                "disbursements": paid.map { ["paid": $0.0, "amount": $0.1] },
            ], db)
    }

    @Test func `Each amount counts in its currency, and in đồng at the rate of its own day`() async throws {
        try await TestStore.current.write { db throws in
            let book = try open(db)
            let id = try project(
                committed: [("2025-03-01", "1000 USD"), ("2026-03-01", "500 USD")],
                paid: [("2025-09-01", "300 USD"), ("2026-02-01", "600 USD")], book, db)
            let flow = try #require(book.definition.behaviour(MoneyFlow.self))
            let account = flow.account(of: try book.now(id, db), in: book.definition, at: try ExchangeRates(db))
            let total = try #require(account.totals.first)
            #expect(account.totals.count == 1 && total.currency == "USD")
            #expect(total.committed.hundredths == 150_000 && total.disbursed.hundredths == 90_000)
            #expect(total.remaining == 60_000 && account.share == 600 && !account.isOver)
            // 1,000 × 25,000 + 500 × 26,000; 300 × 25,000 + 600 × 26,000: in hundredths.
            #expect(total.committed.dong == 3_800_000_000 && total.disbursed.dong == 2_310_000_000)
            #expect(account.years.map(\.year) == [2025, 2026])
            #expect(account.years.map(\.disbursed.hundredths) == [30_000, 60_000])
        }
    }

    @Test func `More paid than committed is flagged, and found in the list`() async throws {
        try await TestStore.current.write { db throws in
            let book = try open(db)
            let over = try project(
                committed: [("2025-03-01", "1000 USD")], paid: [("2025-09-01", "1000.01 USD")], book, db)
            _ = try project(committed: [("2025-03-01", "1000 USD")], paid: [], book, db)
            _ = try project(committed: [("2025-03-01", "10 USD")], paid: [("2025-04-01", "10 USD")], book, db)
            let flow = try #require(book.definition.behaviour(MoneyFlow.self))
            #expect(
                flow.account(of: try book.now(over, db), in: book.definition, at: try ExchangeRates(db)).isOver)
            #expect(
                try book.standings("money", on: Examples.act.day, db) == ["over": 1, "nothing": 1, "paid": 1])
        }
    }

    @Test func `A rate that is missing is told, not guessed`() async throws {
        try await TestStore.current.write { db throws in
            let book = try open(db)
            let id = try project(committed: [("2024-12-31", "1000 USD")], paid: [], book, db)
            let flow = try #require(book.definition.behaviour(MoneyFlow.self))
            let account = flow.account(of: try book.now(id, db), in: book.definition, at: try ExchangeRates(db))
            #expect(account.totals.first?.committed.dong == nil && account.dong == nil)
        }
    }

    @Test func `What was planned and not done is told from what came unplanned`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("delegations-out", db)
            func trip(_ fields: [Key: String]) throws {
                _ = try book.create(
                    ["plan-group": "state-budget", "name": "Đoàn", "countries": "LA", "sender": "1"].merging(fields) {
                        $1
                    }, db)
            }
            try trip(["planned-time": "2026-Q3", "departure": "2026-09-02"])
            try trip(["departure": "2026-05-02"])
            try trip(["planned-time": "2026-Q2"])
            try trip(["planned-time": "2026-Q4"])
            #expect(
                try book.standings("plan-against-actual", on: Day.of("2026-10-01"), db)
                    == ["as-planned": 1, "unplanned": 1, "not-done": 1, "expected": 1])
            #expect(
                try book.standings("plan-against-actual", on: Day.of("2027-01-01"), db)
                    == ["as-planned": 1, "unplanned": 1, "not-done": 2])
        }
    }
}
