import Synchronization
package import WorkCalendar

/// A clock that stands until it is moved.
package final class TestClock: Sendable {
    private let moment: Mutex<Instant>

    /// - Parameter start: What it shows.
    package init(_ start: Instant) { moment = Mutex(start) }

    /// What it shows.
    package var now: Instant { moment.withLock { $0 } }

    /// Moves it forward.
    package func pass(seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}
