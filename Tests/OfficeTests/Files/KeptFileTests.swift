import Foundation
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Office

@Suite(.onEachEngine(Journal.migrations + KeptFiles.migrations))
final class KeptFileTests {
    private let act = Act(.system("test"), at: Instant(milliseconds: 1_795_000_000_123))
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    /// Three pieces and a bit.
    private let scan: [UInt8] = {
        var numbers = SeededNumbers(7)
        return (0..<1_700_000).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
    }()

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func keeper(_ inFolder: Bool) -> FileKeeper { FileKeeper(inFolder ? .folder(folder) : .database) }

    private func keep(_ bytes: [UInt8], _ name: String, _ keeper: FileKeeper) async throws -> KeptFile {
        let arrival = try keeper.receive(.bytes(bytes), name: name, mediaType: "application/pdf")
        return try await TestStore.current.write { [act] db in try keeper.keep(arrival, by: act, db) }
    }

    private func read(_ file: KeptFile, _ keeper: FileKeeper) async throws -> [UInt8] {
        try await TestStore.current.read { try keeper.bytes(of: file, $0) }
    }

    private func verify(_ keeper: FileKeeper) async throws -> KeptFiles.Verification {
        try await TestStore.current.read { try KeptFiles.verify(keeper, $0) }
    }

    @Test(arguments: [false, true])
    func givesBackWhatItWasGiven(inFolder: Bool) async throws {
        let keeper = keeper(inFolder)
        for bytes in [scan, Array(scan.prefix(FileContent.pieceLength)), Array("một".utf8), []] {
            let file = try await keep(bytes, "a.pdf", keeper)
            #expect(file.size == bytes.count)
            #expect(try await read(file, keeper) == bytes)
        }
        #expect(try await verify(keeper) == KeptFiles.Verification(files: 4, broken: []))
    }

    @Test(arguments: [false, true])
    func keepsTheSameContentOnceUnderAllItsNames(inFolder: Bool) async throws {
        let keeper = keeper(inFolder)
        let first = try await keep(scan, "Kế hoạch 243.pdf", keeper)
        let second = try await keep(scan, "243-KH-UBND.pdf", keeper)
        #expect(first == second)
        let (names, entries) = try await TestStore.current.read { db in
            (try KeptFiles.names(of: first, db), try Journal.entries(of: .file(first.id), db))
        }
        #expect(names == ["243-KH-UBND.pdf", "Kế hoạch 243.pdf"])
        #expect(entries.map(\.action) == ["file.keep"])
        #expect(try await verify(keeper).files == 1)
    }

    @Test func keepsAFileOfTheDiskByItsKnownHash() async throws {
        let path = folder + ".txt"
        try Data("abc".utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let arrival = try FileKeeper().receive(.path(path), name: "abc.txt", mediaType: "text/plain")
        #expect(arrival.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func noticesABitThatChangedInTheDatabase() async throws {
        let file = try await keep(scan, "a.pdf", keeper(false))
        var piece = Array(scan.prefix(FileContent.pieceLength))
        piece[17] ^= 1
        let changed = piece
        _ = try await TestStore.current.write { db in
            try db.run("UPDATE kept_file_pieces SET bytes = \(changed) WHERE file = \(file.id) AND number = 0")
        }
        try await expectDamage(of: file, keeper(false))
        _ = try await TestStore.current.write { db in try db.run("DELETE FROM kept_file_pieces") }
        try await expectDamage(of: file, keeper(false))
    }

    @Test func noticesABitThatChangedInTheFolder() async throws {
        let file = try await keep(scan, "a.pdf", keeper(true))
        let path = FileFolder(path: folder).path(of: file.sha256)
        try Data(scan.dropLast() + [scan[0]]).write(to: URL(filePath: path))
        try await expectDamage(of: file, keeper(true))
        try FileManager.default.removeItem(atPath: path)
        try await expectDamage(of: file, keeper(true))
        // Brought again, it is whole again.
        #expect(try await keep(scan, "a.pdf", keeper(true)) == file)
        #expect(try await read(file, keeper(true)) == scan)
    }

    private func expectDamage(of file: KeptFile, _ keeper: FileKeeper) async throws {
        let error = await #expect(throws: StorageError.self) { try await self.read(file, keeper) }
        #expect(error?.kind == .damaged)
        #expect(try await verify(keeper).broken == [KeptFiles.Broken(sha256: file.sha256, name: "a.pdf")])
    }

    @Test func halfAFileOfAKilledProgramHarmsNothing() async throws {
        try FileManager.default.createDirectory(atPath: folder + "/incoming", withIntermediateDirectories: true)
        let (fresh, old) = (folder + "/incoming/fresh", folder + "/incoming/old")
        for path in [fresh, old] { try Data("half".utf8).write(to: URL(filePath: path)) }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -200_000)], ofItemAtPath: old)
        _ = try await keep(scan, "a.pdf", keeper(true))
        #expect(try await verify(keeper(true)) == KeptFiles.Verification(files: 1, broken: []))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/incoming") == ["fresh"])
    }

    @Test func aFileWithoutItsRowIsTakenUpWhenItComesAgain() async throws {
        _ = try keeper(true).receive(.bytes(scan), name: "a.pdf", mediaType: "application/pdf")
        #expect(try await verify(keeper(true)).files == 0)
        let file = try await keep(scan, "a.pdf", keeper(true))
        #expect(try await read(file, keeper(true)) == scan)
    }

    @Test(arguments: [false, true])
    func refusesAFileThatIsTooLargeAndLeavesNothing(inFolder: Bool) throws {
        let keeper = FileKeeper(inFolder ? .folder(folder) : .database, limit: 1_000_000)
        let refusal = #expect(throws: Refusal.self) {
            try keeper.receive(.bytes(scan), name: "a.pdf", mediaType: "application/pdf")
        }
        #expect(refusal?.message == Message("file.large", ["name": "a.pdf", "limit": "1"]))
        if inFolder { #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/incoming") == []) }
    }

    @Test func filesStayReadableWhereTheyWentWhenThePlaceChanges() async throws {
        let old = try await keep(scan, "a.pdf", keeper(false))
        let new = try await keep(Array("mới".utf8), "b.pdf", keeper(true))
        #expect(try await read(old, keeper(true)) == scan)
        let refusal = await #expect(throws: Refusal.self) { try await self.read(new, self.keeper(false)) }
        #expect(refusal?.message.key == "file.folder")
    }
}
