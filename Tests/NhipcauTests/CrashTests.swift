import Foundation
import Office
import Storage
import StorageSQLite
import TestSupport
import Testing

/// What was acknowledged stands, whatever becomes of the process or the disk: a real process writes (Tests/CrashWriter).
@Suite(.serialized) struct CrashTests {
    private let desk: TestFolder

    init() throws { desk = try TestFolder() }

    /// A writer that is at work.
    private final class Writer: Sendable {
        private let process = Process()
        private let output = Pipe()

        init(_ path: String, count: Int, through: [String] = []) throws {
            let program = URL(filePath: Command.path).deletingLastPathComponent().appending(path: "CrashWriter").path()
            let words = through + [program, path, "\(count)"]
            process.executableURL = URL(filePath: words[0])
            process.arguments = Array(words.dropFirst())
            process.standardOutput = output
            try process.run()
        }

        func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

        /// The numbers that it said were written, and what it said last where that is none.
        func end() async throws -> (numbers: [Int], complaint: String?) {
            let lines = try await waiting { [self] in
                let said = output.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
            }
            return (lines.compactMap { Int($0) }, lines.last.flatMap { Int($0) == nil ? $0 : nil })
        }
    }

    /// Every write whole: the thing, its three parts, its line of the journal, its words, its number of the series.
    private func check(_ path: String, acknowledged: Set<Int>) async throws {
        let engine = try SQLiteEngine(path: path)
        try await engine.read { db throws in
            let numbers = try db.all("SELECT number FROM things ORDER BY number") { try $0.next(Int.self) }
            let count = numbers.count
            #expect(numbers == (0..<count).map { $0 + 1 }, "no gap")
            #expect(acknowledged.isSubset(of: numbers), "nothing acknowledged is lost")
            #expect(try db.value("SELECT COUNT(*) FROM thing_parts") == 3 * count)
            #expect(try db.value("SELECT COUNT(*) FROM search_entries") == count)
            let joined: Query = "SELECT COUNT(*) FROM things JOIN journal ON id = entry AND subject = number"
            #expect(try db.value(joined) == count)
            #expect(try db.value("SELECT COALESCE(MAX(last), 0) FROM series") == count)
            let journal = try Journal.verify(db)
            #expect(journal.broken == nil && journal.entries == count)
            #expect(try db.value("PRAGMA integrity_check", String.self) == "ok")
        }
        try await engine.close()
    }

    @Test func whatWasAcknowledgedSurvivesAKill() async throws {
        let path = desk.path("a.sqlite")
        var random = SeededNumbers(20_261_121)
        var acknowledged: Set<Int> = []
        var rounds = 0
        while acknowledged.count < 2_000 || rounds < 25 {
            let writer = try Writer(path, count: 2_000)
            try await Task.sleep(for: .milliseconds(20 + random.next(below: 250)))
            writer.kill()
            let numbers = try await writer.end().numbers
            #expect(acknowledged.isDisjoint(with: numbers), "no number twice")
            acknowledged.formUnion(numbers)
            rounds += 1
            if FileManager.default.fileExists(atPath: path), !acknowledged.isEmpty {
                try await check(path, acknowledged: acknowledged)
            }
        }
    }

    @Test func aFullDiskIsToldAndWorkGoesOnWhenThereIsRoom() async throws {
        let disk = try SmallDisk(desk, megabytes: 8)
        defer { disk.release() }
        let path = disk.path("a.sqlite")
        let first = try await Writer(path, count: 100).end()
        #expect(first.numbers.count == 100)
        let full = try await Writer(path, count: 100_000, through: disk.through).end()
        #expect(full.complaint == "diskFull")
        #expect(!full.numbers.isEmpty)
        try await check(path, acknowledged: Set(first.numbers + full.numbers))
        try disk.makeRoom()
        let more = try await Writer(path, count: 50).end()
        #expect(more.numbers.count == 50 && more.complaint == nil)
        try await check(path, acknowledged: Set(first.numbers + full.numbers + more.numbers))
    }

    @Test func aBackupThatFindsNoRoomLeavesNothing() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            try await place.fill(things: 300)
            let disk = try SmallDisk(desk, megabytes: 1)
            defer { disk.release() }
            let target = disk.path("b.sqlite")
            let outcome = try await Running(["backup", target, "--database", place.name], through: disk.through).end()
            #expect(outcome.status == 2)
            #expect(outcome.complaint.hasPrefix("nhipcau: \(target): hết chỗ trên đĩa"))
            #expect(outcome.complaint.split(separator: "\n").count == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder) == ["filler"])
        }
    }
}

/// A disk with little room: one of memory where the tests may mount it, else a limit on the size of files.
private struct SmallDisk {
    let folder: String
    /// What programs are started through so that they feel it.
    let through: [String]
    private let isMounted: Bool

    init(_ desk: TestFolder, megabytes: Int) throws {
        folder = desk.path("disk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        isMounted =
            getuid() == 0
            && (try? Self.run("/usr/bin/mount", "-t", "tmpfs", "-o", "size=\(megabytes + 4)m", "tmpfs", folder)) == 0
        print("a full disk is tried with \(isMounted ? "a tmpfs" : "a limit on the size of files")")
        // In blocks of 512 bytes; without the trap, reaching it would end the program.
        through =
            isMounted
            ? [] : ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f \(megabytes * 2048); exec \"$@\"", "sh"]
        try Data(count: 4 << 20).write(to: URL(filePath: path("filler")))
    }

    func path(_ name: String) -> String { folder + "/" + name }

    func makeRoom() throws { try FileManager.default.removeItem(atPath: path("filler")) }

    func release() { if isMounted { _ = try? Self.run("/usr/bin/umount", "-l", folder) } }

    private static func run(_ words: String...) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
