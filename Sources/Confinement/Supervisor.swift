import CLinux
import Glibc

/// Runs a child that may crash, hang or swell, and always comes back: takes its output through pipes with a bound, watches
/// for its signs of life, and when they stay out ends it with everything that it started.
package struct Supervisor: Sendable {
    /// How long the child may say nothing, neither output nor a sign on ``LifeSigns``.
    package var silence: Duration = .seconds(10)
    /// How long it may take in all.
    package var longest: Duration = .seconds(3600)
    /// Most bytes taken from its standard output.
    package var outputBytes = 64 << 20
    /// The whole process serves this one child: orphans of the child come to us and are ended, and so is everything when
    /// we are told to stop (SIGINT, SIGTERM, SIGHUP). For a command, not for a server or a test.
    package var ownsProcess = false

    /// With the usual limits.
    package init() {}

    /// How it ended.
    package enum Ending: Equatable, Sendable {
        case exited(Int32)
        /// The system ended it: a crash, or a limit.
        case signalled(Int32)
        /// No sign of life for ``Supervisor/silence``.
        case silent
        /// Longer than ``Supervisor/longest``.
        case tooLong
        /// More output than ``Supervisor/outputBytes``.
        case tooMuchOutput
        /// We were told to stop by this signal.
        case interrupted(Int32)
        /// Whoever wanted it wants it no more.
        case unwanted
    }

    /// What came back.
    package struct Outcome: Sendable {
        /// How it ended.
        package var ending: Ending
        /// Its standard output.
        package var output: [UInt8]
        /// The first 64 kB of its standard error.
        package var complaint: [UInt8]
    }

    /// Ends this process by the signal that interrupted it, so that a loop in a shell stops as well.
    package static func die(of signal: Int32) -> Never { StopSignals.die(of: signal) }

    /// Runs a program to its end, whatever that is. Blocks the calling thread.
    /// - Parameters:
    ///   - progress: Told how far the child says it is: parts done, parts in all.
    ///   - isWanted: Asked ten times a second; a child that is not wanted any more is ended.
    /// - Throws: ``SupervisorError`` where it could not be started.
    package func run(
        _ executable: String, _ arguments: [String], environment: [String],
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }, isWanted: () -> Bool = { true }
    ) throws -> Outcome {
        let stops = StopSignals(isActive: ownsProcess)
        defer { stops.restore() }
        if ownsProcess { nhipcau_adopt_orphans() }
        let child = try Spawned(executable, arguments, environment: environment, signals: stops.previous)
        defer { child.closePipes() }
        var watch = Watch(child, self)
        let ending = watch.untilEnd(stops, isWanted, progress)
        return Outcome(ending: ending, output: watch.output, complaint: watch.complaint)
    }
}

/// One child being watched.
private struct Watch {
    let child: Spawned
    let supervisor: Supervisor
    var output: [UInt8] = []
    var complaint: [UInt8] = []
    private var signs: [UInt8] = []
    private var open: Set<Int32>
    private let start = ContinuousClock.now
    private var lastSign = ContinuousClock.now

    init(_ child: Spawned, _ supervisor: Supervisor) {
        self.child = child
        self.supervisor = supervisor
        open = [child.output, child.complaint, child.signs]
    }

    mutating func untilEnd(
        _ stops: StopSignals, _ isWanted: () -> Bool, _ progress: (Int, Int) -> Void
    ) -> Supervisor.Ending {
        while true {
            // With its output closed the child is about to end: look often then, else ten times a second.
            take(milliseconds: open.contains(child.output) ? 100 : 1, progress)
            if output.count > supervisor.outputBytes { return stop(.tooMuchOutput) }
            if let status = reaped() {
                take(milliseconds: 0, progress)
                sweep()
                if output.count > supervisor.outputBytes { return .tooMuchOutput }
                return nhipcau_has_exited(status) != 0
                    ? .exited(nhipcau_exit_code(status)) : .signalled(nhipcau_signal(status))
            }
            if let signal = stops.pending() { return stop(.interrupted(signal)) }
            if !isWanted() { return stop(.unwanted) }
            let now = ContinuousClock.now
            if now - lastSign > supervisor.silence { return stop(.silent) }
            if now - start > supervisor.longest { return stop(.tooLong) }
        }
    }

    /// Takes what the pipes hold, waiting for it up to a time.
    private mutating func take(milliseconds: Int32, _ progress: (Int, Int) -> Void) {
        var ends = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard !ends.isEmpty else {
            usleep(UInt32(milliseconds) * 1000)
            return
        }
        guard poll(&ends, nfds_t(ends.count), milliseconds) > 0 else { return }
        for end in ends where end.revents != 0 { drain(end.fd) }
        while let newline = signs.firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: signs[..<newline], as: UTF8.self)
            signs.removeSubrange(...newline)
            if let (done, total) = LifeSigns.progress(line) { progress(done, total) }
        }
        if signs.count > 4096 { signs.removeAll() }
    }

    private mutating func drain(_ descriptor: Int32) {
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { open.remove(descriptor) }
            guard count > 0 else { return }
            lastSign = .now
            switch descriptor {
            case child.output: output.append(contentsOf: buffer[..<count])
            case child.complaint: complaint.append(contentsOf: buffer[..<min(count, 65536 - complaint.count)])
            default: signs.append(contentsOf: buffer[..<count])
            }
            // Whoever never stops talking must not keep us here.
            if output.count > supervisor.outputBytes || signs.count > 65536 { return }
        }
    }

    private func reaped() -> Int32? {
        var status: Int32 = 0
        return waitpid(child.process, &status, WNOHANG) == child.process ? status : nil
    }

    private func stop(_ ending: Supervisor.Ending) -> Supervisor.Ending {
        kill(-child.process, SIGKILL)
        kill(child.process, SIGKILL)
        var status: Int32 = 0
        while waitpid(child.process, &status, 0) == -1 && errno == EINTR {}
        sweep()
        return ending
    }

    /// Ends what the child has left behind: its group, and where orphans come to us, those in groups of their own as well.
    private func sweep() {
        kill(-child.process, SIGKILL)
        guard supervisor.ownsProcess else { return }
        // Each that ends may hand us its own children: until there are none.
        for _ in 0..<1000 {
            for orphan in Descendants.ofThisProcess() { kill(orphan, SIGKILL) }
            var status: Int32 = 0
            let result = waitpid(-1, &status, WNOHANG)
            if result == -1 && errno == ECHILD { return }
            if result == 0 { usleep(1000) }
        }
    }
}
