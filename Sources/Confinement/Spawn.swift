import CLinux
import Glibc

/// A started child, at the head of a process group of its own, with the read ends of its three pipes.
struct Spawned {
    let process: pid_t
    let output: Int32
    let complaint: Int32
    let signs: Int32

    /// Starts a program with `/dev/null` on its standard input, pipes on 1, 2 and ``LifeSigns/descriptor``, and nothing else
    /// open.
    /// - Parameter signals: The signals that it finds blocked.
    /// - Throws: ``SupervisorError``.
    init(_ executable: String, _ arguments: [String], environment: [String], signals: sigset_t) throws {
        let pipes = try Pipes()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, pipes.output.write, 1)
        posix_spawn_file_actions_adddup2(&actions, pipes.complaint.write, 2)
        posix_spawn_file_actions_adddup2(&actions, pipes.signs.write, LifeSigns.descriptor)
        posix_spawn_file_actions_addclosefrom_np(&actions, LifeSigns.descriptor + 1)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var mask = signals
        posix_spawnattr_setsigmask(&attributes, &mask)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))

        var process: pid_t = 0
        let code = withCStrings([executable] + arguments) { argv in
            withCStrings(environment) { posix_spawn(&process, executable, &actions, &attributes, argv, $0) }
        }
        guard code == 0 else {
            pipes.closeAll()
            throw SupervisorError.cannotStart(executable, code: code)
        }
        pipes.closeWriteEnds()
        self.process = process
        (output, complaint, signs) = (pipes.output.read, pipes.complaint.read, pipes.signs.read)
        for end in [output, complaint, signs] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    func closePipes() {
        for end in [output, complaint, signs] { close(end) }
    }
}

/// Why a child could not even be started.
package enum SupervisorError: Error, Equatable {
    /// - Parameter code: The system's error number.
    case cannotStart(String, code: Int32)
}

private struct Pipes {
    typealias Ends = (read: Int32, write: Int32)
    let output: Ends
    let complaint: Ends
    let signs: Ends

    init() throws {
        var made: [Ends] = []
        for _ in 0..<3 {
            var ends: [Int32] = [0, 0]
            guard nhipcau_pipe(&ends) == 0 else {
                let code = errno
                for pair in made { Self.close(pair) }
                throw SupervisorError.cannotStart("pipe", code: code)
            }
            // Above the descriptors that the child's ends are moved to, whatever our own parent left open.
            made.append((Self.raised(ends[0]), Self.raised(ends[1])))
        }
        (output, complaint, signs) = (made[0], made[1], made[2])
    }

    func closeWriteEnds() {
        for pair in [output, complaint, signs] { Glibc.close(pair.write) }
    }

    func closeAll() {
        for pair in [output, complaint, signs] { Self.close(pair) }
    }

    private static func raised(_ descriptor: Int32) -> Int32 {
        guard descriptor <= LifeSigns.descriptor else { return descriptor }
        let higher = fcntl(descriptor, F_DUPFD_CLOEXEC, LifeSigns.descriptor + 1)
        Glibc.close(descriptor)
        return higher
    }

    private static func close(_ pair: Ends) {
        Glibc.close(pair.read)
        Glibc.close(pair.write)
    }
}

private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(&pointers)
}
