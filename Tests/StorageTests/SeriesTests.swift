import Storage
import TestSupport
import Testing

private let letters = Migration(
    "test.letters",
    ["CREATE TABLE letters (number \(column: .integer) PRIMARY KEY, writer \(column: .integer) NOT NULL)"])

@Suite(.onEachEngine(Series.migrations + [letters], isShared: true))
struct SeriesTests {
    private struct Dropped: Error {}

    @Test func numbersHaveNoGapsWhoeverWritesAndWhoeverGivesUp() async throws {
        let store = try TestStore.current
        let other = try TestStore.another()
        try await withThrowingTaskGroup { group in
            for writer in 1...100 {
                let engine = writer.isMultiple(of: 2) ? store.engine : other
                group.addTask {
                    do {
                        try await engine.write { db in
                            let number = try Series.next("outgoing.2026", db)
                            try db.run("INSERT INTO letters (number, writer) VALUES (\(number), \(writer))")
                            if writer.isMultiple(of: 7) { throw Dropped() }
                        }
                    } catch is Dropped {}
                }
            }
            try await group.waitForAll()
        }
        try await other.close()
        let (numbers, writers) = try await store.read { db in
            (
                try db.all("SELECT number FROM letters ORDER BY number") { try $0.next(Int.self) },
                try db.all("SELECT writer FROM letters ORDER BY writer") { try $0.next(Int.self) }
            )
        }
        #expect(numbers == Array(1...86))
        #expect(writers == (1...100).filter { !$0.isMultiple(of: 7) })
    }

    @Test func eachSeriesCountsByItself() async throws {
        let numbers = try await TestStore.current.write { db in
            try ["outgoing.2026", "outgoing.2026", "outgoing.2027", "incoming.2026", "outgoing.2026"].map {
                try Series.next($0, db)
            }
        }
        #expect(numbers == [1, 2, 1, 1, 3])
    }
}
