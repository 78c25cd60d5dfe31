import Testing
import WorkCalendar

@testable import Registers

@Suite("Reading what people type") struct TypedValueTests {
    @Test(arguments: [
        ("02/7/2026", "2026-07-02"), ("2-7-2026", "2026-07-02"), ("ngày 02 tháng 7 năm 2026", "2026-07-02"),
        ("tháng 7/2026", "2026-07"), ("7/2026", "2026-07"), ("quý 4/2026", "2026-Q4"), ("Quý IV/2026", "2026-Q4"),
        ("quý iv năm 2026", "2026-Q4"), ("6 tháng đầu năm 2026", "2026-H1"), ("năm 2026", "2026"), ("2026", "2026"),
        ("2026-q4", "2026-Q4"),
    ]) func dates(typed: String, plain: String) {
        #expect(PartialDate(typed: typed)?.iso == plain)
    }

    @Test(arguments: ["", "31/2/2026", "quý 5/2026", "tháng 13/2026", "hôm qua", "26"])
    func `what is no date is none`(typed: String) { #expect(PartialDate(typed: typed) == nil) }

    @Test(
        arguments: [
            ("3.904", 0, 3904), ("12", 0, 12), ("-5", 0, -5), ("1 204", 0, nil), ("15,5", 2, 1550), ("15.5", 2, 1550),
            ("1.200,5 triệu", 2, 120_050_000_000), ("2 tỷ", 0, 2_000_000_000), ("12,5", 0, nil), ("khoảng 20", 0, nil),
            ("10-15", 0, nil),
        ] as [(String, Int, Int?)]) func numbers(typed: String, places: Int, units: Int?)
    {
        #expect(TypedNumber.units(typed, places: places) == units)
    }

    @Test(arguments: [
        ("1.200.000", 120_000_000, "VND"), ("1.200 USD", 120_000, "USD"), ("5 triệu đồng", 500_000_000, "VND"),
        ("350,75 EUR", 35_075, "EUR"),
    ]) func amounts(typed: String, hundredths: Int, currency: String) {
        #expect(TypedNumber.money(typed, "VND") == Money(hundredths: hundredths, currency: currency))
    }

    @Test(arguments: [0, 5, 1250, -1250, 120_050_000, 100_000]) func `a number in a form is read as it was`(units: Int)
    {
        #expect(TypedNumber.units(TypedNumber.text(units, places: 2), places: 2) == units)
    }
}
