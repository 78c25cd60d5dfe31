import Storage
import TestSupport
import Testing
import WorkCalendar

private let notes = Migration(
    "test.notes", ["CREATE TABLE notes (id \(column: .identity), job \(column: .integer) NOT NULL)"])

@Suite(.onEachEngine(Jobs.migrations + [notes]))
struct JobTests {
    /// A morning; the tests count seconds from there.
    private func after(_ seconds: Int) -> Instant { Instant(milliseconds: 1_790_000_000_000).adding(seconds: seconds) }

    private func enqueue(_ kind: String, key: String? = nil, runAfter: Int = 0, attempts: Int = 3) async throws -> Int {
        let time = after(runAfter)
        return try await TestStore.current.write { db in
            try Jobs.enqueue(kind, "{}", key: key, runAfter: time, attempts: attempts, db)
        }
    }

    private func lease(_ kinds: [String] = ["read"], by worker: String, at seconds: Int) async throws -> Job? {
        let now = after(seconds)
        let store = try TestStore.current
        let isDue = try await store.read { try Jobs.isDue(kinds, now: now, $0) }
        let job = try await store.write { try Jobs.lease(kinds, by: worker, for: 60, now: now, $0) }
        #expect(isDue || job == nil)
        return job
    }

    private func status(_ id: Int) async throws -> JobStatus? {
        try await TestStore.current.read { try Jobs.status(id, $0) }
    }

    @Test func aJobIsHeldByOneWorkerOnly() async throws {
        let id = try await enqueue("read")
        let job = try #require(try await lease(by: "a", at: 1))
        #expect(job.id == id && job.kind == "read" && job.payload == "{}" && job.attempt == 1)
        #expect(try await lease(by: "b", at: 60) == nil)
    }

    @Test func jobsComeInTheOrderOfTheirTimeAndOnlyThoseThatAreAskedFor() async throws {
        let later = try await enqueue("read", runAfter: 20)
        let sooner = try await enqueue("read", runAfter: 10)
        _ = try await enqueue("mail")
        #expect(try await lease(by: "a", at: 9) == nil)
        #expect(try await lease(by: "a", at: 30)?.id == sooner)
        #expect(try await lease(by: "a", at: 30)?.id == later)
        #expect(try await lease(by: "a", at: 30) == nil)
        #expect(try await lease([], by: "a", at: 30) == nil)
    }

    @Test func whatAKilledWorkerHeldIsTakenByAnotherAfterItsLease() async throws {
        _ = try await enqueue("read")
        let lost = try #require(try await lease(by: "a", at: 0))
        #expect(try await lease(by: "b", at: 59) == nil)
        let taken = try #require(try await lease(by: "b", at: 60))
        #expect(taken.id == lost.id && taken.attempt == 2)
        // The first was not dead, only slow: it can neither keep nor end what is no longer its own.
        let (store, now) = (try TestStore.current, after(61))
        await #expect(throws: Jobs.LeaseLost.self) {
            try await store.write { try Jobs.renew(lost, for: 60, now: now, $0) }
        }
        await #expect(throws: Jobs.LeaseLost.self) {
            try await store.write { db in
                try db.run("INSERT INTO notes (job) VALUES (\(lost.id))")
                try Jobs.finish(lost, now: now, db)
            }
        }
        #expect(try await store.read { try $0.value("SELECT COUNT(*) FROM notes", Int.self) } == 0)
        try await store.write { try Jobs.finish(taken, now: now, $0) }
    }

    @Test func aRenewedLeaseHoldsAndTellsHowFarItIs() async throws {
        let id = try await enqueue("read")
        let job = try #require(try await lease(by: "a", at: 0))
        let now = after(50)
        try await TestStore.current.write { try Jobs.renew(job, for: 60, done: 3, of: 14, now: now, $0) }
        #expect(try await lease(by: "b", at: 109) == nil)
        let status = try #require(try await status(id))
        #expect(status.done == 3 && status.total == 14 && status.worker == "a" && status.leasedUntil == after(110))
        #expect(try await lease(by: "b", at: 110)?.id == id)
    }

    @Test func aFinishedJobNeverComesAgain() async throws {
        let id = try await enqueue("read")
        let job = try #require(try await lease(by: "a", at: 0))
        let now = after(5)
        try await TestStore.current.write { try Jobs.finish(job, now: now, $0) }
        #expect(try await lease(by: "b", at: 1_000_000) == nil)
        let status = try #require(try await status(id))
        #expect(status.outcome == .finished && status.endedAt == now)
    }

    @Test func aJobThatFailsIsTriedAgainLaterAndAtLastGivenUp() async throws {
        let id = try await enqueue("mail", attempts: 2)
        for (start, outcome) in [(0, nil), (100, JobStatus.Outcome.failed)] {
            let job = try #require(try await lease(["mail"], by: "a", at: start))
            let now = after(start + 1)
            try await TestStore.current.write {
                try Jobs.fail(job, reason: "no route to the mail server", retryAfter: 90, now: now, $0)
            }
            #expect(try await lease(["mail"], by: "a", at: start + 90) == nil)
            #expect(try await status(id)?.outcome == outcome)
        }
        #expect(try await status(id)?.reason == "no route to the mail server")
        #expect(try await lease(["mail"], by: "a", at: 10_000) == nil)
    }

    @Test func aJobThatKillsItsWorkersIsGivenUp() async throws {
        let id = try await enqueue("read", attempts: 2)
        #expect(try await lease(by: "a", at: 0) != nil)
        #expect(try await lease(by: "b", at: 60) != nil)
        #expect(try await lease(by: "c", at: 120) == nil)
        #expect(try await status(id)?.outcome == .abandoned)
    }

    @Test func aKeyStandsForOneOpenJob() async throws {
        let id = try await enqueue("read", key: "file 7")
        #expect(try await enqueue("read", key: "file 7") == id)
        #expect(try await enqueue("mail", key: "file 7") != id)
        let job = try #require(try await lease(by: "a", at: 0))
        let now = after(5)
        try await TestStore.current.write { try Jobs.finish(job, now: now, $0) }
        #expect(try await enqueue("read", key: "file 7") != id)
        #expect(try await TestStore.current.read { try Jobs.list(["read"], $0).map(\.outcome) } == [nil, .finished])
    }

    @Test func manyWorkersDoEachJobOnce() async throws {
        for _ in 0..<60 { _ = try await enqueue("read") }
        let (store, now) = (try TestStore.current, after(1))
        try await withThrowingTaskGroup { group in
            for worker in 1...8 {
                group.addTask {
                    while true {
                        let job = try await store.write { db in
                            try Jobs.lease(["read"], by: "worker \(worker)", for: 60, now: now, db)
                        }
                        guard let job else { return }
                        try await store.write { db in
                            try db.run("INSERT INTO notes (job) VALUES (\(job.id))")
                            try Jobs.finish(job, now: now, db)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let jobs = try await store.read { db in
            try db.all("SELECT job FROM notes ORDER BY job") { try $0.next(Int.self) }
        }
        #expect(jobs == Array(1...60))
    }
}
