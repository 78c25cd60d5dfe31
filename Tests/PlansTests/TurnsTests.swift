import Plans
import Testing
import WorkCalendar

@Suite struct TurnsTests {
    private let start = Day(iso: "2026-07-02")

    private func turns(_ deadline: Deadline) throws -> [String] {
        deadline.turns(until: 2028, from: try #require(start)).map { turn in
            [turn.period?.key ?? "", turn.due?.description ?? ""].joined(separator: " ")
        }
    }

    private func read(_ raw: String, period: ClosedRange<Int>? = 2026...2028) throws -> [String] {
        try turns(DeadlineReader.cell(raw, context: DeadlineContext(documentDate: start, period: period)))
    }

    @Test func aYearlyOneComesOnceInEachYearOfThePlan() throws {
        #expect(try read("Hàng năm") == ["2026 2026-12-31", "2027 2027-12-31", "2028 2028-12-31"])
        #expect(
            try read("trước ngày 30/11 hằng năm") == ["2026 2026-11-30", "2027 2027-11-30", "2028 2028-11-30"])
    }

    @Test func aTurnThatIsOverWhenTheDocumentIsWrittenIsNone() throws {
        #expect(try read("trước ngày 30/6 hằng năm") == ["2027 2027-06-30", "2028 2028-06-30"])
        #expect(try read("Hằng quý", period: 2026...2026) == ["2026-Q3 2026-09-30", "2026-Q4 2026-12-31"])
    }

    @Test func severalDaysOfAYearComeEachYear() throws {
        #expect(
            try read("trước ngày 15/6 và ngày 20/12 hằng năm")
                == [
                    "2026-H2 2026-12-20", "2027-H1 2027-06-15", "2027-H2 2027-12-20", "2028-H1 2028-06-15",
                    "2028-H2 2028-12-20",
                ])
    }

    @Test func theEndOfAMonthIsItsOwnLastDay() throws {
        let months = try read("Hằng tháng", period: 2027...2028)
        #expect(months.count == 24)
        #expect(months.contains("2027-02 2027-02-28") && months.contains("2028-02 2028-02-29"))
        #expect(try read("trước ngày 20 hằng tháng", period: 2026...2026).first == "2026-07 2026-07-20")
    }

    @Test func oneWithoutAnEndIsWorkedOutToTheHorizon() throws {
        let deadline = DeadlineReader.cell("Hằng năm", context: DeadlineContext(documentDate: start))
        #expect(deadline.rolls)
        #expect(try turns(deadline) == ["2026 2026-12-31", "2027 2027-12-31", "2028 2028-12-31"])
    }

    @Test func severalDatesAreOneTurnEach() throws {
        let found = DeadlineReader.cell(
            "vào năm 2028 và tổ chức tổng kết vào năm 2030", context: DeadlineContext(documentDate: start))
        #expect(try turns(found) == ["2028 2028-12-31", "2030 2030-12-31"])
        #expect(
            try read("trước ngày 15/9/2026 và trước ngày 20/12/2026")
                == ["2026-09-15 2026-09-15", "2026-12-20 2026-12-20"])
        #expect(try read("Năm 2026, 2027") == ["2026 2026-12-31", "2027 2027-12-31"])
    }

    @Test(arguments: [
        ("Quý IV/2026", " 2026-12-31"), ("Giai đoạn 2026 - 2030", " 2030-12-31"), ("15/8/2026", " 2026-08-15"),
    ])
    func oneDateIsOneTurn(_ raw: String, _ turn: String) throws { #expect(try read(raw) == [turn]) }

    @Test func noDayIsInvented() throws {
        #expect(try turns(.none) == [" "])
        #expect(try read("Thường xuyên") == [" "])
    }

    @Test func whatAClerkCorrectedCountsMoreThanTheWords() throws {
        let corrected = Deadline(
            raw: "Hàng năm", kind: .yearly, due: Day(iso: "2026-11-15"), from: 2026, to: 2028)
        #expect(try turns(corrected) == ["2026 2026-11-15", "2027 2027-11-15", "2028 2028-11-15"])
        let words = Deadline(
            raw: "trước ngày 15 tháng 11", kind: .yearly, due: Day(iso: "2026-11-15"), from: 2026, to: 2027)
        #expect(try turns(words) == ["2026 2026-11-15", "2027 2027-11-15"])
    }

    @Test func aPaperCannotPlanForEver() throws {
        let endless = Deadline(raw: nil, kind: .yearly, due: Day(iso: "2026-12-31"), from: 2026, to: 2200)
        #expect(try turns(endless).count == 51)
    }
}
