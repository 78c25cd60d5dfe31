import Foundation
import Office
import Storage
import Synchronization
import TestSupport
import Testing
import WorkCalendar

private let deedsTable = Migration(
    "test.deeds", ["CREATE TABLE deeds (id \(column: .identity), job \(column: .integer) NOT NULL)"])

@Suite(.onEachEngine(Jobs.migrations + [deedsTable], isShared: true))
struct WorkerTests {
    private struct Broken: Error {}

    private func enqueue(_ kind: String = "count", attempts: Int = 5) async throws -> Int {
        try await TestStore.current.write { try Jobs.enqueue(kind, "{}", runAfter: .now, attempts: attempts, $0) }
    }

    private func status(_ id: Int) async throws -> JobStatus {
        try await TestStore.current.read { try #require(try Jobs.status(id, $0)) }
    }

    /// Waits for something that workers do; a test that waits in vain fails after half a minute.
    private func wait(_ isSo: () async throws -> Bool, _ place: SourceLocation = #_sourceLocation) async throws {
        for _ in 0..<3_000 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("waited in vain", sourceLocation: place)
    }

    private func deeds() async throws -> [Int] {
        try await TestStore.current.read { try $0.all("SELECT job FROM deeds ORDER BY job") { try $0.next(Int.self) } }
    }

    /// Has workers work beside the body, and ends them.
    private func working(_ workers: [Worker], _ body: () async throws -> Void) async throws {
        let tasks = workers.map { worker in Task { await worker.run() } }
        let result: Result<Void, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
        try result.get()
    }

    private func worker(
        _ handler: JobHandler, on store: Store? = nil, lease: Int = 60, look: Duration = .milliseconds(20)
    ) throws -> Worker {
        Worker(try store ?? TestStore.current, [handler], lease: lease, look: look)
    }

    /// Writes one deed, at the end of the job.
    private func counting(atOnce: Int = 1) -> JobHandler {
        JobHandler("count", atOnce: atOnce) { run in
            try await run.finish { [id = run.job.id] db in _ = try db.run("INSERT INTO deeds (job) VALUES (\(id))") }
        }
    }

    @Test func twoServersDoEachJobOnce() async throws {
        let other = try await Store(TestStore.another(), migrations: Jobs.migrations + [deedsTable])
        var ids: [Int] = []
        for _ in 0..<30 { ids.append(try await enqueue()) }
        let workers = [try worker(counting(atOnce: 3)), try worker(counting(atOnce: 3), on: other)]
        try await working(workers) { try await wait { try await deeds().count >= 30 } }
        try await other.close()
        #expect(try await deeds() == ids)
        #expect(try await status(ids[0]).outcome == .finished)
    }

    @Test func whatAKilledServerHeldIsTakenUpAfterItsLease() async throws {
        let id = try await enqueue()
        // All that a kill leaves of a worker.
        _ = try await TestStore.current.write { try Jobs.lease(["count"], by: "killed", for: 1, now: .now, $0) }
        try await working([try worker(counting())]) { try await wait { try await status(id).outcome != nil } }
        #expect(try await status(id).attempts == 2)
        #expect(try await deeds() == [id])
    }

    @Test func aServerThatLostTheDatabaseLeavesTheJobToAnother() async throws {
        let cut = try await Store(TestStore.another(), migrations: Jobs.migrations + [deedsTable])
        let id = try await enqueue()
        let (begun, healed) = (Latch(), Latch())
        let slow = JobHandler("count") { run in
            begun.open()
            try? await healed.wait()
            try await run.finish { [id = run.job.id] db in _ = try db.run("INSERT INTO deeds (job) VALUES (\(id))") }
        }
        try await working([try worker(slow, on: cut, lease: 1)]) {
            try await begun.wait()
            try await cut.close()
            try await working([try worker(counting())]) { try await wait { try await status(id).outcome != nil } }
            healed.open()
        }
        #expect(try await deeds() == [id])
    }

    @Test func longWorkKeepsItsLeaseAndTellsHowFarItIs() async throws {
        let id = try await enqueue()
        let (told, seen) = (Latch(), Latch())
        let long = JobHandler("count") { run in
            try await run.progress(3, of: 14)
            told.open()
            // Longer than the lease.
            try await Task.sleep(for: .seconds(7))
            try await seen.wait()
        }
        // Not shorter: other tests keep the machine busy meanwhile.
        try await working([try worker(long, lease: 6), try worker(long, lease: 6)]) {
            try await told.wait()
            let status = try await status(id)
            #expect(status.done == 3 && status.total == 14 && status.outcome == nil)
            seen.open()
            try await wait { try await self.status(id).outcome != nil }
        }
        let ended = try await status(id)
        #expect(ended.outcome == .finished && ended.attempts == 1)
    }

    @Test func aServerThatStopsGivesItsJobBackAtOnce() async throws {
        let id = try await enqueue(attempts: 1)
        let begun = Latch()
        let endless = JobHandler("count") { _ in
            begun.open()
            try await Task.sleep(for: .seconds(600))
        }
        try await working([try worker(endless)]) { try await begun.wait() }
        #expect(try await status(id).outcome == nil)
        // No lease is waited for, and the one try that was allowed is still there.
        try await working([try worker(counting())]) { try await wait { try await status(id).outcome != nil } }
        #expect(try await status(id).outcome == .finished)
    }

    @Test func whatFailsIsTriedAgainAndAtLastGivenUpWithItsReason() async throws {
        let id = try await enqueue(attempts: 2)
        let broken = JobHandler("count", pauses: [0]) { _ in throw Broken() }
        try await working([try worker(broken)]) { try await wait { try await status(id).outcome != nil } }
        let ended = try await status(id)
        #expect(ended.outcome == .failed && ended.attempts == 2 && ended.reason == "Broken()")
    }

    @Test func aNudgeIsHeardAtOnceAndOtherKindsDoNotWaitForLongOnes() async throws {
        let (begun, ended) = (Latch(), Latch())
        let long = JobHandler("long", blocks: true) { _ in
            begun.open()
            // Blocks its thread, as a library of C does.
            while !ended.isOpen { usleep(1_000) }
        }
        let worker = Worker(try TestStore.current, [long, counting()], look: .seconds(3_600))
        try await working([worker]) {
            _ = try await enqueue("long")
            worker.nudge()
            try await begun.wait()
            let id = try await enqueue()
            worker.nudge()
            try await wait { try await status(id).outcome == .finished }
            ended.open()
        }
    }
}

/// Shut until it is opened.
private final class Latch: Sendable {
    private let state = Atomic(false)

    var isOpen: Bool { state.load(ordering: .acquiring) }
    func open() { state.store(true, ordering: .releasing) }
    func wait() async throws { while !isOpen { try await Task.sleep(for: .milliseconds(5)) } }
}
