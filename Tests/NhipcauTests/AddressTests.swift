import Demonstration
import Foundation
import HTTPTypes
import Identity
import Office
import Registers
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

@testable import Nhipcau

/// Who may use which address: Fixtures/addresses.txt says it, the code declares it, and every address is really asked as every role.
@Suite(.onEachEngine(Schema.migrations)) struct AddressTests {
    private static let everyone = Role.allCases.map(\.rawValue)

    /// The lines of the fixture by method and path: the roles that may, "anyone" for those who need not be signed in.
    private static let table: [String: Set<String>] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/addresses.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ") }
        return Dictionary(
            lines.compactMap { words in
                guard words.count > 2 else { return nil }
                let names = words.dropFirst(2).map(String.init)
                return ("\(words[0]) \(words[1])", Set(names == ["everyone"] ? everyone : names))
            }, uniquingKeysWith: { first, _ in first })
    }()

    /// The roles that the code lets use an address.
    private func allowed(_ address: DeskRoutes.Declared) -> Set<String> {
        switch address.access {
        case .anyone: ["anyone"]
        case .signedIn: Set(Self.everyone)
        case .may(let actions):
            Set(
                Role.allCases.filter { role in actions.contains { AccessPolicy.reach(of: role, $0) != nil } }
                    .map(\.rawValue))
        }
    }

    private func serving() async throws -> Serving {
        // A provider that is never asked, for it is not reached over TLS: its addresses stand in the table as well.
        let provider = Provider.Settings(issuer: "http://nobody.invalid", client: "nhipcau", secret: "test", claim: nil)
        return try await Serving(TestStore.current, host: "127.0.0.1", port: 0, provider: provider)
    }

    @Test func theTableSaysWhatTheCodeDeclares() async throws {
        let declared = try await serving().declared
        for address in declared {
            let name = "\(address.method.rawValue) \(address.path)"
            let allowed = allowed(address)
            let roles = Role.allCases.map(\.rawValue).filter(allowed.contains)
            let line =
                "\(name) \(allowed == ["anyone"] ? "anyone" : roles.count == Self.everyone.count ? "everyone" : roles.joined(separator: " "))"
            #expect(Self.table[name] == allowed, "Fixtures/addresses.txt should say: \(line)")
        }
        let names = Set(declared.map { "\($0.method.rawValue) \($0.path)" })
        for name in Self.table.keys where !names.contains(name) {
            Issue.record("Fixtures/addresses.txt has \(name), which nothing declares")
        }
    }

    @Test func whatProgramsCanAskForIsDescribed() async throws {
        let serving = try await serving()
        let description = try await TestBrowser(serving.router).get("/api/openapi.json").text
        let lists = serving.declared.map(\.path).filter { $0.hasPrefix("/api/") && !$0.hasSuffix(".json") }
        #expect(lists.count >= 6)
        // The records of each register are described by its name; here none is installed.
        for list in lists where !list.contains("/{register}/records") {
            #expect(description.contains("\"\(list)\""), "\(list) is not described")
        }
    }

    @Test func eachLeaderOfTheDemonstrationHasSomethingToApprove() async throws {
        let store = try TestStore.current
        let demonstration = try await Demonstration()
        _ = try await store.write { try demonstration.fill(Schema.migrations, keys: KeyRing(Demonstration.keys), $0) }
        let serving = try await serving()
        let now = serving.site.now()
        let roll = try await store.read { db in
            try Accounts.roll(of: try Accounts.all(db), at: now, try Organisations.directory(db), db)
        }
        let leaders = roll.filter { $0.seats.contains { $0.position.role == .leader } }
        #expect(leaders.count == 2)
        for leader in leaders {
            let browser = TestBrowser(serving.router)
            try await browser.signIn(
                as: leader.account, for: try #require(leader.seats.first).position, at: now, store)
            let page = try await browser.get("/viec-cua-toi")
            #expect(page.text.contains("báo hoàn thành ngày 19/11/2026"), "\(leader.account.login)")
        }
    }

    @Test func everyAddressAnswersThoseWhoMayAndRefusesTheOthers() async throws {
        let store = try TestStore.current
        let demonstration = try await Demonstration()
        _ = try await store.write { try demonstration.fill(Schema.migrations, keys: KeyRing(Demonstration.keys), $0) }
        let serving = try await serving()
        let now = serving.site.now()
        let roll = try await store.read { db in
            try Accounts.roll(of: try Accounts.all(db), at: now, try Organisations.directory(db), db)
        }
        for role in Role.allCases {
            let line = try #require(roll.first { $0.seats.contains { $0.position.role == role } })
            let seat = try #require(line.seats.first)
            let browser = TestBrowser(serving.router)
            try await browser.signIn(as: line.account, for: seat.position, at: now, store)
            let act = Act(.system("test"), at: now)
            let token = try await store.write { try AccessTokens.make("test", days: 30, for: seat, by: act, $0) }
            for address in serving.declared {
                let path = address.path.replacing(/\{[a-z]+\}/, with: "1")
                let mayUse = !allowed(address).isDisjoint(with: ["anyone", role.rawValue])
                if address.method == .get {
                    let isForPrograms = path.hasPrefix("/api/")
                    let headers: HTTPFields = isForPrograms ? [.authorization: "Bearer \(token.text)"] : [:]
                    let status = try await browser.get(path, headers: headers).status
                    let expected = mayUse ? [200, 303, 404] : [403]
                    #expect(expected.contains(status), "\(role) GET \(path): \(status)")
                } else {
                    let status = try await browser.post(path, token: nil).status
                    #expect(status == 403, "\(role) POST \(path) without a token: \(status)")
                }
            }
        }
    }

    @Test func whoIsNotSignedInIsLedToTheSignIn() async throws {
        let serving = try await serving()
        for address in serving.declared where address.access != .anyone {
            let path = address.path.replacing(/\{[a-z]+\}/, with: "1")
            let browser = TestBrowser(serving.router)
            if address.method == .get {
                let page = try await browser.get(path)
                let isLedThere = page.status == 303 && page.location?.hasPrefix("/dang-nhap") == true
                #expect(isLedThere || path.hasPrefix("/api/") && page.status == 401, "GET \(path): \(page.status)")
            } else {
                #expect(try await browser.post(path).status == 403, "POST \(path)")
            }
        }
    }
}
