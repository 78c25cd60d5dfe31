import Figures
import Testing
import WorkCalendar

@Suite struct ReportingRegimeTests {
    private func window(_ asked: String, _ regime: String) throws -> String? {
        let regime = try #require(ReportingRegime.named(regime))
        return FigurePeriod(asked: asked, regime).map { "\($0.window.first)..\($0.window.last)" }
    }

    @Test(arguments: [
        ("2025", "2024-12-15..2025-12-14"), ("2025-H1", "2024-12-15..2025-06-14"),
        ("2025-H2", "2025-06-15..2025-12-14"),
        ("quý IV/2026", "2026-09-15..2026-12-14"), ("tháng 3/2025", "2025-02-15..2025-03-14"),
        ("01/3/2025 - 31/3/2025", "2025-03-01..2025-03-31"), ("2025-03-01..2025-03-31", "2025-03-01..2025-03-31"),
    ])
    func `Decree 09 closes periods on day 14; days of one's own are as they are`(asked: String, days: String) throws {
        #expect(try window(asked, "nd-09-2019") == days)
    }

    @Test func `The calendar has whole months; what is no period is none`() throws {
        #expect(try window("2025-Q1", "calendar") == "2025-01-01..2025-03-31")
        #expect(try window("năm ngoái", "calendar") == nil)
        #expect(ReportingRegime.named("khac") == nil)
    }

    @Test func `The parts of a period follow each other without a gap, in its own regime`() throws {
        let regime = try #require(ReportingRegime.named("nd-09-2019"))
        let parts = FigurePeriod(.year(2025), regime).parts(by: .month)
        #expect(parts.count == 12)
        #expect(parts[0].window.first.description == "2024-12-15" && parts[11].window.last.description == "2025-12-14")
        for (before, after) in zip(parts, parts.dropFirst()) {
            #expect(after.window.first == before.window.last.adding(days: 1))
        }
        let own = try #require(FigurePeriod(asked: "20/3/2025 - 10/5/2025")).parts(by: .month)
        #expect(
            own.map { "\($0.window.first)..\($0.window.last)" } == [
                "2025-03-20..2025-03-31", "2025-04-01..2025-04-30", "2025-05-01..2025-05-10",
            ])
    }
}
