import CLinux
import Glibc

/// The supervised side of the thread between a child and its ``Supervisor``: lines on a descriptor of their own that say
/// "still at work", with or without how far.
package struct LifeSigns: Sendable {
    /// The descriptor on which a supervisor listens.
    static let descriptor: Int32 = 3

    /// Keeps a parent that is gone from ending this process in the middle of a line.
    package init() {
        // A parent that is gone must not end us in the middle of a line; its death does that anyway.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Says that work goes on.
    package func beat() { send("\n") }

    /// Says how far the work is: `done` parts of `total`.
    package func progress(_ done: Int, of total: Int) { send("\(done)/\(total)\n") }

    /// Beats every second while a program that we started runs: it has a time limit of its own, so waiting for it is no
    /// silence. Ends when cancelled.
    package func beatWhileOthersWork() async {
        while !Task.isCancelled {
            if nhipcau_has_children() != 0 { beat() }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    private func send(_ line: String) {
        _ = line.withCString { write(Self.descriptor, $0, strlen($0)) }
    }

    /// Reads a line of ``progress(_:of:)``.
    static func progress(_ line: some StringProtocol) -> (done: Int, total: Int)? {
        let parts = line.split(separator: "/")
        guard parts.count == 2, let done = Int(parts[0]), let total = Int(parts[1]) else { return nil }
        return (done, total)
    }
}
