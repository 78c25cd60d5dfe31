import Foundation
import Testing

@testable import WorkCalendar

/// The day of an ISO text, for tests.
func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

struct DayTests {
    @Test func numbersDaysFromOneJanuary1970() throws {
        #expect(try day("1970-01-01").number == 0)
        #expect(try day("2000-03-01").number == 11_017)
        for number in stride(from: -700_000, through: 2_900_000, by: 997) {
            #expect(Day(number: number).number == number)
        }
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-15", 3, "2027-02-15"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-01-10", -13, "2024-12-10"),
    ]) func addsMonthsWithinTheMonth(_ from: String, _ months: Int, _ to: String) throws {
        #expect(try day(from).adding(months: months) == day(to))
    }

    @Test func addsYearsAndDays() throws {
        #expect(try day("2024-02-29").adding(years: 1) == day("2025-02-28"))
        #expect(try day("2026-12-31").adding(days: 1) == day("2027-01-01"))
        #expect(try day("2026-07-02").days(since: day("2026-06-30")) == 2)
    }

    @Test(arguments: [
        ("2026-07-02", Weekday.thursday), ("2024-02-10", .saturday), ("1969-12-31", .wednesday),
        ("2026-11-22", .sunday),
    ]) func knowsTheWeekday(_ iso: String, _ weekday: Weekday) throws {
        #expect(try day(iso).weekday == weekday)
    }

    @Test(arguments: ["02/7/2026", "2/7/2026", "02-07-2026", "2.7.2026"]) func readsTheVietnameseWay(_ text: String)
        throws
    {
        #expect(Day(vietnamese: text) == (try day("2026-07-02")))
    }

    @Test(arguments: ["31/6/2026", "7/2026", "2026-07-02", "//", "02/07/26", "+2/7/2026"]) func refusesWhatIsNoDay(
        _ text: String
    ) {
        #expect(Day(vietnamese: text) == nil)
    }

    @Test(arguments: ["2026-7-2", "2026-13-01", "2026-02-29", "02/7/2026", ""]) func refusesWhatIsNoIsoDay(
        _ text: String
    ) {
        #expect(Day(iso: text) == nil)
    }

    @Test(arguments: [("2026-07-02", "02/7/2026"), ("2027-01-15", "15/01/2027"), ("2026-12-31", "31/12/2026")])
    func writesAsOfficesDo(_ iso: String, _ text: String) throws {
        #expect(try day(iso).vietnamese == text)
        #expect(try day(iso).description == iso)
    }

    @Test func countsTheDayInHanoi() throws {
        // 17:00 UTC is midnight at UTC+7.
        #expect(Day(at: Date(timeIntervalSince1970: 17 * 3600)) == (try day("1970-01-02")))
        #expect(Day(at: Date(timeIntervalSince1970: 17 * 3600 - 1)) == (try day("1970-01-01")))
    }
}
