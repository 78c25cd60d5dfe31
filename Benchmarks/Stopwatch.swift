import Foundation
import Glibc

/// How long things take.
enum Stopwatch {
    /// The median of several runs, in seconds.
    static func median(_ runs: Int, _ body: () throws -> Void) rethrows -> Double {
        var times: [Double] = []
        for _ in 0..<runs {
            let start = ContinuousClock.now
            try body()
            times.append((ContinuousClock.now - start) / .seconds(1))
        }
        return times.sorted()[runs / 2]
    }
}

/// A program that is run to be measured; what it prints is thrown away.
struct Run {
    struct Failed: Error { var line: String }

    var program: String
    var arguments: [String]
    var environment: [String: String] = [:]

    init(_ program: String, _ arguments: String...) {
        self.program = program
        self.arguments = arguments
    }

    private var line: String { ([program] + arguments).joined(separator: " ") }

    /// - Returns: The most memory that the process or one it waited for held, in bytes.
    @discardableResult
    func callAsFunction() throws -> Int {
        var process: pid_t = 0
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in [1, 2] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }
        var argv = ([program] + arguments).map { strdup($0) } + [nil]
        var envp = variables.map { strdup($0) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        guard posix_spawnp(&process, program, &actions, nil, &argv, &envp) == 0 else { throw Failed(line: line) }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) == -1 && errno == EINTR {}
        guard status == 0 else { throw Failed(line: line) }
        return usage.ru_maxrss * 1024
    }
}
