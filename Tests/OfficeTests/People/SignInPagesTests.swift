import HTTPTypes
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

@testable import Office

@Suite("Signing in, step by step", .onEachEngine(TestOffice.migrations))
struct SignInPagesTests {
    private let sentence = "con cò bay lả bay la"
    private let another = "bay từ cửa phủ bay ra cánh đồng"

    private func office() async throws -> TestOffice { try await TestOffice(TestStore.current) }

    /// Gives the holder of a role a password; quick to hash, for there are many tests.
    private func give(_ role: Role, _ origin: SignIn.Origin, _ office: TestOffice) async throws -> Account {
        let account = try #require(office.people[role]).account
        let hash = try await PasswordWork.hash(sentence, cost: PasswordHash.Cost(logarithm: 6))
        let act = office.act()
        try await office.store.write { try SignIn.keep(hash, origin, account, by: act, $0) }
        return account
    }

    private func signIn(_ role: Role, _ office: TestOffice) async throws -> (TestBrowser, TestBrowser.Page) {
        let browser = try await office.browser()
        _ = try await browser.get("/dang-nhap")
        let page = try await browser.post(
            "/dang-nhap?toi=/viec", ["login": role.rawValue, "password": sentence])
        return (browser, page)
    }

    @Test func `One's own password opens the page that was asked`() async throws {
        let office = try await office()
        _ = try await give(.officer, .chosen, office)
        let (browser, page) = try await signIn(.officer, office)
        #expect(page.location == "/viec")
        #expect(try await browser.get("/viec").status == 200)
    }

    @Test func `A given password has to be changed first, and the new one ends other sessions`() async throws {
        let office = try await office()
        _ = try await give(.officer, .given, office)
        let other = try await office.browser(as: .officer)
        let (browser, page) = try await signIn(.officer, office)
        #expect(page.location == "/dang-nhap/mat-khau?toi=%2Fviec")
        #expect(try await browser.get("/viec").status == 303)
        let step = try await browser.get("/dang-nhap/mat-khau?toi=/viec")
        #expect(step.text.contains("autocomplete=\"new-password\""))
        let address = "/dang-nhap/mat-khau?toi=/viec"
        #expect(try await browser.post(address, ["new": another, "again": sentence]).status == 422)
        #expect(try await browser.post(address, ["new": sentence, "again": sentence]).status == 422)
        #expect(try await other.get("/viec").status == 200)
        #expect(try await browser.post(address, ["new": another, "again": another]).location == "/viec")
        #expect(try await browser.get("/viec").status == 200)
        #expect(try await other.get("/viec").status == 303)
    }

    @Test func `A code of the telephone serves once, a written one too`() async throws {
        let office = try await office()
        let account = try await give(.officer, .chosen, office)
        let secret = SecondStep.newSecret()
        let bytes = try #require(Base32.bytes(secret))
        func code() -> String { OneTimeCode.code(of: bytes, step: OneTimeCode.step(at: office.clock.now)) }
        let (first, act) = (code(), office.act())
        let written = try await office.store.write {
            try SecondStep.turnOn(account, secret: secret, code: first, by: act, $0)
        }
        #expect(written.count == 10)
        let (browser, page) = try await signIn(.officer, office)
        #expect(page.location == "/dang-nhap/ma?toi=%2Fviec")
        _ = try await browser.get("/dang-nhap/ma")
        #expect(try await browser.post("/dang-nhap/ma", ["code": first]).status == 422)
        office.clock.pass(seconds: 60)
        #expect(try await browser.post("/dang-nhap/ma", ["code": code()]).location == "/")
        for (attempt, status) in [(written[3], 303), (written[3], 422), (written[4].uppercased(), 303)] {
            let (again, _) = try await signIn(.officer, office)
            _ = try await again.get("/dang-nhap/ma")
            #expect(try await again.post("/dang-nhap/ma", ["code": attempt]).status == status)
        }
        #expect(try await office.store.read { try SecondStep.codesLeft(account, $0) } == 8)
    }

