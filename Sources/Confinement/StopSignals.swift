import CLinux
import Glibc

/// The signals that tell a command to stop, held back while it has a child to end first.
struct StopSignals {
    /// What was blocked before; a child starts with this.
    let previous: sigset_t
    private let held: sigset_t
    private let isActive: Bool

    /// - Parameter isActive: False leaves the signals alone.
    init(isActive: Bool) {
        self.isActive = isActive
        var held = sigset_t()
        sigemptyset(&held)
        if isActive {
            for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
        }
        var previous = sigset_t()
        pthread_sigmask(SIG_BLOCK, &held, &previous)
        self.held = held
        self.previous = previous
    }

    /// The signal that has come meanwhile.
    func pending() -> Int32? {
        guard isActive else { return nil }
        var (held, now) = (held, timespec())
        let signal = sigtimedwait(&held, nil, &now)
        return signal > 0 ? signal : nil
    }

    func restore() {
        var previous = previous
        pthread_sigmask(SIG_SETMASK, &previous, nil)
    }

    /// Ends this process as a signal that nobody holds back would have ended it.
    static func die(of number: Int32) -> Never {
        signal(number, SIG_DFL)
        var only = sigset_t()
        sigemptyset(&only)
        sigaddset(&only, number)
        pthread_sigmask(SIG_UNBLOCK, &only, nil)
        raise(number)
        exit(128 + number)
    }
}
