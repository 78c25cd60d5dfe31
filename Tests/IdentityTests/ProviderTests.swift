import AsyncHTTPClient
import Foundation
import HTTPTypes
import Hummingbird
import NIOHTTP1
import Office
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

@testable import Identity

private let identityMigrations =
    Journal.migrations + OrganisationSchema.migrations + PeopleSchema.migrations + SessionSchema.migrations
    + DemonstrationMark.migrations + Identities.migrations

/// Signing in with a real provider, glewlwyd: bin/oidc-provider.
/// One after another: with its data in SQLite the provider answers a server error where two sign in at the same moment.
@Suite("Signing in with a provider", .serialized, .onEachEngine(identityMigrations))
struct ProviderTests {
    private struct Missing: Error, CustomStringConvertible {
        let description = "no provider: run bin/test, or first: export NHIPCAU_TEST_OIDC=$(bin/oidc-provider start)"
    }

    /// - Throws: where there is none: no test is skipped for that.
    private func issuer() throws -> String {
        guard let issuer = ProcessInfo.processInfo.environment["NHIPCAU_TEST_OIDC"], !issuer.isEmpty else {
            throw Missing()
        }
        return issuer
    }

    private struct TestOffice {
        let store: Store
        let router: Router<VisitContext>
        let administrator: (Account, Position)
        let officer: Account
    }

    private func office(_ claim: Provider.Claim?, secret: String = "test-secret") async throws -> TestOffice {
        let store = try TestStore.current
        let act = Act(.system("test"), at: .now)
        let (administrator, position, officer) = try await store.write { db in
            let unit = try Organisations.add(
                NewUnit("Sở Công Thương", below: nil, level: .department, kind: .department), from: act.day, by: act, db
            )
            let officer = try Accounts.enrol(
                login: "tuan.le", name: "Lê Anh Tuấn", as: .officer, title: "Chuyên viên", in: unit, by: act, db)
            let administrator = try Accounts.enrol(
                login: "quantri", name: "Đỗ Hữu Phúc", as: .administrator, title: "Quản trị", in: unit, by: act, db)
            let position = try #require(try Positions.held(by: administrator, on: act.day, db).first)
            return (administrator, position, officer)
        }
        let site = try Site(
            address: "http://localhost", catalogues: [OfficeTexts.catalogue, IdentityTexts.catalogue],
            assets: Assets(OfficeAssets.all))
        let desk = try await Desk(store: store, site: site, sections: [])
        let router = Router(context: VisitContext.self)
        router.middlewares.add(Reception(site))
        var routes = DeskRoutes(router, desk)
        SignInPages(desk, ways: [IdentityPages.way]).add(to: &routes)
        AccountPages(desk).add(to: &routes)
        IdentityPages(
            desk, Provider.Settings(issuer: try issuer(), client: "nhipcau", secret: secret, claim: claim)
        ).add(to: &routes)
        return TestOffice(store: store, router: router, administrator: (administrator, position), officer: officer)
    }

    /// What a person does at the provider: signs in there, agrees, and is sent back.
    private func agree(at address: String) async throws -> String {
        let base = try issuer().replacing("/api/oidc", with: "/api")
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        let client = HTTPClient(configuration: configuration)
        defer { client.shutdown { _ in } }
        var cookies: [String: String] = [:]
        func send(_ method: String, _ address: String, _ body: String? = nil) async throws -> HTTPClientResponse {
            var request = HTTPClientRequest(url: address)
            request.method = .RAW(value: method)
            request.headers.add(name: "Cookie", value: cookies.map { "\($0)=\($1)" }.joined(separator: "; "))
            if let body {
                request.headers.add(name: "Content-Type", value: "application/json")
                request.body = .bytes(Array(body.utf8))
            }
            let response = try await client.execute(request, timeout: .seconds(20))
            for cookie in response.headers["Set-Cookie"] {
                let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
                if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
            }
            return response
        }
        let entry = try await send(
            "POST", "\(base)/auth/", "{\"username\": \"tuan.le\", \"password\": \"nhip-cau-minh-hoa\"}")
        #expect(entry.status == .ok)
        let grant = try await send("PUT", "\(base)/auth/grant/nhipcau", "{\"scope\": \"openid\"}")
        #expect(grant.status == .ok)
        let back = try await send("GET", "\(address)&g_continue")
        return try #require(back.headers.first(name: "Location"))
    }

    private func path(_ address: String) -> String { address.replacing("http://localhost", with: "") }

