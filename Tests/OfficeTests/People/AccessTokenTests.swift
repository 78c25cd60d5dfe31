import Storage
import TestSupport
import Testing
import Web
import Wording
import WorkCalendar

@testable import Office

@Suite(
    .onEachEngine(
        Journal.migrations + OrganisationSchema.migrations + PeopleSchema.migrations + TokenSchema.migrations))
struct AccessTokenTests {
    private let noon = Instant(milliseconds: 1_795_000_000_000)

    private func act(after days: Int = 0) -> Act { Act(.system("test"), at: noon.adding(seconds: days * 86_400)) }

    /// Hoa, who holds a position of a unit.
    private func addHoa() async throws -> Seat {
        let act = act()
        return try await TestStore.current.write { db in
            try db.run("INSERT INTO organisations (id) VALUES (1)")
            let account = try Accounts.enrol(
                login: "hoa.nt", name: "Nguyễn Thị Hoa", as: .officer, title: "Chuyên viên",
                in: OrganisationID(rawValue: 1), by: act, db)
            return try #require(
                try Positions.seats(of: account, on: act.day, try Organisations.directory(db), db).first)
        }
    }

    private func make(_ seat: Seat, _ name: String = "Bảng tổng hợp", days: Int = 30) async throws -> Secret {
        let act = act()
        return try await TestStore.current.write { try AccessTokens.make(name, days: days, for: seat, by: act, $0) }
    }

    private func opened(
        _ secret: Secret, _ purpose: AccessToken.Purpose = .api, after days: Int = 0
    ) async throws -> AccessTokens.Opened? {
        let at = act(after: days).at
        return try await TestStore.current.read { try AccessTokens.open(secret, purpose, at: at, $0) }
    }

    @Test func aTokenOpensForItsPositionUntilItsLastDay() async throws {
        let seat = try await addHoa()
        let secret = try await make(seat)
        let open = try #require(try await opened(secret))
        #expect(open.account == seat.account && open.positions == [seat.position])
        #expect(try await opened(secret, after: 29) != nil)
        #expect(try await opened(secret, after: 30) == nil)
        #expect(try await opened(secret, .calendar) == nil, "what opens the lists does not open the calendar")
        #expect(try await opened(Secret()) == nil)
    }

    @Test func aRevokedTokenOpensNothing() async throws {
        let seat = try await addHoa()
        let (first, second) = (try await make(seat), try await make(seat, "Khác"))
        let act = act()
        try await TestStore.current.write { db in
            let token = try #require(try AccessTokens.all(of: seat.account, db).last)
            try AccessTokens.revoke(token.id, of: seat.account, by: act, db)
        }
        #expect(try await opened(first) == nil)
        #expect(try await opened(second) != nil)
        let actions = try await TestStore.current.read {
            try Journal.entries(of: .account(seat.account.id), $0).prefix(3).map(\.action)
        }
        #expect(actions == ["token.revoke", "token.make", "token.make"])
    }

    @Test func nobodyRevokesTheTokenOfAnother() async throws {
        let seat = try await addHoa()
        let secret = try await make(seat)
        let act = act()
        let refusal = await #expect(throws: Refusal.self) {
            try await TestStore.current.write { db in
                let lan = try Accounts.add(login: "lan", name: "Lê Thị Lan", by: act, db)
                let token = try #require(try AccessTokens.all(of: seat.account, db).first)
                try AccessTokens.revoke(token.id, of: lan, by: act, db)
            }
        }
        #expect(refusal?.message.key == "token.unknown")
        #expect(try await opened(secret) != nil)
    }

    @Test func whoLeavesThePositionOrTheOfficeLeavesTheTokenWorthless() async throws {
        let seat = try await addHoa()
        let (token, act) = (try await make(seat), act())
        let calendar = try await TestStore.current.write {
            try AccessTokens.renewCalendar(of: seat.account, by: act, $0)
        }
        #expect(try await opened(calendar, .calendar)?.positions == [seat.position])
        try await TestStore.current.write { try Positions.release(seat.position, by: act, $0) }
        #expect(try await opened(token) == nil)
        #expect(try await opened(calendar, .calendar) == nil)
    }

    @Test func aNewCalendarAddressEndsTheOldOne() async throws {
        let seat = try await addHoa()
        let act = act()
        let secrets = try await TestStore.current.write { db in
            try (1...2).map { _ in try AccessTokens.renewCalendar(of: seat.account, by: act, db) }
        }
        #expect(try await opened(secrets[0], .calendar) == nil)
        #expect(try await opened(secrets[1], .calendar) != nil)
    }

    @Test(arguments: [
        ("", 30, "token.name"), ("Bảng", 31, "token.term"), (String(repeating: "a", count: 101), 30, "token.long"),
        ("Có rồi", 30, "token.taken"),
    ]) func aTokenNeedsANameOfItsOwnAndATerm(name: String, days: Int, key: String) async throws {
        let seat = try await addHoa()
        _ = try await make(seat, "Có rồi")
        let refusal = await #expect(throws: Refusal.self) { _ = try await make(seat, name, days: days) }
        #expect(refusal?.message.key == key)
    }

    @Test func noSecretIsKept() async throws {
        let seat = try await addHoa()
        let secret = try await make(seat)
        let texts = try await TestStore.current.read { db in
            try db.all("SELECT secret_hash, name FROM access_tokens") {
                [try $0.next(String.self), try $0.next(String.self)]
            }.flatMap(\.self) + db.all("SELECT coalesce(after, '') FROM journal") { try $0.next(String.self) }
        }
        #expect(texts.contains(secret.hash))
        #expect(!texts.contains { $0.contains(secret.text) })
    }
}
