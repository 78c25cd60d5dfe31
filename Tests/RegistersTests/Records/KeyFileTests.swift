import Foundation
import Office
import Storage
import TestSupport
import Testing
import Wording

@testable import Registers

@Suite("The file of keys", .onEachEngine(Examples.migrations))
struct KeyFileTests {
    @Test func `It is made once, for its owner alone, and missed when it is lost or another's`() async throws {
        let store = try TestStore.current
        let desk = try TestFolder()
        defer { desk.clear() }
        let path = desk.path("office.sqlite.key")
        let file = KeyFile(path, isMadeAtFirst: true)
        let ring = try await file.keys(for: store)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(try await file.keys(for: store).marks == ring.marks)

        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        await #expect(throws: Refusal("keys.open", ["file": path])) { try await file.keys(for: store) }

        try FileManager.default.removeItem(atPath: path)
        await #expect(throws: Refusal("keys.file", ["file": path])) { try await file.keys(for: store) }

        let made = FileManager.default.createFile(
            atPath: path, contents: Data(Examples.keyFile.utf8), attributes: [.posixPermissions: 0o600])
        #expect(made)
        await #expect(throws: Refusal("keys.other", ["file": path])) { try await file.keys(for: store) }
        let fault = try await store.read { try file.fault($0) }
        #expect(fault?.key == "keys.other")
    }

    @Test func `A server's is not made by itself`() async throws {
        let file = KeyFile("/nowhere/keys", isMadeAtFirst: false)
        let store = try TestStore.current
        await #expect(throws: Refusal("keys.file", ["file": "/nowhere/keys"])) { try await file.keys(for: store) }
        #expect(try await store.read { try file.fault($0) } == nil)
    }
}
