import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

@testable import Office

@Suite("Lists as files and for programs", .onEachEngine(TestOffice.migrations))
struct OfficeListTests {
    private struct Answer: Decodable {
        struct Item: Decodable, Equatable {
            let id: Int
            let title: String
            let role: String
        }
        let items: [Item]
        let next: String?
    }

    private struct Lines: Decodable {
        struct Line: Decodable {
            let id: Int
            let action: String
            let reason: String?
        }
        let items: [Line]
    }

    private struct Units: Decodable {
        struct Unit: Decodable { let name: String }
        let items: [Unit]
    }

    private struct Problem: Decodable {
        let status: Int
        let title: String
        let instance: String
    }

    var store: Store { get throws { try TestStore.current } }

    /// A second unit, with one position.
    private func addAnotherUnit(_ office: TestOffice) async throws {
        let (act, own) = (office.act(), office.unit)
        try await store.write { db in
            let city = try Organisations.directory(db).province(of: own)
            let unit = try Organisations.add(
                NewUnit("Sở Nội vụ", below: city, level: .department, kind: .department), from: act.day, by: act, db)
            _ = try Positions.add(in: unit, title: "Lưu trữ", role: .officer, by: act, db)
        }
    }

    private func ask(_ office: TestOffice, _ address: String, _ secret: Secret?) async throws -> TestBrowser.Page {
        let headers: HTTPFields = secret.map { [.authorization: "Bearer \($0.text)"] } ?? [:]
        return try await office.browser().get(address, headers: headers)
    }

    private func rows(_ office: TestOffice, _ address: String, _ secret: Secret) async throws -> Answer {
        let page = try await ask(office, address, secret)
        #expect(page.status == 200)
        #expect(page.headers[.contentType] == "application/json")
        return try JSONDecoder().decode(Answer.self, from: Data(page.text.utf8))
    }

    @Test func `A token sees what its position sees`() async throws {
        let office = try await TestOffice(try store)
        try await addAnotherUnit(office)
        let officer = try await rows(office, "/api/positions", try await office.token(of: .officer))
        #expect(officer.items.count == Role.allCases.count)
        #expect(officer.items.allSatisfy { $0.title == "Chuyên viên" })
        let auditor = try await rows(office, "/api/positions", try await office.token(of: .auditor))
        #expect(auditor.items.count == Role.allCases.count + 1)
        let found = try await rows(office, "/api/positions?q=L%C6%B0u", try await office.token(of: .coordinator))
        #expect(found.items.map(\.title) == ["Lưu trữ"])
        #expect(try await ask(office, "/api/positions", office.token(of: .administrator)).status == 403)
    }

