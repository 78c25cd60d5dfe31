import Office
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite(.onEachEngine(Cast.migrations))
struct DeadlineNoticeTests {
    /// The officer and the leader of the department of tourism, and a coordinator.
    private struct People: Sendable { let officer, leader, coordinator: Account }

    private func found() async throws -> People {
        try await TestStore.current.write { db in
            try Cast.units(db)
            func person(_ login: String, _ role: Role) throws -> Account {
                let act = try Cast.act(on: "2026-01-05")
                return try Accounts.enrol(
                    login: login, name: login, as: role, title: login, in: Cast.tourism, by: act, db)
            }
            return People(
                officer: try person("nam", .officer), leader: try person("lan", .leader),
                coordinator: try person("hoa", .coordinator))
        }
    }

    private func assign(_ text: String, due: String?, to unit: OrganisationID? = Cast.tourism) async throws -> Int {
        try await TestStore.current.write { db in
            let plan = try db.value("SELECT id FROM plans", Int.self) ?? Cast.plan("15/KH-UBND", db)
            return try #require(
                try Cast.assignment(of: plan, text, due: due, leads: [unit], db).occurrences.first)
        }
    }

    @discardableResult private func morning(_ day: String) async throws -> Int {
        let act = try Cast.act(on: day)
        return try await TestStore.current.write { try Notices.tellDeadlines(by: act, $0) }
    }

    /// "late 2026-11-20" of everything a person was told, the first one first.
    private func told(_ account: Account) async throws -> [String] {
        try await TestStore.current.read { db in
            try Notices.list(for: account.id, db).reversed().map { "\($0.kind.rawValue) \($0.day?.description ?? "")" }
        }
    }

    @Test func eachDueDayIsToldSevenDaysBeforeOneDayBeforeAndWhenItHasPassed() async throws {
        let people = try await found()
        _ = try await assign("Mở ngày hội diều", due: "2026-11-28")
        for day in ["20", "21", "21", "22", "27", "28", "29", "30"] { try await morning("2026-11-\(day)") }
        #expect(
            try await told(people.officer) == ["due-soon 2026-11-28", "due-tomorrow 2026-11-28", "late 2026-11-28"])
        #expect(try await told(people.leader) == ["due-tomorrow 2026-11-28", "late 2026-11-28"])
        #expect(try await told(people.coordinator) == [])
    }

    @Test func aMorningThatNobodySawIsCaughtUpAndWhatIsDoneIsNotUrged() async throws {
        let people = try await found()
        _ = try await assign("Bị bỏ lỡ", due: "2026-11-25")
        let done = try await assign("Đã xong", due: "2026-11-26")
        _ = try await assign("Rất lâu rồi", due: "2026-01-31")
        _ = try await assign("Không có hạn", due: nil)
        let act = try Cast.act()
        try await TestStore.current.write { try Following.complete(done, on: act.day, by: act, $0) }
        // The seventh day before was the 18th.
        try await morning("2026-11-21")
        #expect(try await told(people.officer) == ["due-soon 2026-11-25"])
    }

    @Test func aDueDayThatMovedIsToldAnew() async throws {
        let people = try await found()
        let occurrence = try await assign("Mở ngày hội diều", due: "2026-11-22")
        try await morning("2026-11-21")
        let act = try Cast.act()
        try await TestStore.current.write { db in
            let id = try Following.askExtension(
                of: occurrence, to: try Cast.day("2026-11-24"), reason: "mưa", paper: "1/CV", by: act, db)
            try Following.answerExtension(id, .approve, by: act, db)
        }
        try await morning("2026-11-23")
        #expect(
            try await told(people.officer)
                == ["due-tomorrow 2026-11-22", "extension-approved 2026-11-24", "due-tomorrow 2026-11-24"])
        #expect(try await told(people.coordinator) == ["extension-asked 2026-11-24"])
    }

    @Test func whatHasNoUnitIsToldToTheCoordinators() async throws {
        let people = try await found()
        _ = try await assign("Việc của các đơn vị liên quan", due: "2026-11-22", to: nil)
        try await morning("2026-11-21")
        #expect(try await told(people.coordinator) == ["due-tomorrow 2026-11-22"])
        #expect(try await told(people.officer) == [])
    }

    @Test func thousandsAreToldAtOnce() async throws {
        _ = try await found()
        try await TestStore.current.write { db in
            let plan = try Cast.plan("15/KH-UBND", db)
            let assignment = try Cast.assignment(of: plan, "Việc", due: nil, leads: [], db).assignment
            try db.run(
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
                INSERT INTO occurrences (assignment, unit, period, due, planned)
                SELECT \(assignment), \(Cast.tourism), '', '2026-11-' || (10 + i % 20), '2026-11-01' FROM n
                """)
        }
        let start = ContinuousClock.now
        // Due days 10 to 20 are late, 21 and 22 come at once, 23 to 28 soon: 250 of each; to two people but for "soon".
        #expect(try await morning("2026-11-21") == 250 * (11 * 2 + 2 * 2 + 6))
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(try await morning("2026-11-21") == 0)
    }

    @Test func onMondaysALeaderIsToldHowTheUnitStands() async throws {
        let people = try await found()
        _ = try await assign("Trễ", due: "2026-11-20")
        _ = try await assign("Tuần này", due: "2026-11-25")
        _ = try await assign("Tuần sau", due: "2026-12-02")
        let done = try await assign("Xong", due: "2026-11-30")
        try await TestStore.current.write {
            try Following.complete(done, on: Cast.day("2026-11-20"), by: Cast.act(), $0)
        }
        for day in ["2026-11-23", "2026-11-24"] {
            try await TestStore.current.write {
                try Notices.tellDigest(try Organisations.directory($0), by: Cast.act(on: day), $0)
            }
        }
        let notices = try await TestStore.current.read { try Notices.list(for: people.leader.id, $0) }
        let digests = notices.filter { $0.kind == .digest }
        #expect(digests.map(\.facts) == [["late": "1", "coming": "1", "done": "1"]])
        #expect(digests.first?.day?.description == "2026-11-23")
    }
}
