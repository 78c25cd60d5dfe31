import Testing
import WorkCalendar

struct InstantTests {
    @Test(arguments: ["1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z", "2026-07-02T01:15:30.250Z"])
    func readsWhatItWrites(_ text: String) throws {
        #expect(try #require(Instant(iso: text)).description == text)
    }

    @Test(arguments: [
        "", "2026-07-02", "2026-07-02T01:15:30Z", "2026-07-02T25:15:30.250Z", "2026-07-02T01:60:30.250Z",
        "2026-07-02 01:15:30.250Z", "2026-02-30T01:15:30.250Z", "2026-07-02T01:15:30.250+",
    ])
    func refusesAnythingElse(_ text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test func knowsTheDayInHanoi() throws {
        #expect(try #require(Instant(iso: "2026-07-01T16:59:59.999Z")).day.description == "2026-07-01")
        #expect(try #require(Instant(iso: "2026-07-01T17:00:00.000Z")).day.description == "2026-07-02")
    }
}
