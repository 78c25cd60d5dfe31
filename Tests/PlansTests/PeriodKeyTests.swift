import Plans
import Testing
import WorkCalendar

struct PeriodKeyTests {
    @Test(arguments: ["2026", "2026-H1", "2026-H2", "2026-Q4", "2026-01", "2026-11", "2026-11-30"])
    func readsWhatItWrites(_ key: String) { #expect(PartialDate(key: key)?.key == key) }

    @Test(arguments: [
        "", "26", "2026-", "2026-13", "2026-1", "2026-Q5", "2026-H3", "2026-Q", "2026-02-30", "2026-Q1-2",
    ])
    func refusesAnythingElse(_ key: String) { #expect(PartialDate(key: key) == nil) }

    @Test func namesPeriodsByTheirLength() {
        #expect(PartialDate.quarter(4, year: 2026).key == "2026-Q4")
        #expect(PartialDate.month(7, year: 2026).key == "2026-07")
    }
}