    @Test func `The account with the login that the provider vouches for is opened, at the page that was asked`()
        async throws
    {
        let office = try await office(.username)
        let browser = TestBrowser(office.router)
        #expect(try await browser.get("/dang-nhap").text.contains("/dang-nhap/oidc"))
        let away = try #require(try await browser.get("/dang-nhap/oidc?toi=/tai-khoan").location)
        #expect(away.contains("code_challenge_method=S256"))
        let back = try await agree(at: away)
        let page = try await browser.get(path(back))
        #expect(page.location == "/tai-khoan")
        #expect(try await browser.get("/tai-khoan").text.contains("Lê Anh Tuấn"))
        // The same answer once more opens nothing.
        #expect(try await TestBrowser(office.router).get(path(back)).location == "/dang-nhap")
    }

    @Test func `Nobody is let in by name alone, and an administrator ties the account`() async throws {
        let office = try await office(nil)
        let browser = TestBrowser(office.router)
        let first = try #require(try await browser.get("/dang-nhap/oidc").location)
        let page = try await browser.get(path(try await agree(at: first)))
        #expect(page.location == "/dang-nhap")
        let told = try await browser.get("/dang-nhap").text
        let subject = String(try #require(told.firstMatch(of: /mã người dùng: ([A-Za-z0-9_-]+)/)).1)
        let administrator = TestBrowser(office.router)
        let (account, position) = office.administrator
        try await administrator.signIn(as: account, for: position, office.store)
        let address = "/quan-tri/tai-khoan/\(office.officer.id.rawValue)/danh-tinh"
        _ = try await administrator.get(address)
        #expect(try await administrator.post(address, ["subject": subject]).status == 303)
        #expect(
            try await administrator.post(
                "/quan-tri/tai-khoan/\(account.id.rawValue)/danh-tinh", ["subject": subject]
            ).status == 422)
        let again = try #require(try await browser.get("/dang-nhap/oidc").location)
        #expect(try await browser.get(path(try await agree(at: again))).location == "/")
    }

    @Test func `An answer to another question, or to another browser, opens nothing`() async throws {
        let office = try await office(.username)
        let browser = TestBrowser(office.router)
        let away = try #require(try await browser.get("/dang-nhap/oidc").location)
        let back = try await agree(at: away)
        #expect(try await TestBrowser(office.router).get(path(back)).location == "/dang-nhap")
        let changed = path(back).replacing(/state=[0-9a-f]+/, with: "state=\(Secret().text)")
        #expect(try await browser.get(changed).location == "/dang-nhap")
        #expect(try await browser.get("/tai-khoan").status == 303)
        let sessions = try await office.store.read { [officer = office.officer] in
            try Sessions.all(of: officer, at: .now, $0)
        }
        #expect(sessions.isEmpty)
    }

    @Test func `A provider that does not know us, or cannot be reached, is told of with a reference`() async throws {
        let office = try await office(.username, secret: "wrong")
        let browser = TestBrowser(office.router)
        let away = try #require(try await browser.get("/dang-nhap/oidc").location)
        #expect(try await browser.get(path(try await agree(at: away))).location == "/dang-nhap")
        #expect(try await browser.get("/dang-nhap").text.contains(/báo quản trị mã [A-Z2-9]{8}/))
    }
}

@Suite("What a provider says of somebody") struct IDTokenTests {
    private let settings = Provider.Settings(
        issuer: "https://id.example", client: "nhipcau", secret: "", claim: .email)

    private func token(_ changes: String) throws -> IDToken {
        var fields: [String: Any] = [
            "iss": "https://id.example", "sub": "s1", "aud": "nhipcau", "exp": 4_000_000_000, "nonce": "n1",
            "email": "tuan.le@example.com",
        ]
        let changed = try JSONSerialization.jsonObject(with: Data(changes.utf8)) as? [String: Any] ?? [:]
        fields.merge(changed) { $1 }
        return try JSONDecoder().decode(IDToken.self, from: JSONSerialization.data(withJSONObject: fields))
    }

    @Test func `An address counts only where it was verified`() throws {
        #expect(try token("{}").identity(settings, nonce: "n1").login == nil)
        #expect(try token(#"{"email_verified": false}"#).identity(settings, nonce: "n1").login == nil)
        let verified = try token(#"{"email_verified": true}"#).identity(settings, nonce: "n1")
        #expect(verified.login == "tuan.le@example.com")
    }

    @Test(arguments: [
        #"{"iss": "https://other.example"}"#, #"{"aud": "another"}"#, #"{"aud": []}"#, #"{"nonce": "n2"}"#,
        #"{"aud": ["nhipcau", "another"]}"#, #"{"azp": "another"}"#, #"{"sub": ""}"#,
    ])
    func `A token for others, of others, or to another question is refused`(changes: String) throws {
        let token = try token(changes)
        #expect(throws: Provider.Failure.self) { try token.identity(settings, nonce: "n1") }
    }
}
