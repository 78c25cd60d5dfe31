import Office
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Registers

@Suite("Clocks of records", .onEachEngine(Jobs.migrations + Examples.migrations))
struct ClockTests {
    private static let conference: [Key: String] = [
        "name": "Hội thảo gốm", "organiser-kind": "local", "organiser": "Hội Gốm", "handling": "permit",
        "opening": "2026-09-15", "foreign-element": "participants", "authority": "chairman",
    ]

    /// A time limit, and when it ends for what was recorded.
    struct Case: Sendable {
        let clock: Key
        let fields: [Key: String]
        let due: String
        var met: String?
        var paused: String?
    }

    static let cases = [
        // Fifteen days from Wednesday 1 July.
        Case(clock: "opinion", fields: ["asked-opinion": "2026-07-01"], due: "2026-07-16"),
        // The last day is a Saturday: the next working day.
        Case(clock: "opinion", fields: ["asked-opinion": "2026-07-03"], due: "2026-07-20"),
        // National Day is over on Thursday 3 September.
        Case(clock: "opinion", fields: ["asked-opinion": "2026-08-18"], due: "2026-09-03"),
        // While more was asked for, from the 7th to the 10th, it stood still.
        Case(
            clock: "opinion",
            fields: ["asked-opinion": "2026-07-01", "asked-more": "2026-07-06", "got-more": "2026-07-10"],
            due: "2026-07-20"),
        Case(
            clock: "opinion", fields: ["asked-opinion": "2026-07-01", "asked-more": "2026-07-06"], due: "2026-07-16",
            paused: "2026-07-06"),
        // Who asks for more when the time is over does not win any.
        Case(
            clock: "opinion",
            fields: ["asked-opinion": "2026-07-01", "asked-more": "2026-07-20", "got-more": "2026-07-30"],
            due: "2026-07-16"),
        Case(
            clock: "opinion", fields: ["asked-opinion": "2026-07-01", "decided": "2026-07-14"], due: "2026-07-16",
            met: "2026-07-14"),
        // Thirty days before it opens, forty where the Prime Minister permits.
        Case(clock: "dossier", fields: ["received": "2026-08-20"], due: "2026-08-16", met: "2026-08-20"),
        Case(clock: "dossier-prime-minister", fields: ["authority": "prime-minister"], due: "2026-08-06"),
    ]

    @Test(arguments: cases) func `A clock ends when the law says`(_ one: Case) async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("conferences", db)
            let id = try book.create(Self.conference.merging(one.fields) { $1 }, db)
            let clock = try #require(book.definition.behaviour(Clocks.self)?.clocks.first { $0.key == one.clock })
            let run = try #require(clock.run(of: try book.now(id, db)))
            #expect(run.due == (try Day.of(one.due)))
            #expect(run.met?.description == one.met && run.paused?.description == one.paused)
        }
    }

    @Test func `Working days leave out weekends and the holidays of the year`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("press-visits", db)
            let clock = try #require(book.definition.behaviour(Clocks.self)?.clocks.first { $0.key == "acceptance" })
            // Five working days from Tuesday 28 April: the 29th, then 4 to 7 May.
            var record = Record.Content()
            record.values["received"] = .date(.day(try Day.of("2026-04-28")))
            let run = try #require(clock.run(of: Record(saying: record)))
            #expect(run.due == (try Day.of("2026-05-07")) && run.isCertain)
            // What was announced nowhere is told.
            record.values["received"] = .date(.day(try Day.of("2026-08-27")))
            #expect(clock.run(of: Record(saying: record))?.isCertain == false)
        }
    }

    @Test func `The list is narrowed by where clocks stand today, and nothing but days is kept`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("conferences", db)
            let opinion = Self.conference.merging(["handling": "opinion", "organiser-kind": "central"]) { $1 }
            func record(_ fields: [Key: String]) throws -> RecordID {
                try book.create(opinion.merging(["authority": "ministry"].merging(fields) { $1 }) { $1 }, db)
            }
            let asked = try record(["asked-opinion": "2026-07-01"])
            _ = try record(["asked-opinion": "2026-07-01", "decided": "2026-07-16"])
            _ = try record(["asked-opinion": "2026-07-01", "decided": "2026-07-17"])
            let paused = try record(["asked-opinion": "2026-07-01", "asked-more": "2026-07-02"])
            func standings(_ day: String) throws -> [String: Int] {
                try book.standings("clocks", on: Day.of(day), db)
            }
            #expect(try standings("2026-07-02") == ["running": 1, "met": 1, "met-late": 1, "paused": 1])
            #expect(try standings("2026-07-11") == ["soon": 1, "met": 1, "met-late": 1, "paused": 1])
            #expect(try standings("2026-07-17") == ["overdue": 1, "met": 1, "met-late": 1, "paused": 1])
            var list = RecordList()
            list.query.day = try Day.of("2026-07-17")
            list.query.facets[.behaviour("clocks")] = [.key("overdue")]
            #expect(try book.list(list, within: .everything, db).records.map(\.id) == [asked])
            #expect(try book.count(list.query, within: .units([OrganisationID(rawValue: 2)]), db) == 0)

            // What is written, undone and taken away goes along.
            try book.change(asked, ["decided": "2026-07-10"], db)
            #expect(try standings("2026-07-17") == ["met": 2, "met-late": 1, "paused": 1])
            try book.undo(asked, db)
            #expect(try standings("2026-07-17")["overdue"] == 1)
            try book.remove(
                paused, reason: nil, version: 1, within: .everything, by: Examples.act, db)
            #expect(try standings("2026-07-17")["paused"] == nil)
        }
    }

    @Test func `A record that was cancelled is waited for no more`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("conferences", db)
            let id = try book.create(Self.conference, db)
            let day = try Day.of("2026-09-01")
            #expect(try book.standings("clocks", on: day, db) == ["overdue": 1])
            try book.move(id, "cancel", as: nil, version: 1, within: .everything, by: Examples.act, db)
            #expect(try book.standings("clocks", on: day, db) == [:])
            try book.undo(id, db)
            #expect(try book.standings("clocks", on: day, db) == ["overdue": 1])
        }
    }

    @Test func `The days of old records are found anew where the rules have changed`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("conferences", db)
            _ = try book.create(Self.conference.merging(["asked-opinion": "2026-07-01"]) { $1 }, db)
            let text = try #require(Definitions.shippedFiles.first { $0.path == "conferences.yaml" }).text
            let shorter = text.replacing("until: decided, days: 15", with: "until: decided, days: 10")
            try Definitions.change([DefinitionFile("conferences.yaml", shorter)], by: Examples.act, db)
            let definitions = try Definitions.current(db)
            func open() throws -> Int {
                try TermRenewal.request(definitions, at: Examples.act.at, db)
                return try db.value("SELECT COUNT(*) FROM jobs WHERE kind = \(TermRenewal.job)") ?? 0
            }
            #expect(try open() == 1)
            try TermRenewal.renew(try #require(definitions["conferences"]), by: Examples.act, db)
            try db.run("DELETE FROM jobs")
            #expect(try open() == 0)
            let due: Day? = try db.value("SELECT due FROM record_terms WHERE term = 'opinion'")
            // Saturday 11 July goes to Monday.
            #expect(due == (try Day.of("2026-07-13")))
        }
    }
}

extension Record {
    /// A record that is not stored.
    fileprivate init(saying content: Content) {
        self.init(
            id: RecordID(rawValue: 1), unit: OrganisationID(rawValue: 1), recordedBy: nil, recordedAt: Examples.act.at,
            state: "received", version: 1, origin: .typed, isRemoved: false, content: content, lines: [:])
    }
}
