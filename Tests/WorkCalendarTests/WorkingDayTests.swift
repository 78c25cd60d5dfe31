import Foundation
import Testing
import Yams

@testable import WorkCalendar

struct WorkingDayTests {
    @Test func readsEveryRowOfTheFile() throws {
        let rows = try YAMLDecoder().decode(
            [Holiday.Row].self, from: String(decoding: PackageResources.holidays_yaml, as: UTF8.self))
        #expect(rows.count == Holiday.all.count)
        #expect(Holiday.all.map(\.day) == Holiday.all.map(\.day).sorted())
        #expect(Set(Holiday.all.map(\.day)).count == rows.count)
        #expect(Holiday.all.allSatisfy { !$0.source.isEmpty && !$0.name.isEmpty })
    }

    @Test(arguments: 2024...2027) func givesElevenDaysByLawAndTheirSubstitutes(_ year: Int) {
        let days = Holiday.all.filter { $0.day.year == year }
        let named = days.filter { $0.kind == .off && !$0.name.contains("nghỉ bù") && !$0.name.contains("hoán đổi") }
        // Bộ luật Lao động 2019, Điều 112: 1 + 5 + 1 + 1 + 1 + 2; the day of culture comes on top.
        #expect(named.filter { $0.name != "Ngày Văn hóa Việt Nam" }.count == 11)
        // A holiday that meets a weekend gives a weekday in lieu.
        #expect(
            named.filter { $0.day.weekday.isWeekend }.count == days.filter { $0.name.contains("nghỉ bù") }.count)
        // A Saturday is worked for each weekday given in exchange.
        let worked = days.filter { $0.kind == .work }
        #expect(worked.allSatisfy { $0.day.weekday == .saturday })
        #expect(worked.count == days.filter { $0.name.contains("hoán đổi") }.count)
    }

    @Test(arguments: [
        ("2026-07-02", 7, "2026-07-13"),  // over one weekend
        ("2026-04-24", 1, "2026-04-28"),  // Giỗ Tổ on a Sunday, Monday in lieu
        ("2026-04-29", 1, "2026-05-04"),  // 30/4, 1/5 and a weekend
        ("2024-04-26", 1, "2024-05-02"),  // 29/4 exchanged
        ("2024-05-03", 1, "2024-05-04"),  // for this Saturday
        ("2026-01-01", 5, "2026-01-09"), ("2026-01-09", 1, "2026-01-10"),
        ("2026-02-13", 1, "2026-02-23"),  // Tết
        ("2026-07-13", -7, "2026-07-02"), ("2026-07-04", 0, "2026-07-04"),
    ]) func addsWorkingDays(_ from: String, _ days: Int, _ to: String) throws {
        #expect(try day(from).adding(workingDays: days) == day(to))
    }

    @Test func countsWorkingDays() throws {
        #expect(Window(try day("2026-02-01"), try day("2026-02-28")).workingDays == 15)
        #expect(Window(try day("2026-07-04"), try day("2026-07-05")).workingDays == 0)
        #expect(try day("2026-07-04").orNextWorkingDay == day("2026-07-06"))
        #expect(try day("2026-07-06").orNextWorkingDay == day("2026-07-06"))
    }

    @Test func tellsWhichDaysAreNotVerified() throws {
        #expect(
            Window(try day("2026-11-01"), try day("2026-11-30")).unverifiedHolidays.map(\.name) == [
                "Ngày Văn hóa Việt Nam"
            ])
        #expect(Window(try day("2026-03-01"), try day("2026-03-31")).unverifiedHolidays.isEmpty)
    }
}
