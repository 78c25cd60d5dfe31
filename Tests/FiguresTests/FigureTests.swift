import Figures
import Office
import Registers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// A register of visits, with figures of every kind.
private let visits = """
    register: visits
    names: {vi: Đoàn vào, en: Visits}
    record: {vi: đoàn, en: visit}
    about: {vi: "Đoàn khách đến làm việc.", en: Guests who come.}
    group: visits
    title: name
    day: arrival
    columns: [name, arrival]
    facets: [level, countries]
    fields:
      - {key: name, kind: text, names: {vi: Tên, en: Name}, required: true}
      - {key: level, kind: choice, names: {vi: Cấp, en: Level}, choices: [
          {key: high, names: {vi: Cấp cao, en: High}}, {key: expert, names: {vi: Chuyên gia, en: Expert}}]}
      - {key: countries, kind: countries, names: {vi: Nước, en: Countries}}
      - {key: arrival, kind: day, names: {vi: Ngày đến, en: Arrival}}
      - {key: departure, kind: day, names: {vi: Ngày đi, en: Departure}}
      - {key: people, kind: whole, names: {vi: Số người, en: People}}
      - {key: cost, kind: money, names: {vi: Kinh phí, en: Cost}}
    states:
      - {key: done, names: {vi: Đã thực hiện, en: Done}}
    figures:
      - {name: visits.count, names: {vi: Số đoàn, en: Visits}, unit: {vi: đoàn, en: visits}, measure: count}
      - {name: visits.people, names: {vi: Số người, en: People}, measure: {sum: people}}
      - {name: visits.countries, names: {vi: Số nước, en: Countries}, measure: {distinct: countries}}
      - {name: visits.high, names: {vi: Đoàn cấp cao, en: High}, measure: count, where: {level: high}}
      - {name: visits.size, names: {vi: Số người mỗi đoàn, en: Size}, measure: {share: [visits.people, visits.count]}}
      - {name: visits.cost, names: {vi: Kinh phí, en: Cost}, measure: {sum: cost}, currency: USD}
      - {name: visits.staying, names: {vi: Đang ở lại, en: Staying}, measure: count, window: standing,
         standing: {from: arrival, until: departure}}
    """

@Suite(.onEachEngine(FigureOffice.migrations)) struct FigureTests {
    @Test func `Figures of every kind come out of the records of a window`() async throws {
        let office = try await FigureOffice.open(visits)
        try await office.record([
            "name": "Đoàn Lào", "level": "high", "countries": "LA KH", "arrival": "2025-03-02", "people": "12",
        ])
        try await office.record([
            "name": "Đoàn Nhật", "level": "expert", "countries": "JP LA", "arrival": "2025-12-31", "people": "5",
        ])
        try await office.record([
            "name": "Đoàn Pháp", "level": "expert", "countries": "FR", "arrival": "2024-12-31", "people": "7",
        ])
        let values = try await office.values(in: PartialDate.year(2025).window)
        #expect(values["visits.count"] == "2")
        #expect(values["visits.people"] == "17")
        #expect(values["visits.countries"] == "3")
        #expect(values["visits.high"] == "1")
        #expect(values["visits.size"] == "8.5")
        #expect(values["visits.staying"] == "3")
        // Any window of days: the year of a report may run from 15/12 to 14/12.
        let reporting = try await office.values(in: #require(Window(asked: "2024-12-15..2025-12-14")))
        #expect(reporting["visits.count"] == "2")
        #expect(reporting["visits.people"] == "19")
    }

    @Test func `One changed record changes the figures that depend on it, and no other`() async throws {
        let office = try await FigureOffice.open(visits)
        let id = try await office.record([
            "name": "Đoàn Lào", "level": "expert", "countries": "LA", "arrival": "2025-03-02", "people": "12",
        ])
        try await office.record([
            "name": "Đoàn Nhật", "level": "expert", "countries": "JP", "arrival": "2025-04-02", "people": "5",
        ])
        let before = try await office.values(in: PartialDate.year(2025).window)
        try await office.change(id, ["level": "high"])
        let after = try await office.values(in: PartialDate.year(2025).window)
        #expect(after.filter { before[$0.key] != $0.value } == ["visits.high": "1"])
    }

    @Test func `Money of several currencies adds up at the rate of each day, and has no value without one`()
        async throws
    {
        let office = try await FigureOffice.open(visits)
        try await office.record(["name": "Đoàn Lào", "arrival": "2025-03-02", "cost": "1000 USD"])
        try await office.record(["name": "Đoàn Nhật", "arrival": "2025-04-02", "cost": "50000000 VND"])
        #expect(try await office.values(in: PartialDate.year(2025).window)["visits.cost"] == nil)
        try await office.rate("USD", 25_000, from: "2025-01-01")
        #expect(try await office.values(in: PartialDate.year(2025).window)["visits.cost"] == "3000")
    }

    @Test func `A figure opens to records that add up to it`() async throws {
        let office = try await FigureOffice.open(visits)
        for (index, people) in [3, 5, 9].enumerated() {
            try await office.record([
                "name": "Đoàn \(index)", "countries": "LA", "arrival": "2025-0\(index + 1)-02",
                "people": "\(people)",
            ])
        }
        let rows = try await office.contributions(to: "visits.people", in: PartialDate.year(2025).window)
        #expect(rows.map(\.amount) == [FigureAmount(3), FigureAmount(5), FigureAmount(9)])
        let groups = try await office.groups(of: "visits.people", by: "countries", in: PartialDate.year(2025).window)
        #expect(groups.map(\.answer.amount) == [FigureAmount(17)])
    }
}
