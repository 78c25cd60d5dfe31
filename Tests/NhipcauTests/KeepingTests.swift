import Foundation
import Office
import Storage
import StoragePostgres
import StorageSQLite
import Synchronization
import TestSupport
import Testing

@testable import Nhipcau

/// `backup`, `restore` and `export`, as the person who keeps an office's data uses them.
@Suite struct KeepingTests {
    private let desk: TestFolder

    init() throws { desk = try TestFolder() }

    private func run(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let outcome = try await Running(arguments).end()
        #expect(outcome.status == 0, "\(outcome.complaint)", sourceLocation: sourceLocation)
    }

    private func export(_ place: String) async throws -> Data {
        let file = desk.path("\(UUID().uuidString).json")
        try await run("export", file, "--database", place)
        return try Data(contentsOf: URL(filePath: file))
    }

    @Test(arguments: TestEngine.allCases, TestEngine.allCases)
    func aBackupComesBackByteForByteOnEitherEngine(from: TestEngine, into: TestEngine) async throws {
        try await from.withPlace(desk) { source in
            try await into.withPlace(desk) { target in
                try await source.fill()
                let backup = desk.path("\(UUID().uuidString).sqlite")
                try await run("backup", backup, "--database", source.name)
                try await run("restore", backup, "--database", target.name)
                try await run("verify", "--database", target.name)
                let original = try await export(source.name)
                #expect(try await export(target.name) == original)
                let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int
                #expect(mode == 0o600, "only its owner may read it")
            }
        }
        #expect(try snapshot().keys.allSatisfy { !$0.contains(".new-") })
    }

    /// Writers at work.
    private final class Traffic: Sendable {
        private let state: Mutex<(acknowledged: Int, isOver: Bool)>

        init(_ acknowledged: Int) { state = Mutex((acknowledged, false)) }

        var acknowledged: Int { state.withLock { $0.acknowledged } }
        var isOver: Bool { state.withLock { $0.isOver } }
        func acknowledge() { state.withLock { $0.acknowledged += 1 } }
        func end() { state.withLock { $0.isOver = true } }
    }

