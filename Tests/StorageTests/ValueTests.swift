import Foundation
import Storage
import TestSupport
import Testing
import WorkCalendar

private let samples = Migration(
    "test.samples",
    [
        """
        CREATE TABLE samples (id \(column: .identity), words \(column: .text), number \(column: .integer),
            share \(column: .real), content \(column: .bytes))
        """
    ])

/// What goes in comes out again, the same on both engines.
@Suite(.onEachEngine([samples]))
struct ValueTests {
    /// Writes a value into a column and reads it back: from the row, and straight from the question.
    private func expectKept<T: Storable & Equatable & Sendable>(
        _ value: T, in column: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let (kept, found) = try await TestStore.current.write { db in
            let id = try db.insert("INSERT INTO samples (\(name: column)) VALUES (\(value))")
            return (
                try db.value("SELECT \(name: column) FROM samples WHERE id = \(id)", T.self),
                try db.value("SELECT COUNT(*) FROM samples WHERE id = \(id) AND \(name: column) = \(value)", Int.self)
            )
        }
        #expect(kept == value, sourceLocation: sourceLocation)
        #expect(found == 1, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "", " ", "Sở Ngoại vụ", "''; -- \\ \" % _ $1 ? :a", "漢字 한국어 ελληνικά", "🀄👩‍👩‍👧\u{10FFFF}", "a\r\n\tb",
    ])
    func text(_ text: String) async throws { try await expectKept(text, in: "words") }

    @Test func textIsKeptByteForByte() async throws {
        let composed = "hòa \u{1EC7}"
        let forms = [composed, composed.decomposedStringWithCanonicalMapping]
        let kept = try await TestStore.current.write { db in
            for form in forms { try db.run("INSERT INTO samples (words) VALUES (\(form))") }
            return try db.all("SELECT words FROM samples ORDER BY id") { Array(try $0.next(String.self).utf8) }
        }
        #expect(kept == forms.map { Array($0.utf8) })
        #expect(kept[0] != kept[1])
    }

    @Test func textOfAMegabyte() async throws {
        try await expectKept(String(repeating: "Nhịp Cầu ", count: 100_000), in: "words")
    }

    @Test(arguments: [0, 1, -1, 9, 10, 3904, Int.max, Int.min, Int.max - 1, Int.min + 1, 1 << 31, -(1 << 31) - 1])
    func integers(_ number: Int) async throws { try await expectKept(number, in: "number") }

    @Test(arguments: [
        0, 0.1, -2.5, 1e-300, 1.7976931348623157e308, .leastNonzeroMagnitude, 123_456_789.123_456_79, 3, 1e16,
        .infinity, -.infinity,
    ])
    func fractions(_ number: Double) async throws { try await expectKept(number, in: "share") }

    @Test(arguments: [[], [0], Array(0...255), [UInt8](repeating: 39, count: 300_000)])
    func bytes(_ bytes: [UInt8]) async throws { try await expectKept(bytes, in: "content") }

    @Test func daysAndTruths() async throws {
        try await expectKept(try #require(Day(iso: "2026-07-02")), in: "words")
        try await expectKept(true, in: "number")
        try await expectKept(false, in: "number")
    }

    @Test func whatIsAbsent() async throws {
        let row = try await TestStore.current.write { db in
            try db.run(
                """
                INSERT INTO samples (words, number, share, content)
                VALUES (\(String?.none), \(Int?.none), \(Double.nan), \([UInt8]?.none))
                """)
            let question: Query = """
                SELECT words, number, share, content FROM samples
                WHERE number IS NULL AND (\(Int?.none) IS NULL OR number = \(Int?.none))
                """
            return try db.first(question) { fields in
                [
                    try fields.next(Value.self), try fields.next(Value.self), try fields.next(Value.self),
                    try fields.next(Value.self),
                ]
            }
        }
        #expect(row == [.null, .null, .null, .null])
    }

    @Test func aNULCharacterIsRefused() async throws {
        let store = try TestStore.current
        let error = try await #require(throws: StorageError.self) {
            try await store.write { try $0.run("INSERT INTO samples (words) VALUES (\("a\0b"))") }
        }
        #expect(error == StorageError(.constraint, "text with a NUL character"))
    }

    @Test func whatTheEnginesReckon() async throws {
        let reckoned = try await TestStore.current.write { db in
            try db.insert(
                "INSERT INTO samples (number, share)", rows: [[.integer(1), .real(0.5)], [.integer(2), .null]])
            return try db.first(
                """
                SELECT COUNT(*), SUM(number), AVG(number), MAX(share), SUM(share), COALESCE(MAX(words), '-'),
                    EXISTS (SELECT 1 FROM samples WHERE number = 2), 1 < 2, 7 / 2, 'a' || 'b',
                    CAST('12' AS BIGINT), \(5), \("x"), \(0.5) FROM samples
                """
            ) { fields in try (0..<14).map { _ in try fields.next(Value.self) } }
        }
        #expect(
            reckoned == [
                .integer(2), .integer(3), .real(1.5), .real(0.5), .real(0.5), .text("-"), .integer(1), .integer(1),
                .integer(3), .text("ab"), .integer(12), .integer(5), .text("x"), .real(0.5),
            ])
    }

    @Test func textIsOrderedByItsBytes() async throws {
        let words = ["a", "B", "á", "đ", "Z", "", "ab", "🀄", "\u{FFFD}", "aB"]
        let sorted = try await TestStore.current.write { db in
            for word in words { try db.run("INSERT INTO samples (words) VALUES (\(word))") }
            return try db.all("SELECT words FROM samples ORDER BY words") { try $0.next(String.self) }
        }
        #expect(sorted == words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test func aWrongTypeIsAFaultOfTheProgram() async throws {
        let store = try TestStore.current
        let error = try await #require(throws: StorageError.self) {
            try await store.read { try $0.value("SELECT 'một'", Int.self) }
        }
        #expect(error.kind == .fault)
    }
}
