import Office
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

/// Work that a record gives to a unit: an assignment like any other, which says where it comes from.
@Suite("Work given by name", .onEachEngine(Cast.migrations))
struct GivenWorkTests {
    private static let keeper = FileKeeper()

    private func found() async throws -> (Directory, OrganisationID) {
        try await Office31.found()
        return try await TestStore.current.read { db throws in
            let directory = try Organisations.directory(db)
            let units = directory.organisations.compactMap { directory.version(of: $0, on: Office31.today) }
            return (directory, try #require(units.first { $0.level == .department }).organisation)
        }
    }

    private func work(_ unit: OrganisationID, line: Int = 7) throws -> GivenWork {
        GivenWork(
            text: "Ký biên bản ghi nhớ với tỉnh Quảng Tây", deliverable: "Biên bản ghi nhớ",
            due: try Cast.day("2026-12-31"), unit: unit,
            source: GivenWork.Source(
                register: "delegations-in", record: 12, line: line, title: "Đoàn Quảng Tây",
                address: "/so/delegations-in/12"))
    }

    @Test func `The unit has it at once, with its product and its day, and it leads back to the record`() async throws {
        let (directory, unit) = try await found()
        let work = try work(unit)
        let assignment = try await TestStore.current.write { db throws in
            try work.give(keeper: Self.keeper, in: directory, by: Office31.act, db)
        }
        let occurrence = try #require(try await Office31.occurrences(of: assignment).first)
        #expect(occurrence.unit == unit && occurrence.due == work.due)
        try await TestStore.current.read { db throws in
            #expect(try GivenWork.Source.of(assignment, db) == work.source)
            let given = try GivenWork.given(by: "delegations-in", 12, on: Office31.today, db)
            #expect(given.map(\.line) == [7] && given.map(\.state) == [.openInTime])
            #expect(given.map(\.occurrence) == [occurrence.id])
            let title: String? = try db.value("SELECT title FROM documents")
            #expect(title == "Việc giao từ: Đoàn Quảng Tây")
        }
    }

    @Test func `The same is given once; another of the same record stands beside it on one note`() async throws {
        let (directory, unit) = try await found()
        try await TestStore.current.write { db throws in
            try work(unit).give(keeper: Self.keeper, in: directory, by: Office31.act, db)
            try work(unit, line: 8).give(keeper: Self.keeper, in: directory, by: Office31.act, db)
        }
        await #expect(throws: Refusal("given.already")) {
            try await TestStore.current.write { db throws in
                try self.work(unit).give(keeper: Self.keeper, in: directory, by: Office31.act, db)
            }
        }
        try await TestStore.current.read { db throws in
            #expect(try db.value("SELECT COUNT(*) FROM plans", Int.self) == 1)
            #expect(try db.value("SELECT COUNT(*) FROM assignments", Int.self) == 2)
        }
    }

    @Test func `Taken back, nobody has it to do; it can be given again`() async throws {
        let (directory, unit) = try await found()
        try await TestStore.current.write { db throws in
            let first = try work(unit).give(keeper: Self.keeper, in: directory, by: Office31.act, db)
            try GivenWork.takeBack(first, reason: "nhầm", in: directory, by: Office31.act, db)
            let given = try GivenWork.given(by: "delegations-in", 12, on: Office31.today, db)
            #expect(given.map(\.isStanding) == [false] && given.map(\.occurrence) == [nil])
            try work(unit).give(keeper: Self.keeper, in: directory, by: Office31.act, db)
            #expect(
                try GivenWork.given(by: "delegations-in", 12, on: Office31.today, db).map(\.isStanding)
                    == [false, true])
        }
    }
}
