import Foundation
import Office
import Registers
import Storage
import StorageSQLite
import TestSupport
import Testing
import WebTestSupport

@testable import Nhipcau

/// What is private is nowhere but where somebody asked for it with a purpose. Values that nothing else has are planted in every register
/// that keeps anything private, and then looked for in all that leaves the system or stays in it.
@Suite("Leaks", .onEachEngine(Schema.migrations, isShared: true)) struct LeakTests {
    /// All that was seen: a place, and what stood there.
    private struct Sighting {
        let place: String
        let data: Data
    }

    private static func places(of needles: [String], in sightings: [Sighting]) -> [String] {
        let sought = needles.map { Data($0.utf8) } + needles.map { Data($0.decomposedStringWithCanonicalMapping.utf8) }
        return sightings.filter { sighting in sought.contains { sighting.data.range(of: $0) != nil } }.map(\.place)
    }

    /// Everything that people and programs can get, and that lies on disks, but looks for a purpose.
    private func everything(_ office: PrivateOffice, _ planted: [(Definition, RecordID)]) async throws -> [Sighting] {
        var sightings: [Sighting] = []
        for role in Role.allCases {
            let browser = try await office.browser(role)
            func see(_ path: String) async throws {
                let page = try await browser.get(path)
                sightings.append(Sighting(place: "\(role) \(path)", data: try Self.unpacked(page.bytes)))
            }
            for (register, id) in planted {
                let path = "/so/\(register.key)", record = "\(path)/\(id.rawValue)"
                // The page of a search shows what was sought: the beginning of a planted value is enough to find it.
                for view in ["", "?q=khuan", "?q=7042001", "?da-xoa=1", ".xlsx", ".csv", ".json", "/bieu-do", "/moi"] {
                    try await see(path + view)
                }
                try await see(record)
                if let purpose = register.purposes.first {
                    _ = try await browser.post("\(record)/mo", ["muc-dich": purpose.key.text])
                    try await see(record)
                }
                try await see("\(record)/sua")
                for field in register.fields where field.kind == .record {
                    try await see("\(path)/goi-y/\(field.key)?q=khuan")
                }
                for figure in register.figures.prefix(2) {
                    try await see("/so-lieu/\(figure.name)")
                    try await see("/so-lieu/\(figure.name)?theo=don-vi")
                }
            }
            for path in [
                "/", "/so", "/so-lieu", "/nhat-ky", "/nhat-ky?viec=record", "/nhat-ky.csv", "/nhat-ky.xlsx",
                "/nhat-ky/luot-xem", "/nhat-ky/luot-xem.csv", "/thong-bao", "/viec-cua-toi",
            ] {
                try await see(path)
            }
        }
        sightings.append(Sighting(place: "log", data: Data(office.log.text.utf8)))
        sightings += try await kept(office.store)
        return sightings
    }

    /// The database as it lies there, its backup and its export.
    private func kept(_ store: Store) async throws -> [Sighting] {
        let folder = try TestFolder()
        defer { folder.clear() }
        var sightings: [Sighting] = []
        let rows = try await store.read { db in
            try Table.all(db).map { table in
                var data = Data()
                try table.rows(db) { row in
                    for value in row {
                        switch value {
                        case .text(let text): data += Data(text.utf8) + [10]
                        case .bytes(let bytes): data += Data(bytes) + [10]
                        default: break
                        }
                    }
                }
                return Sighting(place: "table \(table.name)", data: data)
            }
        }
        sightings += rows
        let export = try await store.read { db in
            var bytes: [UInt8] = []
            try Export.write(db) { bytes += $0 }
            return bytes
        }
        sightings.append(Sighting(place: "export", data: Data(export)))
        let backup = folder.path("backup.sqlite")
        let engine = try TestStore.another()
        _ = try await DatabasePlace.file(backup).make(isWorking: false) { target in
            try await Backup.make(from: engine, into: target, Schema.migrations, files: FileKeeper())
        }
        sightings.append(Sighting(place: "backup", data: try Data(contentsOf: URL(filePath: backup))))
        // The file of the database itself with its log, in which what was deleted may still stand; of a server all that it can write out,
        // with the words of its index.
        if engine is SQLiteEngine {
            let path = try await store.read { try $0.value("SELECT file FROM pragma_database_list", String.self) }
            for file in [path, path.map { "\($0)-wal" }].compactMap(\.self) {
                guard let data = FileManager.default.contents(atPath: file) else { continue }
                sightings.append(Sighting(place: "file", data: data))
            }
        } else {
            let names = try await store.read { try Table.names($0) }
            for name in names {
                let text = try await store.read { db in
                    try db.all("SELECT CAST(t AS TEXT) FROM \(name: name) AS t") { try $0.next(String.self) }
                }
                sightings.append(Sighting(place: "dump \(name)", data: Data(text.joined(separator: "\n").utf8)))
            }
        }
        try await engine.close()
        return sightings
    }

    /// What stands in an Excel file, which is packed.
    private static func unpacked(_ bytes: [UInt8]) throws -> Data {
        guard bytes.starts(with: Array("PK".utf8)) else { return Data(bytes) }
        let folder = try TestFolder()
        defer { folder.clear() }
        let file = folder.path("list.xlsx")
        try Data(bytes).write(to: URL(filePath: file))
        let unzip = Process(), pipe = Pipe()
        unzip.executableURL = URL(filePath: "/usr/bin/unzip")
        unzip.arguments = ["-p", file]
        unzip.standardOutput = pipe
        try unzip.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        unzip.waitUntilExit()
        return data
    }

    @Test func `What is private is nowhere but in a look for a purpose`() async throws {
        let office = try await PrivateOffice()
        let registers = office.definitions.all.filter { register in
            (register.fields + register.lines.flatMap(\.fields)).contains(where: \.isPrivate)
        }
        #expect(registers.count >= 13)
        var planted: [(Definition, RecordID)] = []
        for register in registers {
            let id = try await office.record(in: register, of: office.own, showing: PrivateOffice.open)
            planted.append((register, id))
        }
        // Some of them were changed, moved on and looked at: their histories are there too.
        let coordinator = try await office.browser(.coordinator)
        for (register, id) in planted {
            let path = "/so/\(register.key)/\(id.rawValue)"
            let purpose = register.purposes.first?.key.text ?? "Kiểm tra"
            if register.isConfidential { _ = try await coordinator.post("\(path)/mo", ["muc-dich": purpose]) }
            let look = try await coordinator.post("\(path)/rieng-tu", ["muc-dich": purpose])
            // Here it must be: the values were planted, and this is the page for them.
            #expect(look.status == 200 && look.text.contains("70420017"), "\(register.key)")
            _ = try await coordinator.post("\(path)/xoa", ["phien-ban": "1", "ly-do": "Thử"])
            _ = try await coordinator.post("\(path)/hoan-tac", ["phien-ban": "2"])
        }
        let sightings = try await everything(office, planted)
        #expect(sightings.count > 1_000)
        let leaks = Self.places(of: PrivateOffice.secrets, in: sightings)
        #expect(leaks.isEmpty, "\(leaks.prefix(20))")

        // The same walk finds what is not private wherever it is to be found: it looks where it says.
        let open = Self.places(of: [PrivateOffice.open, "quenh"], in: sightings)
        let expected = [
            "officer /so/enterprises", "coordinator /so/enterprises.xlsx", "leader /so/enterprises.csv",
            "auditor /so/enterprises.json", "officer /so/enterprises/", "auditor /nhat-ky?viec=record", "table journal",
            "table search_entries", "table register_enterprises", "export", "backup",
        ]
        for place in expected { #expect(open.contains { $0.hasPrefix(place) }, "\(place)") }
        #expect(open.contains { $0 == "file" || $0.hasPrefix("dump search") }, "the words of the index")
    }
}
