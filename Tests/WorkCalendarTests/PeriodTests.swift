import Testing

@testable import WorkCalendar

struct PeriodTests {
    @Test(arguments: [
        (PartialDate.month(9, year: 2026), "tháng 9/2026", "01/9/2026 - 30/9/2026"),
        (.quarter(4, year: 2026), "Quý IV/2026", "01/10/2026 - 31/12/2026"),
        (.half(1, year: 2026), "6 tháng đầu năm 2026", "01/01/2026 - 30/6/2026"),
        (.half(2, year: 2026), "6 tháng cuối năm 2026", "01/7/2026 - 31/12/2026"),
        (.year(2026), "năm 2026", "01/01/2026 - 31/12/2026"),
        (.month(2, year: 2024), "tháng 2/2024", "01/02/2024 - 29/02/2024"),
    ]) func namesAPeriodAndItsDays(_ date: PartialDate, _ name: String, _ days: String) {
        #expect(date.vietnamese == name)
        #expect(date.window.vietnamese == days)
        #expect(date.lastDay == date.window.last && date.firstDay == date.window.first)
    }

    /// Nghị định 09/2019/NĐ-CP, Điều 12.
    @Test(arguments: [
        (PartialDate.month(1, year: 2026), "15/12/2025 - 14/01/2026"), (.month(7, year: 2026), "15/6/2026 - 14/7/2026"),
        (.quarter(1, year: 2026), "15/12/2025 - 14/3/2026"), (.quarter(3, year: 2026), "15/6/2026 - 14/9/2026"),
        (.half(1, year: 2026), "15/12/2025 - 14/6/2026"), (.half(2, year: 2026), "15/6/2026 - 14/12/2026"),
        (.year(2026), "15/12/2025 - 14/12/2026"),
    ]) func cutsReportsOffAtTheFifteenth(_ period: PartialDate, _ days: String) {
        #expect(period.window(.decree09).vietnamese == days)
    }

    @Test(arguments: Recurrence.Unit.allCases.filter { $0 != .week }, WindowRule.allCases)
    func coversEveryDayOnce(_ unit: Recurrence.Unit, _ rule: WindowRule) throws {
        var period = unit.period(containing: try day("2025-12-14"), rule)
        #expect(period.window(rule).contains(try day("2025-12-14")))
        for _ in 0..<14 {
            #expect(period.next.window(rule).first == period.window(rule).last.adding(days: 1))
            #expect(period.next.previous == period)
            #expect(unit.period(containing: period.window(rule).first, rule) == period)
            #expect(unit.period(containing: period.window(rule).last, rule) == period)
            period = period.next
        }
    }

    @Test func movesAnyWindow() throws {
        let week = Window(try day("2026-07-05"), try day("2026-06-29"))
        #expect(week.length == 7)
        #expect(week.next.vietnamese == "06/7/2026 - 12/7/2026")
        #expect(week.next.previous == week)
        #expect(!week.contains(try day("2026-07-06")) && week.contains(week.last))
    }
}

struct RecurrenceTests {
    @Test(arguments: [
        (Recurrence(.year), ["2026-12-31", "2027-12-31"]),
        (Recurrence(.year, on: .days([.init(day: 30, month: 11)])), ["2026-11-30", "2027-11-30"]),
        (Recurrence(.half), ["2026-06-30", "2026-12-31", "2027-06-30", "2027-12-31"]),
        (
            Recurrence(.half, on: .days([.init(day: 15, month: 12), .init(day: 15, month: 6)])),
            ["2026-06-15", "2026-12-15", "2027-06-15", "2027-12-15"]
        ),
        (Recurrence(.half, on: .day(10, month: 6)), ["2026-06-10", "2026-12-10", "2027-06-10", "2027-12-10"]),
    ]) func fallsDueInEachYear(_ recurrence: Recurrence, _ days: [String]) {
        #expect(recurrence.occurrences(in: 2026...2027).map(\.description) == days)
    }

    @Test func fallsDueWithinTheYear() throws {
        let quarterly = Recurrence(.quarter, on: .day(20, month: 3)).occurrences(in: 2026...2026)
        #expect(quarterly.map(\.description) == ["2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20"])
        let monthly = Recurrence(.month, on: .day(31, month: 1)).occurrences(in: 2026...2026)
        #expect(monthly.count == 12)
        #expect(monthly[1] == (try day("2026-02-28")))
        #expect(Recurrence(.month).first(onOrAfter: try day("2026-12-31")) == (try day("2026-12-31")))
    }

    @Test func fallsDueEachWeek() throws {
        let fridays = Recurrence(.week, on: .weekday(.friday)).occurrences(in: 2026...2026)
        #expect(fridays.count == 52)
        #expect(fridays.allSatisfy { $0.weekday == .friday && $0.year == 2026 })
        #expect(Recurrence(.week).first(onOrAfter: try day("2026-12-28")) == (try day("2027-01-01")))
    }
}
