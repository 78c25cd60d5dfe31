import Office
import Storage
import TestSupport
import Testing
import Vietnamese
import WorkCalendar

@testable import Registers

@Suite("Lists of records", .onEachEngine(Examples.migrations))
struct ListTests {
    private static let names = ["Ấn Độ", "An Giang", "Đà Nẵng", "Da Lat", "Ăng-co"]

    /// Five records: one a month, high and local in turn, each for one country and every second for two; units 1 and 2.
    private func book(_ db: Transaction) throws -> RecordBook {
        let book = try Examples.open(db)
        for (index, name) in Self.names.enumerated() {
            try book.create(
                RecordDraft([
                    "name": .text(name), "level": .key(index % 2 == 0 ? "high" : "local"),
                    "countries": .keys(index % 2 == 0 ? ["LA", "KH"] : ["LA"]),
                    "arrival": .date(try #require(PartialDate(iso: "2026-0\(index + 1)-10"))),
                    "people": .number(index + 1),
                    "cost": .money(Money(hundredths: 100_00 * (index + 1), currency: index < 3 ? "USD" : "VND")),
                ]), unit: OrganisationID(rawValue: index < 3 ? 1 : 2), within: .everything, by: Examples.act, db)
        }
        return book
    }

    private func shown(
        _ list: RecordList, _ book: RecordBook, _ db: Transaction, within scope: Scope = .everything
    ) throws -> [String] {
        try book.list(list, within: scope, db).records.map { $0.content.values["name"]?.plain() ?? "" }
    }

    @Test func `Facets, a window, words and a scope choose together`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            var list = RecordList()
            #expect(try shown(list, book, db) == Self.names.reversed())
            #expect(try shown(list, book, db, within: .units([OrganisationID(rawValue: 2)])) == ["Ăng-co", "Da Lat"])
            list.query.facets = [.field("level"): [.key("high")], .field("countries"): [.key("KH")]]
            #expect(try shown(list, book, db) == ["Ăng-co", "Đà Nẵng", "Ấn Độ"])
            list.query.window = Window(try #require(Day(iso: "2026-02-01")), try #require(Day(iso: "2026-04-30")))
            #expect(try shown(list, book, db) == ["Đà Nẵng"])
            #expect(try book.count(list.query, within: .everything, db) == 1)
            list.query = RecordQuery()
            list.query.text = "da nang"
            #expect(try shown(list, book, db) == ["Đà Nẵng"])
        }
    }

    @Test func `Names stand in the order of Vietnamese dictionaries`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            var list = RecordList()
            list.order = .field("name")
            list.isDescending = false
            #expect(try shown(list, book, db) == Self.names.sortedInVietnamese { $0 })
        }
    }

    @Test(arguments: [true, false]) func `Page follows page to the end, absent values among them`(isDescending: Bool)
        async throws
    {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            try db.run("UPDATE register_visits SET people = NULL WHERE people IN (2, 4)")
            for order in [RecordList.Order.day, .field("people"), .field("name"), .state] {
                var list = RecordList()
                list.order = order
                list.isDescending = isDescending
                let all = try shown(list, book, db)
                var pages: [String] = []
                list.limit = 2
                repeat {
                    let page = try book.list(list, within: .everything, db)
                    pages += page.records.map { $0.content.values["name"]?.plain() ?? "" }
                    list.after = page.next
                } while list.after != nil
                #expect(pages == all && pages.count == 5, "\(order)")
                list.after = nil
                list.offset = 2
                #expect(try shown(list, book, db) == Array(all[2..<4]))
            }
        }
    }

    @Test func `A facet counts its values under the other choices, not under its own`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            var query = RecordQuery()
            query.facets = [.field("level"): [.key("high")]]
            let levels = try book.counts(of: .field("level"), query, within: .everything, db)
            #expect(
                levels == [
                    RecordGroup(values: [.key("high")], count: 3), RecordGroup(values: [.key("local")], count: 2),
                ])
            let countries = try book.counts(of: .field("countries"), query, within: .everything, db)
            #expect(
                countries == [RecordGroup(values: [.key("KH")], count: 3), RecordGroup(values: [.key("LA")], count: 3)])
            let both = try book.groups(by: [.field("level"), .unit], RecordQuery(), within: .everything, db)
            #expect(both.count == 4 && both.map(\.count).reduce(0, +) == 5)
        }
    }

    @Test func `Numbers are added up, money by currency or in one currency at the rate of each day`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            #expect(try book.sum(of: "people", RecordQuery(), within: .everything, db) == 15)
            #expect(
                try book.sums(of: "cost", RecordQuery(), within: .everything, db) == [
                    Money(hundredths: 600_00, currency: "USD"), Money(hundredths: 900_00, currency: "VND"),
                ])
            for (from, dong) in [("2026-01-01", 25_000), ("2026-02-10", 26_000)] {
                let day = try #require(Day(iso: from))
                try ExchangeRates.put(
                    .init(currency: "USD", from: day, millionths: dong * 1_000_000), by: Examples.act, db)
            }
            let total = try book.sum(
                of: "cost", in: "VND", at: ExchangeRates(db), RecordQuery(), within: .everything, db)
            // 100 USD at 25,000, 200 and 300 at 26,000, and 900 đồng.
            #expect(total == Money(hundredths: (2_500_000 + 13_000_000 + 900) * 100, currency: "VND"))
            #expect(throws: Refusal("rate.missing", ["currency": "EUR", "day": "10/01/2026"])) {
                try book.sum(of: "cost", in: "EUR", at: ExchangeRates(db), RecordQuery(), within: .everything, db)
            }
        }
    }

    @Test func `A sum is rounded once, at its end`() throws {
        let day = Examples.act.day
        let rates = ExchangeRates([.init(currency: "USD", from: day, millionths: 30_000_000_000)])
        var sum = ConvertedSum(into: "USD", at: rates)
        for _ in 1...3 { try sum.add(Money(hundredths: 10_000_00, currency: "VND"), on: day) }
        // Three times 0.333… dollars.
        #expect(sum.total == Money(hundredths: 100, currency: "USD"))
    }

    @Test func `A figure's filter and its lines ask with the same query`() async throws {
        try await TestStore.current.write { db throws in
            let book = try book(db)
            var query = RecordQuery()
            query.filter = book.definition.figures[1].filter
            #expect(try book.count(query, within: .everything, db) == 2)
            let lines = try #require(book.definition.lines("payments"))
            let condition = try book.definition.condition(query, within: .everything, lines: lines, db)
            #expect(
                try db.value(
                    "SELECT COUNT(*) FROM \(book.definition.source(lines: lines)) WHERE \(condition)", Int.self) == 0)
        }
    }
}
