import Documents
import Office
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite(.onEachEngine(Office31.migrations))
struct RenewalTests {
    /// The accepted sample, and two neighbours among the communes.
    private func following<T: Sendable>(
        _ text: String = SamplePaper.text,
        _ body: @escaping @Sendable ([ReviewedAssignment], [OrganisationID], Transaction) throws -> T
    ) async throws -> T {
        try await Office31.found()
        let plan = try #require(try await SamplePaper.imported(text, isAccepted: true).plan)
        return try await TestStore.current.write { db in
            let directory = try Organisations.directory(db)
            let province = try #require(directory.provinces(on: Office31.today).first?.organisation)
            let communes = directory.descendants(of: province, on: Office31.today).filter { $0.level == .commune }
            return try body(try ReviewedAssignment.all(of: plan, db), communes.prefix(2).map(\.organisation), db)
        }
    }

    private static func occurrences(_ assignment: Int, of units: [OrganisationID], _ db: Transaction) throws
        -> [Occurrence]
    {
        try db.all(
            """
            SELECT \(Occurrence.columns) FROM occurrences
            WHERE assignment = \(assignment) AND unit IN (\(list: units)) ORDER BY id
            """
        ) { try Occurrence(&$0) }
    }

    @Test func openWorkOfMergedCommunesMovesOnceAndDoneWorkStays() async throws {
        try await following { all, pair, db in
            let yearly = try all.beginning("Lập danh sách").assignment.id
            // The first has done its work of 2026, the second has not.
            try db.run(
                "UPDATE occurrences SET completed = '2026-11-15' WHERE assignment = \(yearly) AND unit = \(pair[0]) AND period = '2026'"
            )
            let day = try #require(Day(iso: "2027-02-01"))
            let act = Office31.act(on: day)
            let merger = Succession(.merge, on: day, from: pair, to: [pair[1]], basis: "Nghị quyết số 1/NQ-HĐND")
            try Organisations.record(merger, by: act, db)
            let directory = try Organisations.directory(db)
            try Renewal.follow(pair, directory, by: act, db)
            let former = try Self.occurrences(yearly, of: [pair[0]], db)
            #expect(former.map(\.period?.key) == ["2026", "2027", "2028"])
            #expect(former.map { $0.completed != nil } == [true, false, false])
            #expect(former.map { $0.ended != nil } == [false, true, true])
            let heir = try Self.occurrences(yearly, of: [pair[1]], db)
            #expect(heir.map(\.period?.key) == ["2026", "2027", "2028"] && heir.allSatisfy { $0.ended == nil })
            let into = try db.all(
                "SELECT into_occurrence FROM occurrence_withdrawals WHERE occurrence IN (\(list: former.map(\.id))) ORDER BY occurrence"
            ) { try $0.next(Int.self) }
            #expect(into == heir.dropFirst().map(\.id))
            let before = try db.value("SELECT max(id) FROM journal", Int.self)
            try Renewal.follow(pair, directory, by: act, db)
            #expect(try db.value("SELECT max(id) FROM journal", Int.self) == before)
            #expect(try Journal.verify(db).broken == nil)
        }
    }

    @Test func anExtensionOfADueDayOutlivesACorrection() async throws {
        try await following { all, _, db in
            let seen = try all.beginning("Hướng dẫn các câu lạc bộ")
            try db.run("UPDATE occurrences SET due = '2027-01-31' WHERE assignment = \(seen.assignment.id)")
            var fields = AssignmentFields(seen)
            fields.deadline = Deadline(raw: nil, kind: .date, due: Day(iso: "2026-12-15"))
            try Review.correct(
                seen.assignment.id, to: fields, version: seen.assignment.version, try Organisations.directory(db),
                by: Office31.act, db)
            let row = try db.first("SELECT due, planned FROM occurrences WHERE assignment = \(seen.assignment.id)") {
                [try $0.next(String.self), try $0.next(String.self)]
            }
            #expect(row == ["2027-01-31", "2026-12-15"])
        }
    }

    @Test func aPlanThatIsExtendedGoesOn() async throws {
        try await following { all, pair, db in
            let yearly = try all.beginning("Lập danh sách").assignment
            let until = try #require(Day(iso: "2030-12-31"))
            try Renewal.extend(
                plan: yearly.plan, until: until, paper: "Kế hoạch số 1200/KH-UBND", try Organisations.directory(db),
                by: Office31.act, db)
            let periods = try Self.occurrences(yearly.id, of: [pair[0]], db).map(\.period?.key)
            #expect(periods == ["2026", "2027", "2028", "2029", "2030"])
        }
    }

    @Test func whatHasNoEndGoesOnFromYearToYear() async throws {
        let endless = SamplePaper.text.replacing(" giai đoạn 2026 - 2028", with: "")
        try await following(endless) { all, pair, db in
            let yearly = try all.beginning("Lập danh sách").assignment.id
            func periods() throws -> [String?] { try Self.occurrences(yearly, of: [pair[0]], db).map(\.period?.key) }
            #expect(try periods() == ["2026", "2027", "2028"])
            let directory = try Organisations.directory(db)
            #expect(try Renewal.extendHorizon(directory, by: Office31.act, db) == 0)
            let act = Office31.act(on: try #require(Day(iso: "2027-01-04")))
            #expect(try Renewal.extendHorizon(directory, by: act, db) >= 114)
            #expect(try periods() == ["2026", "2027", "2028", "2029"])
            #expect(try Renewal.extendHorizon(directory, by: act, db) == 0)
        }
    }
}
