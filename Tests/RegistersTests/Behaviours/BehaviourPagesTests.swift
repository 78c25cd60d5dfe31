import Office
import Storage
import TestSupport
import Testing
import WebTestSupport
import WorkCalendar

@testable import Registers

@Suite(
    "Behaviours in the browser", .onEachEngine(Jobs.migrations + RegisterOffice.migrations + NoticeSchema.migrations))
struct BehaviourPagesTests {
    /// A delegation whose report was due on 12 November 2026: fifteen working days after it left.
    private func recorded(_ browser: TestBrowser, departure: String = "22/10/2026") async throws -> String {
        let saved = try await browser.post(
            "/so/visits/moi",
            [
                "f.name": "Đoàn Quảng Đông", "f.arrival": "20/10/2026", "f.departure": departure, "f.cost": "1000",
                "f.cost.currency": "VND", "f.host": "so du lich", "l.payments": "0",
                "l.payments.0.paid": "21/10/2026", "l.payments.0.amount": "1.200",
            ])
        #expect(saved.status == 303, "\(saved.text)")
        return try #require(saved.location)
    }

    @Test func `A record says what is overdue since when, by which rule, and where more was paid than promised`()
        async throws
    {
        let browser = try await RegisterOffice().browser(.officer)
        let page = try await browser.get(try await recorded(browser)).text
        for text in [
            "Báo cáo kết quả", "Quá hạn", "Hạn 12/11/2026", "15 ngày làm việc kể từ Ngày đi (22/10/2026)",
            "Giải ngân vượt cam kết", "120%", "-200 đồng", "Kế hoạch và thực hiện",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func `The list is narrowed to what is overdue, and one page has it of all registers`() async throws {
        let office = try await RegisterOffice()
        let browser = try await office.browser(.officer)
        _ = try await recorded(browser)
        _ = try await recorded(browser, departure: "20/11/2026")
        #expect(try await browser.get("/so/visits?xet-clocks=overdue").text.contains("1 đoàn"))
        let due = try await browser.get("/so/thoi-han").text
        #expect(due.contains("Đoàn Quảng Đông") && due.contains("quá 9 ngày"))
        #expect(try await browser.get("/so").text.contains("1 quá hạn"))
        // Another department's work is not its own.
        let stranger = try await office.browser(.stranger)
        #expect(!(try await stranger.get("/so/thoi-han").text.contains("Đoàn Quảng Đông")))
    }

    @Test func `Who is named is told once of each stage, and of what is over`() async throws {
        let office = try await RegisterOffice()
        // Due on 14 December: 24 November is a day off.
        _ = try await recorded(try await office.browser(.officer), departure: "20/11/2026")
        func tell(_ day: String) async throws -> Int {
            let act = Act(.system("test"), at: Examples.act.at, day: try Day.of(day))
            return try await office.store.write { db throws in
                try TermNotices.tell(try Definitions.current(db), by: act, db)
            }
        }
        // Three days and one day ahead, then late; the coordinator alone is warned.
        #expect(try await tell("2026-12-10") == 0)
        #expect(try await tell("2026-12-11") == 1)
        #expect(try await tell("2026-12-12") == 0)
        #expect(try await tell("2026-12-13") == 1)
        #expect(try await tell("2026-12-14") == 0)
        #expect(try await tell("2026-12-15") == 1)
        #expect(try await tell("2026-12-16") == 0)
        let kinds = try await office.store.read { db in
            try db.all("SELECT kind FROM notices ORDER BY id") { try $0.next(String.self) }
        }
        #expect(kinds == ["term-soon", "term-soon", "term-late"])
    }
}
