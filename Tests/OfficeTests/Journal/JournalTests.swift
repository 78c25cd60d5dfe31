import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Office

@Suite(.onEachEngine(Journal.migrations))
struct JournalTests {
    private let act = Act(
        .holder(
            account: Named(id: 7, name: "Nguyễn Thị Hoa"), position: Named(id: 3, name: "Chuyên viên"),
            unit: Named(id: 12, name: "Sở Ngoại vụ")),
        at: Instant(milliseconds: 1_795_000_000_123))

    /// A journal of that many entries about two plans in turn.
    private func fill(_ count: Int) async throws {
        try await TestStore.current.write { [act] db in
            for number in 1...count {
                try Journal.record(
                    "plan.accept", of: Journal.Subject("plan", number % 2), after: ["assignments": number], by: act, db)
            }
        }
    }

    /// What is found after somebody who may change the tables themselves has done these things.
    private func broken(_ tampering: Query...) async throws -> Journal.Break? {
        try await tamper { db in for statement in tampering { try db.run(statement) } }
        return try await TestStore.current.read { try Journal.verify($0) }.broken
    }

    private func tamper(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
        try await TestStore.current.write { db in
            let table: Query = db.dialect.sql(.bytes) == "BYTEA" ? "ON journal" : ""
            try db.run("DROP TRIGGER IF EXISTS journal_changes \(table)")
            try db.run("DROP TRIGGER IF EXISTS journal_deletions \(table)")
            try body(db)
        }
    }

