import Foundation
package import Logging
package import Storage
import Synchronization
import WorkCalendar

/// Does the jobs of the kinds it has handlers for, as one of several servers or alone. A server has one and runs it as long as it
/// serves:
///
///     let worker = Worker(store, [mail, daily, imports], log: log)
///     group.addTask { await worker.run() }
///     …
///     try await store.write { try Jobs.enqueue("import", payload, runAfter: .now, $0) }
///     worker.nudge()   // else it looks by itself, within a second
///
/// While a handler works, its lease is renewed. A server that is killed lets the lease run out, and another takes the job, as one
/// does that lost the database for so long; what the first then still does comes to nothing (`Jobs.LeaseLost`).
package final class Worker: Sendable {
    /// Its name in the table of jobs: one for each start of a server.
    package let name: String
    private let store: Store
    private let handlers: [String: JobHandler]
    private let lease: Int
    private let look: Duration
    private let log: Logger
    private let bell = Bell()
    private let running = Mutex<[String: Int]>([:])

    /// - Parameters:
    ///   - handlers: One for each kind.
    ///   - lease: How many seconds this server may be silent before another takes a job of it.
    ///   - look: How often it looks for jobs that others enqueued, or that are due now.
    package init(
        _ store: Store, _ handlers: [JobHandler], lease: Int = 60, look: Duration = .seconds(1),
        log: Logger = Logger(label: "nhipcau.worker")
    ) {
        name = "\(ProcessInfo.processInfo.hostName) \(getpid()) \(UUID().uuidString.prefix(8))"
        self.store = store
        self.handlers = Dictionary(uniqueKeysWithValues: handlers.map { ($0.kind, $0) })
        self.lease = lease
        self.look = look
        self.log = log
    }

    /// Makes it look now: this process has enqueued a job.
    package func nudge() { bell.ring() }

    /// Works until the task is cancelled; then what is under way goes back, and it returns. To be called once.
    package func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { [bell, look] in
                while !Task.isCancelled {
                    bell.ring()
                    try? await Task.sleep(for: look)
                }
            }
            for await _ in bell.rings {
                while let (job, handler) = await take() {
                    group.addTask { await self.work(job, handler) }
                }
            }
        }
    }

    /// The next job of a kind of which not as many are under way as may be; `nil` also where the database cannot be asked.
    private func take() async -> (Job, JobHandler)? {
        let kinds = running.withLock { counts in
            handlers.values.filter { counts[$0.kind, default: 0] < $0.atOnce }.map(\.kind).sorted()
        }
        guard !kinds.isEmpty, !Task.isCancelled else { return nil }
        do {
            guard try await store.read({ try Jobs.isDue(kinds, now: .now, $0) }) else { return nil }
            let job = try await store.write { [name, lease] in
                try Jobs.lease(kinds, by: name, for: lease, now: .now, $0)
            }
            guard let job, let handler = handlers[job.kind] else { return nil }
            running.withLock { $0[job.kind, default: 0] += 1 }
            return (job, handler)
        } catch {
            // A job that was leased all the same waits for the end of its lease.
            if !Task.isCancelled { log.warning("no jobs can be taken", metadata: ["error": "\(error)"]) }
            return nil
        }
    }

    private func work(_ job: Job, _ handler: JobHandler) async {
        let failure = await failure(of: JobRun(job: job, store: store, lease: lease), handler)
        let isStopped = Task.isCancelled
        // What is written now must be written although the task is cancelled: a task of its own.
        await Task { await self.end(job, handler, failure, isStopped: isStopped) }.value
        running.withLock { $0[job.kind, default: 1] -= 1 }
        bell.ring()
    }

    /// Runs the handler, with the lease renewed beside it.
    private func failure(of run: JobRun, _ handler: JobHandler) async -> (any Error)? {
        await withTaskGroup(of: (any Error)?.self) { group in
            group.addTask {
                do {
                    try await withTaskExecutorPreference(handler.blocks ? BlockingThread() : nil) {
                        try await handler.run(run)
                    }
                    return nil
                } catch { return error }
            }
            group.addTask { await self.renew(run.job) }
            let first = await group.next() ?? nil
            group.cancelAll()
            // Where the lease is lost, the handler has to end all the same before the job counts as ended here.
            let second = await group.next() ?? nil
            return first ?? second
        }
    }

    /// Renews the lease until it is cancelled.
    /// - Returns: That the lease was lost; never where it is cancelled first.
    private func renew(_ job: Job) async -> (any Error)? {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(Double(lease) / 3))
            guard !Task.isCancelled else { break }
            do {
                try await store.write { [lease] in try Jobs.renew(job, for: lease, now: .now, $0) }
            } catch let lost as Jobs.LeaseLost {
                return lost
            } catch {
                // The database may come back before the lease ends.
                if !Task.isCancelled { log.warning("a lease was not renewed", metadata: about(job, error)) }
            }
        }
        return nil
    }

    private func end(_ job: Job, _ handler: JobHandler, _ failure: (any Error)?, isStopped: Bool) async {
        do {
            try await store.write { db in
                if let failure {
                    if isStopped { return try Jobs.giveBack(job, now: .now, db) }
                    let pause = handler.pauses[min(job.attempt, handler.pauses.count) - 1]
                    try Jobs.fail(job, reason: "\(failure)", retryAfter: pause, now: .now, db)
                } else if try Jobs.holds(job, db) {
                    try Jobs.finish(job, now: .now, db)
                }
            }
            if let failure, !isStopped { log.error("a job failed", metadata: about(job, failure)) }
        } catch is Jobs.LeaseLost {
            // It is another server's, or its handler had ended it when something failed: either way it is not left undone.
            log.notice("a job had ended, or was taken by another server", metadata: about(job, failure))
        } catch {
            log.error("the end of a job was not written; it is done again", metadata: about(job, error))
        }
    }

    private func about(_ job: Job, _ error: (any Error)?) -> Logger.Metadata {
        [
            "job": "\(job.id)", "kind": "\(job.kind)", "attempt": "\(job.attempt)",
            "error": "\(error.map { "\($0)" } ?? "none")",
        ]
    }
}

/// Rings that come together count as one; whoever is late hears it all the same.
private struct Bell: Sendable {
    let rings: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (rings, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func ring() { continuation.yield() }
}

/// Runs one handler that blocks.
private final class BlockingThread: TaskExecutor {
    private let queue = DispatchQueue(label: "nhipcau.job")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
