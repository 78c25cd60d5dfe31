import HTTPTypes
import Hummingbird
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

@testable import Office

@Suite("The addresses of the office", .onEachEngine(TestOffice.migrations))
struct DeskRoutesTests {
    var store: Store { get throws { try TestStore.current } }

    @Test func `Who is not signed in is led to the sign-in and back`() async throws {
        let office = try await TestOffice(try store)
        let page = try await office.browser().get("/viec?don-vi=7")
        #expect(page.status == 303)
        #expect(page.location == "/dang-nhap?toi=%2Fviec%3Fdon-vi%3D7")
    }

    @Test func `A role without the action sees a page that says so, with a reference`() async throws {
        let office = try await TestOffice(try store)
        let browser = try await office.browser(as: .officer)
        #expect(try await browser.get("/viec").status == 200)
        let refused = try await browser.get("/duyet")
        #expect(refused.status == 403)
        #expect(refused.text.contains(/<code>[A-Z2-9]{8}<\/code>/))
    }

    @Test func `A form without the token of its browser changes nothing`() async throws {
        let office = try await TestOffice(try store)
        let browser = try await office.browser(as: .officer)
        #expect(try await browser.post("/viec", ["ten": "A"], token: nil).status == 403)
        #expect(try await browser.post("/viec", ["ten": "A"], token: FormToken(of: "another").text).status == 403)
        let fromElsewhere: HTTPFields = [try #require(HTTPField.Name("Sec-Fetch-Site")): "cross-site"]
        #expect(
            try await browser.post("/viec", ["ten": "A"], token: browser.token, headers: fromElsewhere).status == 403)
        #expect(try await browser.post("/viec", ["ten": "A"]).text == "A")
    }

    @Test func `A script in a name comes out as text`() async throws {
        let office = try await TestOffice(try store)
        let browser = try await office.browser(as: .officer)
        let page = try await browser.get("/viec?ten=%3Cscript%3Ealert(1)%3C/script%3E")
        #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!page.text.contains("<script>alert"))
    }

    @Test func `Uploads over the limit, without an end, or with a path for a name do no harm`() async throws {
        let office = try await TestOffice(try store)
        let browser = try await office.browser(as: .officer)
        let large = [UInt8](repeating: 65, count: 2 << 20)
        #expect(try await browser.post("/tep", files: [("tep", "a.pdf", large)]).status == 413)
        #expect(try await browser.post("/tep", files: [("tep", "a", [1]), ("tep", "b", [2])]).status == 413)
        let page = try await browser.post("/tep", files: [("tep", "..\\..\\etc/passwd", [1, 2, 3])])
        #expect(page.text == "passwd 3")
    }

    @Test func `A failure shows nothing of the inside`() async throws {
        let office = try await TestOffice(try store)
        let page = try await office.browser(as: .officer).get("/hong")
        #expect(page.status == 500)
        #expect(!page.text.contains("secret detail"))
    }

    @Test func `A session ends when it is signed out, idle, or too old, and where the position is lost`() async throws {
        let office = try await TestOffice(try store)
        let browser = try await office.browser(as: .officer)
        #expect(try await browser.get("/viec").status == 200)
        office.clock.pass(seconds: Session.idleSeconds + 1)
        #expect(try await browser.get("/viec").status == 303)
        let again = try await office.browser(as: .officer)
        #expect(try await again.post("/dang-xuat").status == 303)
        #expect(try await again.get("/viec").status == 303)
        let third = try await office.browser(as: .officer)
        let (person, act) = (try #require(office.people[.officer]), office.act())
        try await store.write { try Positions.release(person.position, by: act, $0) }
        #expect(try await third.get("/viec").status == 303)
    }
}
