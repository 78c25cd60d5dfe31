import Dispatch
import Glibc
import Storage

/// A place in the pool: a connection that is made when it is first needed and made again when it is lost. What it does may
/// wait for the server, so it has a thread of its own.
actor PostgresConnection {
    private nonisolated let thread = WaitingThread()
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let server: PostgresServer
    private var session: PostgresSession?
    private var isClosed = false

    init(_ server: PostgresServer) { self.server = server }

    func read<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) throws -> T {
        try retrying { session in
            try session.beginReading()
            let result = try body(Transaction(session))
            if let failure = session.failure { throw failure }
            try session.commit()
            return result
        }
    }

    func write<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) throws -> T {
        try retrying { session in
            let transaction = try session.beginWriting()
            let result = try body(Transaction(session))
            if let failure = session.failure { throw failure }
            do { try session.commit() } catch {
                guard session.isLost, try hasCommitted(transaction, on: session.serverRun) else { throw error }
            }
            return result
        }
    }

    func close() {
        isClosed = true
        session = nil
    }

    /// Runs a transaction again while the reason why it failed is one that passes.
    private func retrying<T>(_ transaction: (PostgresSession) throws -> T) throws -> T {
        var attempts = 0
        while true {
            guard !isClosed else { throw StorageError(.fault, "the store is closed") }
            let current = try session ?? server.connect()
            session = current
            do { return try transaction(current) } catch {
                if current.isLost { session = nil } else { current.rollback() }
                attempts += 1
                let isUnknown = (error as? StorageError)?.kind == .unknownOutcome
                guard current.isLost || current.isPassing, attempts < 10, !isUnknown else { throw error }
                // 10 ms, 20 ms, … at most half a second, and not in step with others.
                usleep(UInt32(Double(min(10_000 << attempts, 500_000)) * .random(in: 0.5...1)))
            }
        }
    }

    /// What became of a transaction whose connection broke while it was made final.
    /// - Throws: ``StorageError`` of kind `unknownOutcome` where that cannot be found out.
    private func hasCommitted(_ transaction: String, on run: String) throws -> Bool {
        do {
            var attempts = 0
            while true {
                let successor = try server.connect()
                attempts += 1
                do {
                    guard try successor.hasCommitted(transaction) else { return false }
                } catch {
                    // The connection that asks may break too.
                    guard successor.isLost, attempts < 10 else { throw error }
                    continue
                }
                // After a crash the number may be another's.
                guard successor.serverRun == run else { throw StorageError(.unknownOutcome, "the server has crashed") }
                return true
            }
        } catch let error as StorageError {
            throw StorageError(.unknownOutcome, error.detail, code: error.code)
        }
    }
}

/// Runs an actor on a queue of its own: the few threads that all tasks share must never wait.
private final class WaitingThread: SerialExecutor {
    private let queue = DispatchQueue(label: "nhipcau.postgres")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
