import Foundation
import Glibc

/// Where passwords are hashed: off the cooperative threads, which must stay free for everything else, two at once, for each takes
/// 64 MiB, and behind whoever waits for a page: ten people who sign in at eight o'clock slow nobody down.
enum PasswordWork {
    private static let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 2
        return queue
    }()

    /// Hashes a password under a new salt.
    static func hash(_ password: String, cost: PasswordHash.Cost) async throws -> PasswordHash {
        try await run { try PasswordHash(of: password, cost: cost) }
    }

    /// Whether a hash is of this password. Where there is no hash, as much time is spent as on one of that cost, and the answer is no.
    static func matches(
        _ password: String, _ hash: PasswordHash?, otherwise cost: PasswordHash.Cost
    ) async throws -> Bool {
        try await run {
            if let hash { return try hash.matches(password) }
            _ = try PasswordHash(of: password, cost: cost)
            return false
        }
    }

    private static func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                let isDone = DispatchSemaphore(value: 0)
                // A thread of its own: on Linux each has its own priority, which it cannot raise again.
                Thread.detachNewThread {
                    _ = nice(10)
                    continuation.resume(with: Result(catching: body))
                    isDone.signal()
                }
                isDone.wait()
            }
        }
    }
}
