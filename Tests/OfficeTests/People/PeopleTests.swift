import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Office

@Suite(
    .onEachEngine(
        Journal.migrations + OrganisationSchema.migrations + PeopleSchema.migrations + SessionSchema.migrations))
struct PeopleTests {
    private let department = OrganisationID(rawValue: 1)

    private func act(_ day: String = "2026-11-21") throws -> Act {
        Act(.system("test"), at: Instant(milliseconds: 1_795_000_000_000), day: try self.day(day))
    }

    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    /// Runs an intention in a store with one unit.
    private func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await TestStore.current.write { db in
            try db.run("INSERT INTO organisations (id) VALUES (1) ON CONFLICT DO NOTHING")
            return try body(db)
        }
    }

    private func refusal<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async -> String? {
        await #expect(throws: Refusal.self) { _ = try await self.write(body) }?.message.key
    }

    @Test func workBelongsToThePositionAndHistorySaysWhoHeldIt() async throws {
        let (january, july) = (try act("2026-01-05"), try act("2026-07-01"))
        let position = try await write { [department] db in
            let hoa = try Accounts.add(login: "hoa.nt", name: "Nguyễn Thị Hoa", by: january, db)
            let nam = try Accounts.add(login: "nam.tv", name: "Trần Văn Nam", by: january, db)
            let position = try Positions.add(
                in: department, title: "Chuyên viên", role: .coordinator, by: january, db)
            try Positions.appoint(hoa, to: position, from: january.day, by: january, db)
            try Positions.release(position, by: july, db)
            try Positions.appoint(nam, to: position, from: july.day, by: july, db)
            return position
        }
        let (before, first, second, history, held) = try await TestStore.current.read { [self] db in
            (
                try Positions.holder(of: position, on: day("2026-01-04"), db)?.login,
                try Positions.holder(of: position, on: day("2026-06-30"), db)?.login,
                try Positions.holder(of: position, on: day("2026-07-01"), db)?.login,
                try Positions.history(of: position, db),
                try Accounts.find(login: "NAM.TV", db).map { try Positions.held(by: $0, on: day("2026-12-31"), db) }
            )
        }
        #expect(before == nil)
        #expect(first == "hoa.nt")
        #expect(second == "nam.tv")
        #expect(history.map(\.account.name) == ["Nguyễn Thị Hoa", "Trần Văn Nam"])
        #expect(history.map(\.until) == [july.day, nil])
        #expect(held == [position])
    }

    @Test func aPositionIsHeldByOneAtATime() async throws {
        let act = try act()
        let (nam, position) = try await write { [department] db in
            let hoa = try Accounts.add(login: "hoa.nt", name: "Nguyễn Thị Hoa", by: act, db)
            let nam = try Accounts.add(login: "nam.tv", name: "Trần Văn Nam", by: act, db)
            let position = try Positions.add(in: department, title: "Văn thư", role: .clerk, by: act, db)
            try Positions.appoint(hoa, to: position, from: act.day, by: act, db)
            return (nam, position)
        }
        let key = await refusal { db in
            try Positions.appoint(nam, to: position, from: act.day.adding(days: 30), by: act, db)
        }
        #expect(key == "position.held")
    }

    @Test(arguments: ["HOA.NT", "hoa.nt"]) func aLoginIsTakenInWhateverCase(_ login: String) async throws {
        let act = try act()
        _ = try await write { db in try Accounts.add(login: "hoa.nt", name: "Nguyễn Thị Hoa", by: act, db) }
        #expect(
            await refusal { db in try Accounts.add(login: login, name: "Trần Thị Hoa", by: act, db) } == "account.taken"
        )
    }

    @Test(arguments: ["", "ab", "Nguyễn", "hoa nt", "hoa'--", String(repeating: "a", count: 65)])
    func whatCannotBeTypedEverywhereIsNoLogin(_ login: String) async throws {
        let act = try act()
        #expect(await refusal { db in try Accounts.add(login: login, name: "Hoa", by: act, db) } == "account.login")
    }

    @Test func anAccountOutOfUseLeavesItsPositionsVacantAndItsHistoryWhole() async throws {
        let (january, july) = (try act("2026-01-05"), try act("2026-07-01"))
        let (hoa, position) = try await write { [department] db in
            let hoa = try Accounts.add(login: "hoa.nt", name: "Nguyễn Thị Hoa", by: january, db)
            let position = try Positions.add(in: department, title: "Lãnh đạo", role: .leader, by: january, db)
            try Positions.appoint(hoa, to: position, from: january.day, by: january, db)
            try Accounts.deactivate(hoa, reason: "nghỉ hưu", by: july, db)
            return (hoa, position)
        }
        let (active, holder, entries) = try await TestStore.current.read { db in
            (
                try [january, july].map { try Accounts.isActive(hoa, on: $0.day, db) },
                try [january, july].map { try Positions.holder(of: position, on: $0.day, db)?.login },
                try Journal.entries(of: .account(hoa.id), db)
            )
        }
        #expect(active == [true, false])
        #expect(holder == ["hoa.nt", nil])
        #expect(entries.first?.after == #"{"day":"2026-07-01","reason":"nghỉ hưu"}"#)
        #expect(
            await refusal { db in try Accounts.deactivate(hoa, reason: "hai lần", by: july, db) } == "account.inactive")
        #expect(
            await refusal { db in try Positions.appoint(hoa, to: position, from: july.day, by: july, db) }
                == "account.inactive")
        let back = try await write { db in
            try Accounts.reactivate(hoa, reason: "trở lại công tác", by: july, db)
            return try Accounts.isActive(hoa, on: july.day, db)
        }
        #expect(back)
    }

    @Test func everyChangeHasItsLineAndARefusedOneHasNone() async throws {
        let act = try act()
        _ = try await write { [department] db in
            let hoa = try Accounts.add(login: "hoa.nt", name: "Nguyễn Thị Hoa", by: act, db)
            let position = try Positions.add(in: department, title: "Chuyên viên", role: .officer, by: act, db)
            try Positions.appoint(hoa, to: position, from: act.day, by: act, db)
            try Accounts.deactivate(hoa, reason: "chuyển công tác", by: act, db)
        }
        _ = await refusal { db in try Accounts.add(login: "hoa.nt", name: "Hoa", by: act, db) }
        let (actions, verification) = try await TestStore.current.read { db in
            (
                try db.all("SELECT action FROM journal ORDER BY id") { try $0.next(String.self) },
                try Journal.verify(db)
            )
        }
        #expect(
            actions == [
                "account.add", "position.add", "position.appoint", "account.deactivate", "position.release",
            ])
        #expect(verification.broken == nil)
    }
}
