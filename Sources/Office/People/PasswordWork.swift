import Foundation

/// Where passwords are hashed: off the cooperative threads, which must stay free for everything else, and two at once, for each
/// takes 64 MiB.
package enum PasswordWork {
    private static let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 2
        return queue
    }()

    /// Hashes a password under a new salt.
    package static func hash(_ password: String, cost: PasswordHash.Cost = .usual) async throws -> PasswordHash {
        try await run { try PasswordHash(of: password, cost: cost) }
    }

    /// Whether a hash is of this password. Where there is no hash the same time is spent, and the answer is no.
    package static func matches(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
        try await run {
            if let hash { return try hash.matches(password) }
            _ = try PasswordHash(of: password, cost: .usual)
            return false
        }
    }

    private static func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result(catching: body)) }
        }
    }
}