    @Test(arguments: TestEngine.allCases)
    func writersGoOnWhileABackupIsTaken(engine: TestEngine) async throws {
        try await engine.withPlace(desk) { place in
            try await place.fill(things: 500)
            let store = try await Store(place.open(), migrations: Schema.migrations)
            let backup = desk.path("\(UUID().uuidString).sqlite")
            let traffic = Traffic(500)
            let (before, after) = try await withThrowingTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask {
                        while !traffic.isOver {
                            try await store.write { try TestPlace.writeThing($0) }
                            traffic.acknowledge()
                        }
                    }
                }
                while traffic.acknowledged < 550 { try await Task.sleep(for: .milliseconds(5)) }
                let before = traffic.acknowledged
                try await run("backup", backup, "--database", place.name)
                let after = traffic.acknowledged
                traffic.end()
                try await group.waitForAll()
                return (before, after)
            }
            try await store.close()
            #expect(after > before, "writers were not held up")
            let copy = try SQLiteEngine.reading(path: backup)
            try await copy.read { db throws in
                let numbers = try #require(try db.value("SELECT last FROM series", Int.self))
                #expect(numbers >= before, "what was acknowledged before is in it")
                // One picture: the line of the kept file, and one for each thing.
                #expect(try Journal.verify(db).broken == nil)
                #expect(try db.value("SELECT COUNT(*) FROM journal") == numbers + 1)
                #expect(try db.value("SELECT COUNT(*) FROM search_entries") == numbers)
            }
            try await copy.close()
            let elsewhere = desk.path("\(UUID().uuidString).sqlite")
            try await run("restore", backup, "--database", elsewhere)
            #expect(try await export(elsewhere) == export(backup))
        }
    }

    @Test func aProgramLearnsWhatWasCopied() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            try await place.fill()
            let backup = desk.path("b.sqlite")
            let outcome = try await Command.run("backup", backup, "--database", place.name, "--json")
            let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
            #expect(answer?["target"] as? String == backup)
            let journal = answer?["journal"] as? [String: Any]
            #expect(journal?["entries"] as? Int == 51 && journal?["intact"] as? Bool == true)
        }
    }

    @Test func filesOfAFolderAreInTheBackup() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            let folder = desk.path("files")
            let keeper = FileKeeper(.folder(folder))
            let store = try await Store.migrating(place.open(), Schema.migrations)
            let arrival = try keeper.receive(.bytes(Array("Kế hoạch".utf8)), name: "a.txt", mediaType: "text/plain")
            try await store.write { _ = try keeper.keep(arrival, by: TestPlace.act, $0) }
            try await store.close()
            let refused = try await Command.run("backup", desk.path("b.sqlite"), "--database", place.name)
            #expect(refused.status == 2 && refused.complaint.contains("NHIPCAU_FILES"))
            let settings = ["NHIPCAU_FILES": folder]
            let taken = try await Command.run(
                "backup", desk.path("b.sqlite"), "--database", place.name, environment: settings)
            #expect(taken.status == 0)
            try await run("verify", "--database", desk.path("b.sqlite"))
            #expect(try await export(desk.path("b.sqlite")) == export(place.name))
            // A backup without a file that is gone is better than none.
            try FileManager.default.removeItem(atPath: folder)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let lost = try await Command.run(
                "backup", desk.path("c.sqlite"), "--database", place.name, environment: settings)
            #expect(lost.status == 1 && lost.complaint.contains(arrival.sha256))
            #expect(FileManager.default.fileExists(atPath: desk.path("c.sqlite")))
        }
    }

    @Test func aBrokenJournalIsKeptAndTold() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            try await place.fill()
            let engine = try place.open()
            try await engine.write { db in
                try db.run("DROP TRIGGER journal_changes")
                try db.run("UPDATE journal SET action = 'thing.forge' WHERE id = 20")
            }
            try await engine.close()
            let outcome = try await Command.run("backup", desk.path("b.sqlite"), "--database", place.name)
            #expect(outcome.status == 1)
            #expect(outcome.complaint == "nhipcau: \(place.name): Nhật ký không còn nguyên vẹn: dòng 20 đã bị sửa.\n")
            #expect(try await Command.run("verify", "--database", desk.path("b.sqlite")).status == 1)
        }
    }

    // MARK: Refusals: one line, status 2, and everything as it was

    private func snapshot() throws -> [String: Data] {
        try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).reduce(into: [:]) { files, name in
            files[name] = FileManager.default.contents(atPath: desk.path(name)) ?? Data()
        }
    }

    private func expectRefusal(_ arguments: [String], about: String, _ reason: String) async throws {
        let before = try snapshot()
        let outcome = try await Running(arguments).end()
        #expect(outcome.status == 2 && outcome.output == "")
        #expect(outcome.complaint == "nhipcau: \(about): \(Words.text(reason))\n")
        #expect(try snapshot() == before)
    }

    @Test func nothingIsOverwritten() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            try await place.fill()
            let other = try desk.file("other.txt", "của tôi")
            try await expectRefusal(["backup", other, "--database", place.name], about: other, "database.exists")
            try await expectRefusal(["export", other, "--database", place.name], about: other, "database.exists")
            try await run("backup", desk.path("b.sqlite"), "--database", place.name)
            try await expectRefusal(
                ["restore", desk.path("b.sqlite"), "--database", other], about: other, "database.exists")
            try await TestEngine.postgres.withPlace(desk) { server in
                try await server.fill()
                let name = DatabasePlace(server.name).name
                try await expectRefusal(
                    ["restore", desk.path("b.sqlite"), "--database", server.name], about: name, "database.exists")
            }
        }
    }

    @Test func aFolderThatIsNotThere() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            try await place.fill()
            let nowhere = desk.path("khong/co/b.sqlite")
            try await expectRefusal(
                ["backup", nowhere, "--database", place.name], about: nowhere, "database.unreachable.new")
            try await expectRefusal(
                ["restore", nowhere, "--database", desk.path("c")], about: nowhere, "database.unreachable.file")
        }
    }

    @Test func aTruncatedDatabaseIsNeitherBackedUpNorRestored() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            try await place.fill()
            #expect(truncate(place.name, 60_000) == 0)
            let before = try snapshot()
            for arguments in [
                ["backup", desk.path("b.sqlite"), "--database", place.name],
                ["restore", place.name, "--database", desk.path("c.sqlite")],
                ["export", desk.path("d.json"), "--database", place.name],
            ] {
                let outcome = try await Running(arguments).end()
                #expect(outcome.status == 2 && outcome.output == "")
                #expect(outcome.complaint.hasPrefix("nhipcau: \(place.name): không phải cơ sở dữ liệu Nhịp Cầu, hoặc"))
                #expect(outcome.complaint.split(separator: "\n").count == 1)
            }
            #expect(try snapshot() == before)
        }
    }

    @Test func aFolderThatMayOnlyBeRead() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            try await place.fill()
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.name)
            #expect(chmod(desk.folder.path, 0o555) == 0)
            defer { chmod(desk.folder.path, 0o755) }
            let before = try snapshot()
            for command in [["migrate"], ["verify"], ["export", "/tmp/\(UUID().uuidString).json"]] {
                let outcome = try await Running(command + ["--database", place.name], through: Running.asNobody).end()
                #expect(outcome.status == 2)
                #expect(outcome.complaint == "nhipcau: \(place.name): \(Words.text("database.readOnly"))\n")
            }
            #expect(try snapshot() == before)
        }
    }

    @Test func aServerThatRefusesIsToldWithoutThePassword() async throws {
        let keeper = try TestServer.engine()
        // bin/postgres asks this role for its password.
        try? await keeper.write { _ = try $0.run("CREATE ROLE nhipcau_locked LOGIN PASSWORD 'dung'") }
        try await keeper.close()
        let address = try TestServer.address.replacing(/nhipcau(:[^@]*)?@/, with: "nhipcau_locked:sai%40mat@")
        for command in [["migrate"], ["verify"], ["export", desk.path("a.json")]] {
            let outcome = try await Running(command + ["--database", address]).end()
            #expect(outcome.status == 2 && outcome.output == "")
            #expect(outcome.complaint.hasPrefix("nhipcau: postgres://nhipcau_locked@/postgres: máy chủ từ chối ("))
            #expect(!outcome.complaint.contains("sai") && outcome.complaint.split(separator: "\n").count == 1)
        }
    }

    // MARK: What an export has

    @Test func anExportIsOneObjectWithARowALine() async throws {
        try await TestEngine.sqlite.withPlace(desk) { place in
            try await place.fill(things: 3)
            let data = try await export(place.name)
            let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let tables = object?["tables"] as? [String: [[String: Any]]]
            #expect(object?["steps"] as? [String] == Schema.migrations.map(\.id).sorted())
            #expect(tables?["journal"]?.count == 4)
            #expect(tables?["kept_files"]?.first?["size"] as? Int == 1_200_000)
            #expect(tables?["kept_files"]?.first?.keys.contains("place") == false)
            #expect(tables?["kept_file_pieces"] == nil && tables?["search_entries"] == nil)
            let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
            #expect(lines.contains { $0.contains("{\"id\":2,") && $0.contains("\"reason\":\"test\"") })
        }
    }

    @Test func noSecretIsExported() async throws {
        let store = try await Store.migrating(SQLiteEngine.inMemory(), Schema.migrations)
        let tables = try await store.read { try Table.all($0) }
        for omission in Export.secrets + Export.repetitions {
            let table = try #require(tables.first { $0.name == omission.table }, "\(omission)")
            if let column = omission.column { #expect(table.columns.contains(column), "\(omission)") }
        }
        // What hides nothing: hashes of the journal's lines and of receipts, the key of a row.
        let open: Set = ["journal.hash", "journal_head.hash", "access_token_revocations.token", "erasures.hash"]
        for table in tables where !Export.secrets.contains(where: { $0.table == table.name && $0.column == nil }) {
            for column in table.columns where column.contains(/hash|password|secret|token|salt/) {
                #expect(
                    open.contains("\(table.name).\(column)") || Export.secrets.contains { $0.column == column },
                    "\(table.name).\(column) looks like a secret: name it in Export.secrets or here")
            }
        }
    }
}
