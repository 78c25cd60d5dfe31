import Synchronization
import WorkCalendar

/// So many requests of one sender within a time, counted in this server's memory: against those who try many logins, each of which
/// has its own limit besides, and against programs that never rest.
package final class RateLimit: Sendable {
    private struct Window {
        let start: Instant
        var count: Int
    }

    private let limit: Int
    private let seconds: Int
    private let windows = Mutex<[String: Window]>([:])
    /// So many senders are known at once; then those of whom the time is over are forgotten, and if need be all.
    private static let most = 10_000

    /// - Parameters:
    ///   - limit: So many requests …
    ///   - seconds: … within so many seconds.
    package init(_ limit: Int, seconds: Int) {
        self.limit = limit
        self.seconds = seconds
    }

    /// Counts a request of the address that it came from.
    /// - Throws: ``WebFailure`` with status 429 where it is one too many.
    package func count(_ visit: Visit) throws { try count(visit.remote, visit) }

    /// Counts a request of whoever sent it.
    /// - Throws: ``WebFailure`` with status 429 where it is one too many.
    package func count(_ sender: String, _ visit: Visit) throws {
        let wait = windows.withLock { windows -> Int? in
            if windows.count >= Self.most {
                windows = windows.filter { isOpen($0.value, visit.at) }
                if windows.count >= Self.most { windows.removeAll() }
            }
            var window = windows[sender] ?? Window(start: visit.at, count: 0)
            if !isOpen(window, visit.at) { window = Window(start: visit.at, count: 0) }
            window.count += 1
            windows[sender] = window
            guard window.count > limit else { return nil }
            return seconds - (visit.at.milliseconds - window.start.milliseconds) / 1000
        }
        if let wait { throw WebFailure.tooMany(seconds: max(wait, 1)) }
    }

    private func isOpen(_ window: Window, _ at: Instant) -> Bool {
        at.milliseconds - window.start.milliseconds < seconds * 1000
    }
}
