import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Confinement

@Suite struct SupervisorTests {
    private func supervise(
        _ script: String, _ change: (inout Supervisor) -> Void = { _ in },
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Supervisor.Outcome {
        var changed = Supervisor()
        change(&changed)
        let supervisor = changed
        return try await waiting {
            try supervisor.run("/bin/sh", ["-c", script], environment: ["PATH=/usr/bin:/bin"], progress: progress)
        }
    }

    @Test func outputComplaintAndStatusComeBack() async throws {
        let outcome = try await supervise("echo đầu ra; echo than phiền >&2; exit 3")
        #expect(outcome.ending == .exited(3))
        #expect(String(decoding: outcome.output, as: UTF8.self) == "đầu ra\n")
        #expect(String(decoding: outcome.complaint, as: UTF8.self) == "than phiền\n")
    }

    @Test func outputLargerThanAPipeComesBackWhole() async throws {
        let outcome = try await supervise("head -c 3000000 /dev/zero")
        #expect(outcome.ending == .exited(0))
        #expect(outcome.output.count == 3_000_000)
    }

    @Test func theChildHasNothingOpenButItsPipes() async throws {
        let file = open("/etc/hostname", O_RDONLY)
        defer { close(file) }
        // The shell's `ls` has its own descriptor for the folder that it lists.
        let outcome = try await supervise("cat; ls /proc/self/fd | tr '\\n' ' '")
        #expect(String(decoding: outcome.output, as: UTF8.self) == "0 1 2 3 4 ")
    }

    @Test(arguments: [SIGSEGV, SIGKILL, SIGXCPU])
    func aCrashIsToldByItsSignal(signal: Int32) async throws {
        #expect(try await supervise("kill -\(signal) $$; sleep 5").ending == .signalled(signal))
    }

    @Test func aSilentChildIsEnded() async throws {
        let start = ContinuousClock.now
        let outcome = try await supervise("echo begun; sleep 600") { $0.silence = .milliseconds(300) }
        #expect(outcome.ending == .silent)
        #expect(ContinuousClock.now - start < .seconds(300))
    }

    @Test func signsOfLifeKeepItAliveAndTellHowFarItIs() async throws {
        let seen = Mutex<[[Int]]>([])
        let script = "for page in 1 2 3 4; do echo $page/4 >&3; sleep 0.2; done; echo done"
        let outcome = try await supervise(script, { $0.silence = .milliseconds(600) }) { done, total in
            seen.withLock { $0.append([done, total]) }
        }
        #expect(outcome.ending == .exited(0))
        #expect(seen.withLock { $0 } == [[1, 4], [2, 4], [3, 4], [4, 4]])
    }

    @Test func signsOfLifeDoNotKeepItForEver() async throws {
        let outcome = try await supervise("while :; do echo >&3; sleep 0.05; done") { $0.longest = .milliseconds(500) }
        #expect(outcome.ending == .tooLong)
    }

    @Test func endlessOutputIsCutOff() async throws {
        let outcome = try await supervise("yes") { $0.outputBytes = 1 << 20 }
        #expect(outcome.ending == .tooMuchOutput)
    }

    @Test func aChildThatClosesItsOutputIsStillWaitedFor() async throws {
        let outcome = try await supervise("exec >&- 2>&- 3>&-; sleep 0.3; exit 7")
        #expect(outcome.ending == .exited(7))
    }

    @Test func grandchildrenEndWithTheGroup() async throws {
        let outcome = try await supervise("sleep 60 & echo $!; sleep 60") { $0.silence = .milliseconds(300) }
        let grandchild = try #require(Int32(String(decoding: outcome.output, as: UTF8.self).dropLast()))
        #expect(outcome.ending == .silent)
        #expect(hasEnded(grandchild))
    }

    @Test func aGrandchildThatHoldsThePipesOpenDoesNotHoldUs() async throws {
        let start = ContinuousClock.now
        let outcome = try await supervise("sleep 600 & echo here")
        #expect(outcome.ending == .exited(0))
        #expect(outcome.output == Array("here\n".utf8))
        #expect(ContinuousClock.now - start < .seconds(300))
    }

    @Test func aProgramThatIsNotThereCannotBeStarted() {
        #expect(throws: SupervisorError.cannotStart("/nowhere/nhipcau", code: ENOENT)) {
            try Supervisor().run("/nowhere/nhipcau", [], environment: [])
        }
    }

    /// A killed process may stay in the table for a moment until whoever adopts it reaps it.
    private func hasEnded(_ process: Int32) -> Bool {
        for _ in 0..<200 {
            if kill(process, 0) != 0 { return true }
            if state(of: process) == "Z" { return true }
            usleep(10_000)
        }
        return false
    }

    /// The third field of `/proc/PID/stat`; our children have no blanks in their names.
    private func state(of process: Int32) -> Substring? {
        let file = open("/proc/\(process)/stat", O_RDONLY)
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = Glibc.read(file, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(separator: " ").dropFirst(2).first
    }
}
