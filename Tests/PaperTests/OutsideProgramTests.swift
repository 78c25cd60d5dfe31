import Foundation
import Testing

@testable import Paper

struct OutsideProgramTests {
    let shell = OutsideProgram("sh", package: "dash")

    @Test func handsInputOverAndTakesOutputBack() async throws {
        let cat = OutsideProgram("cat", package: "coreutils")
        #expect(try await cat.run([], input: Array("Số: 12/KH-UBND".utf8)) == Array("Số: 12/KH-UBND".utf8))
    }

    @Test func readsNoShellSyntaxInArguments() async throws {
        let echo = OutsideProgram("printf", package: "coreutils")
        #expect(String(decoding: try await echo.run(["%s", "$(id); *"]), as: UTF8.self) == "$(id); *")
    }

    @Test func aMissingProgramIsNamedWithItsPackage() async {
        await #expect(throws: PaperError.missingProgram("no-such-reader", package: "reader-utils")) {
            try await OutsideProgram("no-such-reader", package: "reader-utils").run([])
        }
    }

    @Test func aFailureCarriesTheFirstLineOfTheComplaint() async {
        await #expect(throws: PaperError.programFailed("sh", detail: "exit 3: no such page")) {
            try await shell.run(["-c", "echo no such page >&2; echo more >&2; exit 3"])
        }
    }

    @Test func theCallerMayJudgeTheExitCodeItself() async throws {
        let outcome = try await shell.attempt(["-c", "echo half; kill -9 $$"])
        #expect(outcome.code == -9)
        #expect(outcome.output == Array("half\n".utf8))
    }

    @Test func aProgramThatHangsIsKilledWithItsChildren() async throws {
        let mark = "\(3600 + Int.random(in: 0..<1_000_000))"
        var shell = shell
        shell.timeLimit = .milliseconds(300)
        let begun = ContinuousClock.now
        await #expect(throws: PaperError.self) { try await shell.run(["-c", "sleep \(mark) & sleep \(mark); wait"]) }
        #expect(begun.duration(to: .now) < .seconds(300))
        try await Task.sleep(for: .milliseconds(100))
        let left = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter {
            (try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8))?.contains("sleep\0\(mark)") == true
        }
        #expect(left.isEmpty)
    }

    @Test func outputBeyondTheLimitIsAFailure() async {
        var shell = shell
        shell.outputBytes = 1000
        await #expect(throws: PaperError.programFailed("sh", detail: "more than 1000 bytes of output")) {
            try await shell.run(["-c", "yes"])
        }
    }

    @Test func memoryIsBounded() async throws {
        var shell = shell
        shell.memoryBytes = 64 << 20
        #expect(try await shell.attempt(["-c", "head -c 200000000 /dev/zero | sort"]).code != 0)
    }

    @Test func secretsOfOurEnvironmentStayHere() async throws {
        setenv("NHIPCAU_TEST_SECRET", "hidden", 1)
        let names = String(decoding: try await OutsideProgram("env", package: "coreutils").run([]), as: UTF8.self)
        #expect(!names.contains("NHIPCAU_TEST_SECRET"))
        #expect(names.contains("LANG=C.UTF-8"))
    }

    @Test func aLongComplaintDoesNotBlockIt() async throws {
        let outcome = try await shell.attempt(["-c", "head -c 1000000 /dev/zero | tr '\\0' x >&2; echo done"])
        #expect(outcome.output == Array("done\n".utf8))
        #expect(outcome.complaint.utf8.count == 4096)
    }
}
