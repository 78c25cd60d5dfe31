import Hummingbird
import Office
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import Wording
import WorkCalendar

@Suite(.onEachEngine(NoticeCast.migrations + SessionSchema.migrations + DemonstrationMark.migrations))
struct NoticePageTests {
    /// Signed in as the officer.
    private func browser(_ cast: NoticeCast) async throws -> TestBrowser {
        let store = try TestStore.current
        let site = try Site(address: "http://localhost", catalogues: [OfficeTexts.catalogue], assets: Assets())
        let desk = try await Desk(store: store, site: site, sections: [], unread: Notices.unread)
        let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
        router.middlewares.add(Reception(site))
        var routes = DeskRoutes(router, desk)
        NoticePages(desk, link: { $0.kind == "occurrence" ? "/ky-thuc-hien/\($0.id)" : nil }).add(to: &routes)
        let browser = TestBrowser(router)
        let position = try await store.read { try #require(try Positions.held(by: cast.nam, on: .today, $0).first) }
        try await browser.signIn(as: cast.nam, for: position, store)
        return browser
    }

    private func tell(_ occasion: String, _ account: Account, title: String = "Mở <b>ngày hội</b>") async throws -> Int
    {
        try await TestStore.current.write { db in
            try Notices.tell(NoticeCast.news(.late, occasion, title: title), to: [account.id], by: NoticeCast.act, db)
            return try #require(try Notices.list(for: account.id, db).first?.id)
        }
    }

    @Test func theListShowsOnesOwnNoticesAndLeadsToTheThing() async throws {
        let cast = try await NoticeCast.found()
        let browser = try await browser(cast)
        #expect(try await browser.get("/thong-bao").text.contains("Chưa có thông báo nào."))
        let id = try await tell("1", cast.nam)
        let anothers = try await tell("1", cast.hoa)
        let page = try await browser.get("/thong-bao").text
        #expect(page.contains("Quá hạn từ ngày 30/11/2026: Mở &lt;b&gt;ngày hội&lt;/b&gt; (Sở Diều)"))
        #expect(page.contains("<span class=\"count\">1</span>"))
        let opened = try await browser.get("/thong-bao/\(id)")
        #expect(opened.location == "/ky-thuc-hien/7")
        #expect(try await !browser.get("/thong-bao").text.contains("class=\"count\""))
        #expect(try await browser.get("/thong-bao/\(anothers)").status == 404)
        #expect(try await TestStore.current.read { try Notices.unread(of: cast.hoa.id, $0) } == 1)
    }

    @Test func oneOrAllAreMarkedAsRead() async throws {
        let cast = try await NoticeCast.found()
        let browser = try await browser(cast)
        for occasion in ["1", "2", "3"] { _ = try await tell(occasion, cast.nam) }
        let id = try await tell("4", cast.nam)
        _ = try await browser.get("/thong-bao")
        #expect(try await browser.post("/thong-bao/da-doc", ["id": "\(id)"]).status == 303)
        #expect(try await browser.get("/thong-bao").text.contains("<span class=\"count\">3</span>"))
        #expect(try await browser.post("/thong-bao/da-doc").status == 303)
        #expect(try await browser.get("/thong-bao?chua-doc=1").text.contains("Không còn thông báo nào chưa đọc."))
    }

    @Test func oneChoosesHowToBeTold() async throws {
        let cast = try await NoticeCast.found()
        let browser = try await browser(cast)
        #expect(try await browser.get("/thong-bao/cach-nhan").text.contains("Địa chỉ thư điện tử"))
        let wrong = try await browser.post("/thong-bao/cach-nhan", ["address": "nam@", "late": "none"])
        #expect(wrong.status == 422 && wrong.text.contains("“nam@” không phải là địa chỉ thư điện tử."))
        let right = try await browser.post(
            "/thong-bao/cach-nhan", ["address": "nam@example.vn", "late": "none", "comment": "nonsense"])
        #expect(right.status == 303)
        let (ways, address) = try await TestStore.current.read { db in
            (try NoticeChoices.ways(of: cast.nam.id, db), try NoticeChoices.address(of: cast.nam.id, db))
        }
        #expect(address == "nam@example.vn" && ways[.late] == NoticeWay.none && ways[.comment] == .page)
    }
}
