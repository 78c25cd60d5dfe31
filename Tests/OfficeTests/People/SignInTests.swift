import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Office

@Suite(
    .onEachEngine(
        Journal.migrations + OrganisationSchema.migrations + PeopleSchema.migrations + SessionSchema.migrations))
struct SignInTests {
    private let noon = Instant(milliseconds: 1_795_000_000_000)
    private let sentence = "con cò bay lả bay la"

    private func signIn(_ cost: Int = 6) throws -> SignIn {
        SignIn(try TestStore.current, cost: PasswordHash.Cost(logarithm: cost))
    }

    private func addAccount(_ login: String, cost: Int = 6) async throws -> Account {
        let store = try TestStore.current
        let act = Act(.system("test"), at: noon)
        let account = try await store.write { db in try Accounts.add(login: login, name: "Nguyễn Thị Hoa", by: act, db)
        }
        try await signIn(cost).reset(account, to: sentence, by: act)
        return account
    }

    private func attempt(_ login: String, _ password: String, after seconds: Int = 0, cost: Int = 6) async throws
        -> SignIn.Outcome
    {
        try await signIn(cost).attempt(login: login, password: password, at: noon.adding(seconds: seconds))
    }

    @Test func aGivenPasswordOpensAndHasToBeChanged() async throws {
        let hoa = try await addAccount("hoa.nt")
        #expect(try await attempt("Hoa.NT", sentence) == .signedIn(hoa, mustChange: true))
        let act = Act(.system("test"), at: noon)
        let changed = try await signIn().change(
            login: "hoa.nt", from: sentence, to: "bay từ cửa phủ bay ra cánh đồng", by: act)
        #expect(changed == .signedIn(hoa, mustChange: true))
        #expect(try await attempt("hoa.nt", sentence) == .refused)
        #expect(try await attempt("hoa.nt", "bay từ cửa phủ bay ra cánh đồng") == .signedIn(hoa, mustChange: false))
    }

    @Test func fiveWrongPasswordsLockALoginForAQuarterOfAnHour() async throws {
        let hoa = try await addAccount("hoa.nt")
        for second in 1...5 { #expect(try await attempt("hoa.nt", "sai", after: second) == .refused) }
        #expect(try await attempt("hoa.nt", sentence, after: 6) == .locked(until: noon.adding(seconds: 905)))
        #expect(try await attempt("hoa.nt", sentence, after: 906) == .signedIn(hoa, mustChange: true))
        let actions = try await TestStore.current.read { db in
            try Journal.entries(of: .account(hoa.id), db).map(\.action)
        }
        #expect(actions == ["account.lock", "account.password", "account.add"])
    }

    @Test func anUnknownLoginAnswersAsAKnownOneDoes() async throws {
        _ = try await addAccount("hoa.nt", cost: 14)
        var quickest: [String: Duration] = [:]
        // In turns, so that whatever else the machine does touches both.
        for second in 1...5 {
            for login in ["hoa.nt", "khong.co"] {
                let start = ContinuousClock.now
                #expect(try await attempt(login, "sai", after: second, cost: 14) == .refused)
                quickest[login] = min(quickest[login] ?? .seconds(1000), start.duration(to: .now))
            }
        }
        // Without the hash that is computed for nobody, it would be a hundredth.
        #expect(try #require(quickest["khong.co"]) > #require(quickest["hoa.nt"]) / 8)
        for login in ["hoa.nt", "khong.co"] {
            #expect(try await attempt(login, "sai", after: 6) == .locked(until: noon.adding(seconds: 905)))
        }
    }

    @Test func tryingManyAtOnceGivesNoMoreThanFive() async throws {
        _ = try await addAccount("hoa.nt")
        let outcomes = try await withThrowingTaskGroup(returning: [SignIn.Outcome].self) { group in
            for _ in 1...12 { group.addTask { [self] in try await attempt("hoa.nt", "sai") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .refused } == 5)
    }

    @Test func anAccountOutOfUseIsRefusedLikeAWrongPassword() async throws {
        let hoa = try await addAccount("hoa.nt")
        let act = Act(.system("test"), at: noon)
        try await TestStore.current.write { db in
            try Accounts.deactivate(hoa, reason: "chuyển công tác", by: act, db)
        }
        #expect(try await attempt("hoa.nt", sentence) == .refused)
    }

    @Test func aWeakPasswordIsRefusedAndTheOldOneStays() async throws {
        let hoa = try await addAccount("hoa.nt")
        await #expect(throws: Refusal.self) {
            try await signIn().reset(hoa, to: "ngắn", by: Act(.system("test"), at: noon))
        }
        #expect(try await attempt("hoa.nt", sentence) == .signedIn(hoa, mustChange: true))
    }

    @Test func noPasswordStandsAnywhereInClear() async throws {
        _ = try await addAccount("hoa.nt")
        // Typed into the field of the login.
        _ = try await attempt(sentence, "hoa.nt")
        _ = try await attempt("hoa.nt", "sai mật khẩu rồi")
        let texts = try await TestStore.current.read { db in
            try db.all(db.dialect.tables) { try $0.next(String.self) }.flatMap { table in
                try db.all("SELECT * FROM \(name: table)") { fields in
                    try fields.names.map { _ in "\(try fields.next(Value.self))" }.joined()
                }
            }
        }
        #expect(texts.contains { $0.contains("$scrypt$") })
        #expect(!texts.contains { $0.contains(sentence) || $0.contains("sai mật khẩu rồi") })
    }
}
