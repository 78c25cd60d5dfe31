import Foundation
import Office
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Registers

@Suite("A new key", .onEachEngine(Examples.migrations))
struct ResealingTests {
    private let unit = OrganisationID(rawValue: 1)

    @Test func `Everything is sealed under it, what could be undone too; then the old one can go`() async throws {
        let store = try TestStore.current
        let desk = try TestFolder()
        defer { desk.clear() }
        let file = KeyFile(desk.path("office.key"), isMadeAtFirst: true)
        let first = try await file.keys(for: store)
        let definition = try await store.write { try Examples.open($0).definition }
        let ids = try await store.write { db in
            let book = RecordBook(definition, keys: first)
            return try (0..<250).map { number in
                let id = try book.create(
                    RecordDraft([
                        "name": .text("Đoàn \(number)"), "arrival": .date(.day(Examples.act.day)),
                        "leader": .text("Khăm Xay \(number)"), "telephone": .text("09123\(10_000 + number)"),
                    ]), unit: unit, within: .everything, by: Examples.act, db)
                try book.change(
                    id, RecordDraft(["leader": .text("Người khác")]), version: 1, within: .everything,
                    by: Examples.act, db)
                return id
            }
        }
        #expect(try await file.retire(for: store, by: Examples.act) == [])
        #expect(try await file.addKey(for: store) == 2)
        let both = try await file.keys(for: store)
        #expect(both.numbers == [1, 2] && both.newest == 2)
        await #expect(throws: Refusal("keys.in-use")) { try await file.retire(for: store, by: Examples.act) }

        // Broken off after some, and begun again.
        let broken = Task { try await Resealing.run(store, both, by: Examples.act) }
        broken.cancel()
        _ = try? await broken.value
        _ = try await Resealing.run(store, both, by: Examples.act)
        #expect(try await Resealing.isComplete(store, both))
        #expect(try await Resealing.run(store, both, by: Examples.act) == 0)
        #expect(try await file.retire(for: store, by: Examples.act) == [1])

        let second = try await file.keys(for: store)
        #expect(second.numbers == [2])
        try await store.write { db in
            let book = RecordBook(definition, keys: second)
            #expect(try book.find("telephone", equal: "0912310007", within: .everything, db) == [ids[7]])
            #expect(try book.find("leader", equal: "nguoi khac", within: .everything, db).count == 250)
            try book.undo(ids[7], version: 2, within: .everything, by: Examples.act, db)
            let seen = try book.reveal(ids[7], ["leader"], for: "x", within: .everything, by: Examples.act, db)
            #expect(seen["leader"] == .text("Khăm Xay 7"))
        }
        // Who has the old file alone opens nothing any more.
        await #expect(throws: (any Error).self) {
            try await store.write { db in
                try RecordBook(definition, keys: first).reveal(
                    ids[7], ["leader"], for: "x", within: .everything, by: Examples.act, db)
            }
        }
    }
}
