import Hummingbird
import Office
import Plans
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

@Suite(
    "The calendar of due days",
    .onEachEngine(
        Cast.migrations + SessionSchema.migrations + TokenSchema.migrations
            + DemonstrationMark.migrations))
struct DueCalendarTests {
    private let clock = TestClock(Instant(milliseconds: 1_795_222_800_000))

    /// A browser of an office in which the account "hoa" is an officer of the tourism department; and the account.
    private func office() async throws -> (browser: TestBrowser, hoa: Account, position: Position) {
        let (store, act) = (try TestStore.current, try Cast.act())
        let (hoa, position) = try await store.write { db in
            try Cast.units(db)
            let plan = try Cast.plan("12/KH-UBND", db)
            _ = try Cast.assignment(
                of: plan, "Đón đoàn báo chí", due: "2026-12-10", leads: [Cast.tourism, Cast.trade], db)
            _ = try Cast.assignment(of: plan, "In tờ gấp", due: "2026-11-01", leads: [Cast.tourism], db)
            _ = try Cast.assignment(of: plan, "Mở hội chợ", due: "2026-12-12", leads: [Cast.trade], db)
            let hoa = try Accounts.add(login: "hoa", name: "Nguyễn Thị Hoa", by: act, db)
            let position = try Positions.add(in: Cast.tourism, title: "Chuyên viên", role: .officer, by: act, db)
            try Positions.appoint(hoa, to: position, from: act.day, by: act, db)
            return (hoa, position)
        }
        let clock = clock
        let site = try Site(
            address: "https://nhipcau.example", catalogues: [OfficeTexts.catalogue, PlanTexts.catalogue],
            assets: Assets(), now: { clock.now })
        let desk = try await Office.Desk(store: store, site: site, sections: [])
        let router = Router(context: VisitContext.self)
        router.middlewares.add(Reception(site))
        var routes = DeskRoutes(router, desk)
        CalendarPages(desk).add(to: &routes)
        return (TestBrowser(router), hoa, position)
    }

    private func open(_ account: Account) async throws -> Secret {
        let act = try Cast.act()
        return try await TestStore.current.write { try AccessTokens.renewCalendar(of: account, by: act, $0) }
    }

    @Test func `It has the due days of the own unit, late ones too, and nobody else's`() async throws {
        let office = try await office()
        let page = try await office.browser.get("/lich/\(try await open(office.hoa).text).ics")
        #expect(page.status == 200)
        #expect(page.headers[.contentType] == "text/calendar; charset=utf-8")
        let lines = page.text.split(separator: "\r\n")
        #expect(lines.filter { $0.hasPrefix("SUMMARY") } == ["SUMMARY:QUÁ HẠN: In tờ gấp", "SUMMARY:Đón đoàn báo chí"])
        #expect(lines.filter { $0.hasPrefix("DTSTART") }.map { $0.suffix(8) } == ["20261101", "20261210"])
        #expect(Set(lines.filter { $0.hasPrefix("UID") }).count == 2)
    }

    @Test func `An address that was changed, and one of who has left, lead nowhere`() async throws {
        let office = try await office()
        let old = try await open(office.hoa)
        let new = try await open(office.hoa)
        #expect(try await office.browser.get("/lich/\(old.text).ics").status == 404)
        #expect(try await office.browser.get("/lich/\(Secret().text).ics").status == 404)
        #expect(try await office.browser.get("/lich/\(new.text).ics").status == 200)
        let (position, act) = (office.position, try Cast.act())
        try await TestStore.current.write { try Positions.release(position, by: act, $0) }
        #expect(try await office.browser.get("/lich/\(new.text).ics").status == 404)
    }
}
