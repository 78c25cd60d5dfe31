import Testing
import WorkCalendar

@testable import Registers

@Suite("Values as files and programs write them")
struct PlainTextTests {
    @Test(arguments: [
        "2026", "2026-H1", "2026-Q4", "2026-07", "2026-07-02",
    ]) func `A date that is not known to the day comes back as it was`(text: String) {
        #expect(PartialDate(iso: text)?.iso == text)
    }

    @Test(arguments: ["", "26", "2026-Q5", "2026-13", "2026-7", "2026-02-30", "0000"])
    func `What is no date is none`(text: String) { #expect(PartialDate(iso: text) == nil) }

    @Test func `Decimals are whole numbers of their last place`() {
        #expect(Decimals.units(of: "12.5", places: 2) == 1250)
        #expect(Decimals.units(of: "-0.05", places: 2) == -5)
        #expect(Decimals.units(of: "1.234", places: 2) == nil)
        #expect(Decimals.units(of: "99999999999999999999", places: 2) == nil)
        #expect(Decimals.text(of: 1250, places: 2) == "12.50")
        #expect(Decimals.text(of: -5, places: 2) == "-0.05")
    }
}
