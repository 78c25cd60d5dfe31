import Storage
import TestSupport
import Testing

private let people = Migration(
    "test.people",
    ["CREATE TABLE people (id \(column: .identity), name \(column: .text) NOT NULL, age \(column: .integer) NOT NULL)"])

@Suite(.onEachEngine([people]))
struct QueryTests {
    private func fill() async throws {
        try await TestStore.current.write { db in
            let rows: [[Value]] = [
                [.text("Lan"), .integer(30)], [.text("Minh"), .integer(41)], [.text("Hoa"), .integer(25)],
                [.text("Bình"), .integer(52)],
            ]
            try db.insert("INSERT INTO people (name, age)", rows: rows)
        }
    }

    private func names(_ query: Query) async throws -> [String] {
        try await TestStore.current.read { db in try db.all(query) { try $0.next() } }
    }

    @Test func aQueryInsideAnotherKeepsTheOrderOfTheValues() async throws {
        try await fill()
        let grown: Query = "age > \(28) AND age < \(50)"
        let named: Query = "SELECT id FROM people WHERE \(grown) AND name <> \("Minh")"
        let found = try await names(
            "SELECT name FROM people WHERE \(25) < age AND (id IN (\(named)) OR name = \("Bình")) ORDER BY age LIMIT \(9)"
        )
        #expect(found == ["Lan", "Bình"])
    }

    @Test func aListAndNone() async throws {
        try await fill()
        #expect(
            try await names("SELECT name FROM people WHERE name IN (\(list: ["Hoa", "Lan", "'"])) ORDER BY id") == [
                "Lan", "Hoa",
            ])
        #expect(try await names("SELECT name FROM people WHERE name IN (\(list: [String]()))") == [])
    }

    @Test(arguments: [
        "'; DROP TABLE people; --", "' OR '1'='1", "\\'; DELETE FROM people; --", "$1", "\") OR (\"1\"=\"1", "%",
        "Lan'--",
    ])
    func whatIsTypedIsNeverSQL(_ typed: String) async throws {
        try await fill()
        #expect(try await names("SELECT name FROM people WHERE name = \(typed)") == [])
        let kept = try await TestStore.current.write { db in
            let id = try db.insert("INSERT INTO people (name, age) VALUES (\(typed), \(1))")
            return try db.value("SELECT name FROM people WHERE id = \(id)", String.self)
        }
        #expect(kept == typed)
        #expect(try await names("SELECT name FROM people").count == 5)
    }

    @Test func namesOfTablesAreQuoted() async throws {
        let strange = "ngày \"x\"; DROP TABLE people"
        let tables = try await TestStore.current.write { db in
            try db.run("CREATE TABLE \(name: strange) (\(name: "order") \(column: .integer))")
            try db.run("INSERT INTO \(name: strange) (\(name: "order")) VALUES (\(1))")
            return try db.all(db.dialect.tables) { try $0.next(String.self) }
        }
        #expect(tables == ["migrations", strange, "people"])
    }

    @Test func changedRowsAreCounted() async throws {
        try await fill()
        let counts = try await TestStore.current.write { db in
            [
                try db.run("UPDATE people SET age = age + 1 WHERE age > \(28)"),
                try db.run("UPDATE people SET age = age + 1 WHERE age > \(99)"),
                try db.run("INSERT INTO people (name, age) SELECT name, age FROM people"),
                try db.run("DELETE FROM people WHERE name = \("Lan")"),
                try db.run("SELECT * FROM people"),
            ]
        }
        #expect(counts == [3, 0, 4, 2, 0])
    }

    @Test func thousandsOfRowsGoInAtOnceAndQuestionsMayStandInsideTheirRows() async throws {
        let sum = try await TestStore.current.write { db in
            let rows = (1...5_003).map { [Value.text("Người \($0)"), .integer($0)] }
            try db.insert("INSERT INTO people (name, age)", rows: rows)
            var sum = 0
            try db.each("SELECT id FROM people ORDER BY id LIMIT 1500") { fields in
                let id: Int = try fields.next()
                sum += try db.value("SELECT age FROM people WHERE id = \(id)") ?? 0
                try db.run("UPDATE people SET age = 0 WHERE id = \(id)")
            }
            return sum
        }
        #expect(sum == 1500 * 1501 / 2)
        #expect(try await names("SELECT name FROM people WHERE age = 0").count == 1500)
    }

    @Test func theSameStatementRunsManyTimesWithOtherTypes() async throws {
        let counts = try await TestStore.current.read { db in
            // More than any cache of statements holds, twice over.
            for _ in 0..<2 {
                for number in 0..<300 {
                    #expect(try db.value("SELECT \(number) + \(number: number)", Int.self) == 2 * number)
                }
            }
            return try [Value.integer(1), .text("1"), .null, .real(1)].map { value in
                try db.value("SELECT COUNT(*) WHERE \(value) IS NOT NULL", Int.self)
            }
        }
        #expect(counts == [1, 1, 0, 1])
    }

    @Test func keysGivenByARestoreAreNotGivenAgain() async throws {
        let id = try await TestStore.current.write { db in
            try db.run("INSERT INTO people (id, name, age) VALUES (\(41), \("Lan"), \(30))")
            if let advance = db.dialect.advanceIdentity(of: "people") { try db.run(advance) }
            return try db.insert("INSERT INTO people (name, age) VALUES (\("Hoa"), \(25))")
        }
        #expect(id == 42)
    }
}

extension Query.StringInterpolation {
    /// A number in the text itself, to make statements differ.
    fileprivate mutating func appendInterpolation(number: Int) { appendLiteral(String(number)) }
}