    @Test func `Codes cannot be guessed without end`() async throws {
        let office = try await office()
        let account = try await give(.officer, .chosen, office)
        let secret = SecondStep.newSecret()
        let bytes = try #require(Base32.bytes(secret))
        let (code, act) = (OneTimeCode.code(of: bytes, step: OneTimeCode.step(at: office.clock.now)), office.act())
        _ = try await office.store.write { try SecondStep.turnOn(account, secret: secret, code: code, by: act, $0) }
        let (browser, _) = try await signIn(.officer, office)
        _ = try await browser.get("/dang-nhap/ma")
        for _ in 1...5 { #expect(try await browser.post("/dang-nhap/ma", ["code": "000000"]).status == 422) }
        office.clock.pass(seconds: 60)
        let right = OneTimeCode.code(of: bytes, step: OneTimeCode.step(at: office.clock.now))
        #expect(try await browser.post("/dang-nhap/ma", ["code": right]).text.contains("Sai mật khẩu quá nhiều lần"))
    }

    /// RFC 6238, appendix B: the last six of its eight digits.
    @Test(arguments: [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")])
    func `Codes are those of the standard`(seconds: Int, code: String) {
        #expect(OneTimeCode.code(of: Array("12345678901234567890".utf8), step: seconds / 30) == code)
        #expect(Base32.bytes(Base32.text("12345678901234567890".utf8)) == Array("12345678901234567890".utf8))
    }

    @Test func `Who holds several positions chooses one, and another later`() async throws {
        let office = try await office()
        let account = try await give(.officer, .chosen, office)
        let (act, unit) = (office.act(), office.unit)
        try await office.store.write {
            try Positions.give(account, as: .leader, title: "Phó Giám đốc", in: unit, by: act, $0)
        }
        let (browser, page) = try await signIn(.officer, office)
        #expect(page.location == "/dang-nhap/vi-tri?toi=%2Fviec")
        let choice = try await browser.get("/dang-nhap/vi-tri?toi=/viec")
        let ids = choice.text.matches(of: /name="position" value="([0-9]+)"/).map { String($0.1) }
        try #require(ids.count == 2)
        #expect(try await browser.post("/dang-nhap/vi-tri", ["position": "9999"]).status == 422)
        #expect(try await browser.post("/dang-nhap/vi-tri?toi=/viec", ["position": ids[0]]).location == "/viec")
        #expect(try await browser.get("/duyet").status == 403)
        _ = try await browser.get("/tai-khoan")
        #expect(try await browser.post("/tai-khoan/vi-tri", ["position": ids[1]]).status == 303)
        #expect(try await browser.get("/duyet").status == 200)
    }

    @Test func `A link of an administrator sets a password once, within a day`() async throws {
        let office = try await office()
        let account = try await give(.officer, .chosen, office)
        let signedIn = try await office.browser(as: .officer)
        let administrator = try await office.browser(as: .administrator)
        let made = try await administrator.post("/quan-tri/tai-khoan/\(account.id.rawValue)/lien-ket")
        let link = "/dat-mat-khau/\(try #require(made.text.firstMatch(of: /dat-mat-khau\/([0-9a-f]{64})/)).1)"
        #expect(try await signedIn.get("/viec").status == 303)
        let browser = try await office.browser()
        #expect(try await browser.get(link).status == 200)
        #expect(try await browser.post(link, ["new": "ngắn", "again": "ngắn"]).status == 422)
        #expect(try await browser.post(link, ["new": another, "again": another]).location == "/dang-nhap")
        #expect(try await browser.get(link).status == 404)
        let outcome = try await SignIn(office.store).attempt(
            login: "officer", password: another, at: office.clock.now)
        #expect(outcome == .signedIn(account, mustChange: false))
        let late = try await administrator.post("/quan-tri/tai-khoan/\(account.id.rawValue)/lien-ket")
        let second = "/dat-mat-khau/\(try #require(late.text.firstMatch(of: /dat-mat-khau\/([0-9a-f]{64})/)).1)"
        office.clock.pass(seconds: 86_400)
        #expect(try await browser.get(second).status == 404)
    }

    @Test func `Too many attempts from one address are put off`() async throws {
        let office = try await office()
        let browser = try await office.browser()
        _ = try await browser.get("/dang-nhap/ma")
        _ = try await browser.get("/dang-nhap")
        for _ in 1...60 { _ = try await browser.post("/dang-nhap/ma", ["code": "1"]) }
        let page = try await browser.post("/dang-nhap/ma", ["code": "1"])
        #expect(page.status == 429)
        #expect(page.headers[.retryAfter] == "300")
        office.clock.pass(seconds: 301)
        #expect(try await browser.post("/dang-nhap/ma", ["code": "1"]).status == 303)
    }

    @Test func `One ends other sessions, one or all`() async throws {
        let office = try await office()
        let (here, there) = (try await office.browser(as: .officer), try await office.browser(as: .officer))
        let page = try await here.get("/tai-khoan")
        let other = try #require(page.text.firstMatch(of: /name="session" value="([0-9]+)"/)).1
        _ = try await here.post("/tai-khoan/phien/ket-thuc", ["session": String(other)])
        #expect(try await there.get("/viec").status == 303)
        #expect(try await here.get("/viec").status == 200)
        let stranger = try await office.browser(as: .leader)
        #expect(try await stranger.get("/viec").status == 200)
        #expect(try await here.post("/tai-khoan/phien/ket-thuc-het").status == 303)
        #expect(try await here.get("/viec").status == 303)
        #expect(try await stranger.get("/viec").status == 200)
    }
}