    @Test func `A token that was revoked or has expired is refused, as is none, and a session`() async throws {
        let office = try await TestOffice(try store)
        let (revoked, expired) = (try await office.token(of: .officer), try await office.token(of: .leader))
        #expect(try await ask(office, "/api/positions", revoked).status == 200)
        let (hoa, act) = (try #require(office.people[.officer]).account, office.act())
        try await store.write { db in
            try AccessTokens.revoke(try #require(try AccessTokens.all(of: hoa, db).first).id, of: hoa, by: act, db)
        }
        office.clock.pass(seconds: 30 * 86_400)
        for secret in [revoked, expired, Secret(), nil] {
            let page = try await ask(office, "/api/positions", secret)
            #expect(page.status == 401)
            #expect(page.headers[.wwwAuthenticate] == "Bearer")
            #expect(page.headers[.contentType] == "application/problem+json")
            let problem = try JSONDecoder().decode(Problem.self, from: Data(page.text.utf8))
            #expect(problem.status == 401 && problem.instance.hasPrefix("urn:nhipcau:"))
        }
        #expect(try await office.browser(as: .coordinator).get("/api/positions").status == 401)
    }

    @Test func `A token that asks too often is told when it may go on; another is not held up`() async throws {
        let office = try await TestOffice(try store)
        let (eager, other) = (try await office.token(of: .officer), try await office.token(of: .auditor))
        office.clock.pass(seconds: 60)
        for _ in 1...30 { #expect(try await ask(office, "/api/positions", eager).status == 200) }
        office.clock.pass(seconds: 20)
        let page = try await ask(office, "/api/positions", eager)
        #expect(page.status == 429 && page.headers[.retryAfter] == "40")
        #expect(page.headers[.contentType] == "application/problem+json")
        #expect(try await ask(office, "/api/positions", other).status == 200)
        office.clock.pass(seconds: 40)
        #expect(try await ask(office, "/api/positions", eager).status == 200)
    }

    @Test func `Pages lead to the end, every row once`() async throws {
        let office = try await TestOffice(try store)
        let secret = try await office.token(of: .officer)
        var (next, ids): (String?, [Int]) = ("/api/positions?limit=4", [])
        while let address = next {
            let page = try await rows(office, address, secret)
            ids += page.items.map(\.id)
            next = page.next
        }
        #expect(ids == ids.sorted() && Set(ids).count == Role.allCases.count && ids.count == Role.allCases.count)
    }

    @Test(arguments: [
        "ten=x", "limit=0", "limit=201", "limit=x", "trang=0", "trang=99999999999999999999", "trang=1000000&limit=200",
    ])
    func `What cannot be asked is told as a problem`(query: String) async throws {
        let office = try await TestOffice(try store)
        let page = try await ask(office, "/api/positions?\(query)", try await office.token(of: .officer))
        #expect(page.status == 400)
        #expect(page.headers[.contentType] == "application/problem+json")
    }

    @Test func `An address that there is not is a problem too`() async throws {
        let office = try await TestOffice(try store)
        let page = try await ask(office, "/api/nothing", try await office.token(of: .officer))
        #expect(page.status == 404)
        #expect(page.headers[.contentType] == "application/problem+json")
    }

    @Test func `A file has the rows of the page, and the journal knows of it`() async throws {
        let office = try await TestOffice(try store)
        try await addAnotherUnit(office)
        let browser = try await office.browser(as: .auditor)
        let csv = try await browser.get("/vi-tri.csv?q=L%C6%B0u")
        #expect(csv.status == 200)
        #expect(csv.headers[.contentDisposition]?.hasPrefix("attachment;") ?? false)
        #expect(csv.text.hasSuffix("Vị trí công tác,Ngày tạo\r\nLưu trữ,\"Chuyên viên cơ quan, xã/phường\"\r\n"))
        let xlsx = try await browser.get("/vi-tri.xlsx")
        #expect(xlsx.status == 200 && xlsx.text.hasPrefix("PK"))
        let account = try #require(office.people[.auditor]).account
        let entries = try await store.read { try Journal.entries(of: .account(account.id), $0) }
        #expect(entries.prefix(2).map(\.action) == ["list.export", "list.export"])
        #expect(entries[1].after?.contains(#""list":"positions","format":"csv","asked":"/vi-tri.csv?q="#) ?? false)
        #expect(entries[1].after?.contains(#""rows":1,"cut":false"#) ?? false)
        #expect(try await office.browser(as: .administrator).get("/vi-tri.csv").status == 403)
        #expect(try await office.browser().get("/vi-tri.csv").status == 303)
    }

    @Test func `A token is made on the page of the account, shown once, and revoked there`() async throws {
        let office = try await TestOffice(try store)
        let browser = try await office.browser(as: .officer)
        #expect(try await browser.get("/tai-khoan/truy-cap").status == 200)
        let wrong = try await browser.post("/tai-khoan/truy-cap", ["name": "", "days": "30"])
        #expect(wrong.status == 422)
        let made = try await browser.post("/tai-khoan/truy-cap", ["name": "Bảng <của phòng>", "days": "30"])
        let secret = try #require(made.text.firstMatch(of: /class="secret">([0-9a-f]{64})</)).1
        #expect(try await ask(office, "/api/positions", Secret(String(secret))).status == 200)
        let again = try await browser.get("/tai-khoan/truy-cap")
        #expect(again.text.contains("Bảng &lt;của phòng&gt;") && !again.text.contains(secret))
        let id = try #require(again.text.firstMatch(of: /truy-cap\/([0-9]+)\/thu-hoi/)).1
        #expect(try await browser.post("/tai-khoan/truy-cap/\(id)/thu-hoi").status == 303)
        #expect(try await ask(office, "/api/positions", Secret(String(secret))).status == 401)
    }

    private func lines(_ office: TestOffice, _ secret: Secret, _ query: String) async throws -> [Lines.Line] {
        let page = try await ask(office, "/api/journal?\(query)", secret)
        return try JSONDecoder().decode(Lines.self, from: Data(page.text.utf8)).items
    }

    private func names(_ office: TestOffice, _ secret: Secret, _ query: String) async throws -> [String] {
        let page = try await ask(office, "/api/organisations?\(query)", secret)
        return try JSONDecoder().decode(Units.self, from: Data(page.text.utf8)).items.map(\.name)
    }

    @Test func `The journal is taken away as far as it was asked for, by who may read it`() async throws {
        let office = try await TestOffice(try store)
        let auditor = try await office.token(of: .auditor)
        let all = try await lines(office, auditor, "limit=200")
        #expect(all.first?.action == "token.make" && all.last?.id == 1)
        #expect(all.map(\.id) == all.map(\.id).sorted(by: >))
        #expect(try await lines(office, auditor, "viec=account.add").count == Role.allCases.count)
        #expect(try await lines(office, auditor, "tu=2026-11-20&den=2026-11-20").count == min(all.count, 50))
        #expect(try await lines(office, auditor, "den=2026-11-19").isEmpty)
        #expect(try await lines(office, auditor, "tu=2026-11-21").isEmpty)
        #expect(
            try await lines(office, auditor, "loai=position&ma=1").allSatisfy {
                $0.action.hasPrefix("position.") && $0.reason == "test"
            }
        )
        #expect(try await ask(office, "/api/journal", try await office.token(of: .officer)).status == 403)
    }

    @Test func `Units are found by a part of their name, without accents, as they were on a day`() async throws {
        let office = try await TestOffice(try store)
        try await addAnotherUnit(office)
        let secret = try await office.token(of: .officer)
        #expect(try await names(office, secret, "").suffix(2) == ["Sở Công Thương", "Sở Nội vụ"])
        #expect(try await names(office, secret, "q=noi+vu") == ["Sở Nội vụ"])
        #expect(try await names(office, secret, "cap=commune").isEmpty)
        #expect(try await names(office, secret, "ngay=2020-01-01").isEmpty)
    }

    @Test func `The description names every list, and people can read about it`() async throws {
        let office = try await TestOffice(try store)
        let page = try await office.browser().get("/api/openapi.json")
        #expect(page.status == 200 && page.text.contains(#""/api/positions""#))
        #expect(try await office.browser(as: .officer).get("/api").text.contains("/api/positions"))
    }
}
