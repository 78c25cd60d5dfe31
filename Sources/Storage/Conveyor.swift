import Dispatch
import Synchronization

/// Hands pieces from the thread that reads a database to the thread that writes another, or a file. Who is ahead waits; who fails ends
/// the work of both. Each side works once only: a transaction that an engine would run again cannot have the same pieces again.
package final class Conveyor<Piece: Sendable>: Sendable {
    private struct State {
        var pieces: [Piece] = []
        var ending: Result<Void, any Error>?
        var isAbandoned = false
        var senders = 0
        var receivers = 0
    }

    /// The other side has failed, and says why.
    struct Abandoned: Error {}

    private let state = Mutex(State())
    private let places = DispatchSemaphore(value: 0)
    private let goods = DispatchSemaphore(value: 0)

    /// - Parameter capacity: So many pieces may wait.
    package init(_ capacity: Int) {
        // Dispatch does not let go of a semaphore that stands lower than it began.
        for _ in 0..<capacity { places.signal() }
    }

    /// Gives all pieces, from the thread that reads.
    package func send(_ body: (_ give: (Piece) throws -> Void) throws -> Void) throws {
        try requireFirst(count(\.senders))
        try body(give)
        end(.success(()))
    }

    /// Takes all pieces, from the thread that writes.
    package func receive(_ body: (_ take: () throws -> Piece?) throws -> Void) throws {
        try requireFirst(count(\.receivers))
        defer { abandon() }
        try body(take)
    }

    private func count(_ workers: WritableKeyPath<State, Int>) -> Int {
        state.withLock { state in
            state[keyPath: workers] += 1
            return state[keyPath: workers]
        }
    }

    private func requireFirst(_ count: Int) throws {
        if count > 1 { throw StorageError(.unreachable, "the connection broke while rows were copied") }
    }

    private func give(_ piece: Piece) throws {
        places.wait()
        guard !state.withLock({ $0.isAbandoned }) else { throw Abandoned() }
        state.withLock { $0.pieces.append(piece) }
        goods.signal()
    }

    private func take() throws -> Piece? {
        goods.wait()
        return try state.withLock { state in
            if !state.pieces.isEmpty {
                places.signal()
                return state.pieces.removeFirst()
            }
            try state.ending?.get()
            return nil
        }
    }

    /// Nothing more comes. What is said first counts.
    package func end(_ ending: Result<Void, any Error>) {
        state.withLock { $0.ending = $0.ending ?? ending }
        goods.signal()
    }

    /// Nobody takes any more.
    package func abandon() {
        state.withLock { $0.isAbandoned = true }
        places.signal()
    }
}