    @Test(
        arguments: [
            "UPDATE journal SET account_name = '' WHERE id = 1", "DELETE FROM journal WHERE id = 2",
            "DELETE FROM journal",
        ] as [Query])
    func letsNobodyChangeOrDeleteARow(_ statement: Query) async throws {
        try await fill(2)
        let error = await #expect(throws: StorageError.self) {
            _ = try await TestStore.current.write { try $0.run(statement) }
        }
        #expect(error?.kind == .constraint)
        #expect(try await TestStore.current.read { try Journal.verify($0) }.entries == 2)
    }

    @Test func keepsWhoDidWhatForWhichPositionAndWhen() async throws {
        try await TestStore.current.write { [act] db in
            try Journal.record(
                "plan.extend", of: Journal.Subject("plan", 5), before: ["due": "2026-11-30", "reason": nil],
                after: ["due": "2026-12-31", "reason": "bão số 5"], by: act, db)
            try Journal.record(
                "plan.recall", of: Journal.Subject("plan", 5), by: Act(.system("nhipcau"), at: act.at), db)
        }
        let entries = try await TestStore.current.read {
            try Journal.entries(of: Journal.Subject("plan", 5), $0)
        }
        #expect(entries.map(\.id) == [2, 1])
        #expect(entries[0].actor == .system("nhipcau"))
        #expect(entries[1].actor == act.actor)
        #expect(entries[1].at == act.at)
        #expect(entries[1].before == #"{"due":"2026-11-30","reason":null}"#)
        #expect(entries[1].after == #"{"due":"2026-12-31","reason":"bão số 5"}"#)
    }

    @Test func readsTheEntriesOfAThingPageByPage() async throws {
        try await fill(10)
        let plan = Journal.Subject("plan", 1)
        let (first, second) = try await TestStore.current.read { db in
            (
                try Journal.entries(of: plan, limit: 3, db).map(\.id),
                try Journal.entries(of: plan, before: 5, limit: 3, db).map(\.id)
            )
        }
        #expect(first == [9, 7, 5])
        #expect(second == [3, 1])
    }

    @Test func holdsWhileNobodyTouchesIt() async throws {
        #expect(try await TestStore.current.read { try Journal.verify($0) }.entries == 0)
        try await fill(20)
        let verification = try await TestStore.current.read { try Journal.verify($0) }
        #expect(verification.entries == 20)
        #expect(verification.broken == nil)
        #expect(Journal.Mark(verification.mark.description) == verification.mark)
    }

    @Test func writesNothingWhereTheChangeFails() async throws {
        struct Refused: Error {}
        try await fill(1)
        await #expect(throws: Refused.self) {
            try await TestStore.current.write { [act] db in
                try Journal.record("plan.accept", of: Journal.Subject("plan", 1), by: act, db)
                throw Refused()
            }
        }
        #expect(try await TestStore.current.read { try Journal.verify($0) }.entries == 1)
    }

    @Test func namesAnEntryThatWasChanged() async throws {
        try await fill(9)
        let name = try await broken("UPDATE journal SET account_name = 'Trần Văn Nam' WHERE id = 4")
        #expect(name == Journal.Break(kind: .changed, entry: 4))
        let text = try await broken("UPDATE journal SET action = 'plan', subject_kind = '.acceptplan' WHERE id = 3")
        #expect(text == Journal.Break(kind: .changed, entry: 3))
        let absent = try await broken("UPDATE journal SET before = '' WHERE id = 2")
        #expect(absent == Journal.Break(kind: .changed, entry: 2))
    }

    @Test func namesAnEntryThatHoldsByItselfButComesFromAnotherChain() async throws {
        try await fill(9)
        let other = try await TestStore.current.read { db in
            try db.all("SELECT * FROM journal WHERE id = 5") { fields in
                try fields.names.map { _ in try fields.next(Value.self) }
            }
        }
        let first = try await TestStore.current.read { try Journal.verify($0) }
        try await tamper { [act] db in
            try db.run("DELETE FROM journal")
            try db.run("UPDATE journal_head SET entries = 0, hash = \([UInt8](repeating: 0, count: 32))")
            try Journal.record("plan.recall", of: Journal.Subject("plan", 1), by: Act(.system("anew"), at: act.at), db)
        }
        try await fill(8)
        let second = try await TestStore.current.read { try Journal.verify($0) }
        #expect(second.broken == nil)
        let third = try await TestStore.current.read { try Journal.verify($0, finding: first.mark) }
        #expect(third.broken == Journal.Break(kind: .remade, entry: 9))
        try await tamper { db in
            try db.run("DELETE FROM journal WHERE id = 5")
            try db.insert("INSERT INTO journal", rows: other)
        }
        #expect(try await broken() == Journal.Break(kind: .unlinked, entry: 5))
    }

    @Test func namesAnEntryThatWasDeleted() async throws {
        try await fill(9)
        #expect(try await broken("DELETE FROM journal WHERE id > 7") == Journal.Break(kind: .missing, entry: 8))
        #expect(try await broken("DELETE FROM journal WHERE id = 5") == Journal.Break(kind: .missing, entry: 5))
        #expect(try await broken("DELETE FROM journal WHERE id = 1") == Journal.Break(kind: .missing, entry: 1))
    }

    @Test func namesAnEntryAfterADeletedOneWhoseNumberItTook() async throws {
        try await fill(9)
        let closed = try await broken(
            "DELETE FROM journal WHERE id = 5", "UPDATE journal SET id = id - 1 WHERE id = 6",
            "UPDATE journal SET id = id - 1 WHERE id = 7")
        #expect(closed == Journal.Break(kind: .changed, entry: 5))
    }

    @Test func namesEntriesInAnotherOrder() async throws {
        try await fill(9)
        let swapped = try await broken(
            "UPDATE journal SET id = 99 WHERE id = 3", "UPDATE journal SET id = 3 WHERE id = 6",
            "UPDATE journal SET id = 6 WHERE id = 99")
        #expect(swapped == Journal.Break(kind: .changed, entry: 3))
    }

    @Test func namesAnEntryThatWasPutIn() async throws {
        try await fill(3)
        let copy: Query = """
            SELECT at, account, account_name, position, position_title, unit, unit_name, reason, action, subject_kind, subject,
            before, after, previous, hash FROM journal WHERE id = 3
            """
        let columns: Query = """
            at, account, account_name, position, position_title, unit, unit_name, reason, action, subject_kind, subject, before,
            after, previous, hash
            """
        let atEnd = try await broken("INSERT INTO journal (id, \(columns)) SELECT 4, copy.* FROM (\(copy)) AS copy")
        #expect(atEnd == Journal.Break(kind: .unknown, entry: 4))
        let atStart = try await broken("INSERT INTO journal (id, \(columns)) SELECT 0, copy.* FROM (\(copy)) AS copy")
        #expect(atStart == Journal.Break(kind: .unknown, entry: 0))
    }

    @Test func missesAnEntryThatWasKeptElsewhereWhenTheChainIsShorterNow() async throws {
        try await fill(3)
        let mark = try #require(Journal.Mark("4:" + String(repeating: "0", count: 64)))
        let broken = try await TestStore.current.read { try Journal.verify($0, finding: mark) }.broken
        #expect(broken == Journal.Break(kind: .missing, entry: 4))
    }

    @Test func missesTheMarkOfItsEnd() async throws {
        try await fill(3)
        #expect(try await broken("DELETE FROM journal_head") == Journal.Break(kind: .headless, entry: 3))
    }

    @Test func staysOneChainUnderAHundredWriters() async throws {
        let store = try TestStore.current
        try await withThrowingTaskGroup { group in
            for writer in 1...100 {
                group.addTask { [act] in
                    for _ in 1...5 {
                        _ = try await store.write { db in
                            try Journal.record("plan.accept", of: Journal.Subject("plan", writer), by: act, db)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let verification = try await store.read { try Journal.verify($0) }
        #expect(verification.entries == 500)
        #expect(verification.broken == nil)
    }
}
