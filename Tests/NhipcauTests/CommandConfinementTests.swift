import Foundation
import TestSupport
import Testing

/// What becomes of the command when its reading process dies, hangs or swells: real processes, ended from outside.
@Suite struct CommandConfinementTests {
    private let desk: TestFolder
    /// Long enough that a reader is still at it when we look.
    private let long: String

    init() throws {
        desk = try TestFolder()
        let line = "Các sở, ban, ngành, Ủy ban nhân dân các xã, phường triển khai thực hiện trước ngày 30/11/2026.\n"
        long = try desk.file("dai.txt", String(repeating: line, count: 60_000))
    }

    @Test func aReaderThatIsKilledIsToldInOneLine() async throws {
        let running = try Running(["read", long])
        let reader = try running.reader()
        #expect(kill(reader, SIGKILL) == 0)
        let ended = try await running.end()
        #expect(ended.status == 2)
        #expect(ended.output == "")
        #expect(
            ended.complaint
                == "nhipcau: \(long): phần đọc tệp bị hỏng giữa chừng hoặc cần quá nhiều bộ nhớ (tín hiệu 9)\n")
    }

    @Test func aReaderThatHangsIsEnded() async throws {
        let running = try Running(["read", long], environment: ["NHIPCAU_PATIENCE": "1"])
        let reader = try running.reader()
        #expect(kill(reader, SIGSTOP) == 0)
        let ended = try await running.end()
        #expect(ended.status == 2)
        #expect(ended.complaint.hasSuffix("phần đọc tệp không phản hồi nên đã bị dừng\n"))
        #expect(kill(reader, 0) != 0)
    }

    @Test func aFileThatTakesTooLongIsGivenUp() async throws {
        let outcome = try await Command.run("read", long, environment: ["NHIPCAU_PATIENCE": "0.2"])
        #expect(outcome.status == 2)
        #expect(outcome.complaint.hasSuffix("phần đọc tệp không phản hồi nên đã bị dừng\n"))
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func aCommandThatIsStoppedTakesItsReaderWithIt(signal: Int32) async throws {
        let running = try Running(["read", long])
        let reader = try running.reader()
        #expect(kill(running.process.processIdentifier, signal) == 0)
        let ended = try await running.end()
        #expect(running.process.terminationReason == .uncaughtSignal)
        #expect(ended.status == signal)
        try await expectGone(reader)
    }

    @Test func aCommandThatIsKilledTakesItsReaderWithIt() async throws {
        let running = try Running(["read", long])
        let reader = try running.reader()
        #expect(kill(running.process.processIdentifier, SIGKILL) == 0)
        _ = try await running.end()
        try await expectGone(reader)
    }

    /// Init, or whoever adopts orphans here, reaps it a little later.
    private func expectGone(_ reader: pid_t) async throws {
        for _ in 0..<100 where isRunning(reader) { try await Task.sleep(for: .milliseconds(20)) }
        #expect(!isRunning(reader))
    }

    @Test func theReaderIsUnderRestraints() async throws {
        let running = try Running(["read", long])
        let reader = try running.reader()
        let limits = try String(contentsOf: URL(filePath: "/proc/\(reader)/limits"), encoding: .utf8)
        func soft(_ name: String) -> Substring? {
            limits.split(separator: "\n").first { $0.hasPrefix(name) }?.dropFirst(name.count).split(separator: " ")
                .first
        }
        #expect(soft("Max address space") == "\(512 << 20)")
        #expect(soft("Max cpu time") == "30")
        #expect(soft("Max core file size") == "0")
        #expect(soft("Max open files") == "256")
        let status = try String(contentsOf: URL(filePath: "/proc/\(reader)/status"), encoding: .utf8)
        #expect(status.contains("NoNewPrivs:\t1"))
        if getuid() == 0 {
            let ours = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/net")
            let theirs = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(reader)/ns/net")
            #expect(ours != theirs)
        }
        kill(running.process.processIdentifier, SIGTERM)
        _ = try await running.end()
    }

    private func isRunning(_ process: pid_t) -> Bool {
        let stat = try? String(contentsOf: URL(filePath: "/proc/\(process)/stat"), encoding: .utf8)
        guard let state = stat?.split(separator: ")").last?.split(separator: " ").first else { return false }
        return state != "Z"
    }
}
