import CLinux
import Glibc

/// What a process takes away from itself before it opens a file that nobody vouches for.
///
/// Only the soft limits are lowered: the hard ones stay, so that an outside program which needs more can be given more.
/// What the system does not permit is left out silently: the limits are a second wall behind a parser that checks.
package struct Restraints: Sendable {
    /// Address space, in bytes.
    package var memoryBytes = 512 << 20
    /// Processor time, in seconds; the kernel ends the process that uses more.
    package var processorSeconds = 30
    /// Largest file written, in bytes: the pages of a scan on their way to recognition.
    package var fileBytes = 512 << 20
    /// Files open at once.
    package var openFiles = 256

    /// With the usual limits.
    package init() {}

    /// Puts the restraints on this process for the rest of its life. To be called on the main thread before there is another:
    /// the system takes these powers from a thread, and those that it starts inherit that.
    /// - Parameter supervisor: The process without which this one has no reason to live.
    package func apply(supervisor: Int32) {
        nhipcau_die_with_parent()
        // It may have died before it was listened for.
        if getppid() != supervisor { exit(EXIT_FAILURE) }
        nhipcau_no_new_privileges()
        // Whoever waits for a page goes first; a scan takes seconds anyway.
        _ = nice(5)
        leaveNetwork()
        nhipcau_limit(NHIPCAU_MEMORY, UInt64(memoryBytes))
        nhipcau_limit(NHIPCAU_PROCESSOR, UInt64(processorSeconds))
        nhipcau_limit(NHIPCAU_FILE_SIZE, UInt64(fileBytes))
        nhipcau_limit(NHIPCAU_CORE, 0)
        nhipcau_limit(NHIPCAU_OPEN_FILES, UInt64(openFiles))
    }

    /// Moves into a network of its own, in which there is nothing: at once for root, else by way of a user namespace.
    private func leaveNetwork() {
        let (user, group) = (getuid(), getgid())
        if unshare(Int32(NHIPCAU_NEW_NETWORK)) == 0 { return }
        guard unshare(Int32(NHIPCAU_NEW_USER | NHIPCAU_NEW_NETWORK)) == 0 else { return }
        // Stay who we are inside: files keep their owners.
        write("deny", to: "/proc/self/setgroups")
        write("\(user) \(user) 1", to: "/proc/self/uid_map")
        write("\(group) \(group) 1", to: "/proc/self/gid_map")
    }

    private func write(_ text: String, to path: String) {
        let file = open(path, O_WRONLY)
        guard file >= 0 else { return }
        _ = text.withCString { Glibc.write(file, $0, strlen($0)) }
        close(file)
    }
}
