import Office
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

/// The questions of every morning over many years of work: no engine goes through all of it to answer one.
@Suite(.onEachEngine(Cast.migrations))
struct QueryPlanTests {
    private static let department = OrganisationID(rawValue: 7)

    private var day: Day { get throws { try Cast.day("2026-11-21") } }

    /// 200 units, 2,000 assignments of 100 plans, 20,000 occurrences from 2017 to 2026, of which one in fifty-three is
    /// still open.
    private func fill() async throws {
        try await TestStore.current.write { db in
            func numbers(_ count: Int) -> Query {
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))"
            }
            try db.run("\(numbers(200)) INSERT INTO organisations (id) SELECT i FROM n")
            try db.run(
                """
                \(numbers(100)) INSERT INTO kept_files (id, sha256, size, media_type, place)
                SELECT i, substr('000' || i, -3), 1, 'text/plain', 'database' FROM n
                """)
            try db.run(
                """
                \(numbers(100)) INSERT INTO documents (id, type, number, day, file, file_name, registered)
                SELECT i, 'kế hoạch', i || '/KH-UBND', '2017-01-01', i, 'a.docx', '2017' FROM n
                """)
            try db.run("\(numbers(100)) INSERT INTO plans (id, document, province) SELECT i, i, 1 FROM n")
            try db.run(
                """
                \(numbers(2_000)) INSERT INTO assignments
                    (id, plan, position, part, text, text_key, deadline_kind, quote, quote_line)
                SELECT i, 1 + i % 100, i, 'annex', 'việc', i * 7919 % 2000 || '', 'yearly', 'việc', 1 FROM n
                """)
            try db.run(
                """
                \(numbers(2_000)) INSERT INTO assignment_bodies
                    (id, assignment, role, position, written, outcome, certainty, reason, reason_values)
                SELECT i, i, CASE i % 2 WHEN 0 THEN 'lead' ELSE 'coordinate' END, 1, 'Sở', 'units', 'exact',
                    '', '{}' FROM n
                """)
            try db.run(
                """
                \(numbers(2_000)) INSERT INTO assignment_body_units (body, unit) SELECT i, 1 + i / 2 % 200 FROM n
                """)
            try db.run(
                """
                \(numbers(20_000)) INSERT INTO occurrences (assignment, plan, unit, period, due, planned, completed)
                SELECT 1 + i % 2000, 1 + (1 + i % 2000) % 100, 1 + i * 7 % 200, '', (2017 + i % 10) || '-12-15', (2017 + i % 10) || '-12-15',
                    CASE WHEN i % 53 > 0 THEN (2017 + i % 10) || '-11-15' END FROM n
                """)
            try db.run("ANALYZE")
        }
    }

    @Test func dueOfOneUnit() async throws {
        try await fill()
        let (day, last) = (try day, try day.adding(days: 30))
        let plans = try await StatementPlans.of { db in
            let due = try Following.due(within: .units([Self.department]), on: day, until: last, db)
            #expect(!due.isEmpty)
            _ = try Following.undated(within: .units([Self.department]), on: day, db)
        }
        #expect(plans.wasteful() == [])
    }

    @Test func lateWorkOfADepartmentAndThoseBelow() async throws {
        try await fill()
        let day = try day
        let plans = try await StatementPlans.of { db in
            let units = (7...17).map { OrganisationID(rawValue: $0) }
            let late = try Following.late(within: .units(Set(units)), on: day, db)
            #expect(!late.isEmpty)
        }
        #expect(plans.wasteful() == [])
    }

    @Test func dueOfEveryone() async throws {
        try await fill()
        let (day, last) = (try day, try day.adding(days: 30))
        let plans = try await StatementPlans.of { db in
            let due = try Following.due(within: .everything, on: day, until: last, db)
            #expect(!due.isEmpty)
        }
        #expect(plans.wasteful() == [])
    }

    @Test func countsOfAUnitAndOfEveryone() async throws {
        try await fill()
        let (day, last) = (try day, PartialDate.year(2026).lastDay)
        let plans = try await StatementPlans.of { db in
            let own = try Following.counts(within: .units([Self.department]), on: day, until: last, db)
            let all = try Following.counts(within: .everything, on: day, until: last, db)
            #expect(own.total > 0 && all.total == 20_000)
        }
        #expect(plans.wasteful() == [])
    }

    @Test func whatAUnitTakesPartIn() async throws {
        try await fill()
        let (day, last) = (try day, try day.adding(days: 30))
        let directory = Directory(versions: [
            OrganisationVersion(
                organisation: Self.department, name: "Sở Minh họa", level: .department, kind: .department)
        ])
        let plans = try await StatementPlans.of { db in
            let items = try Following.coordinated(by: Self.department, on: day, until: last, directory, db)
            #expect(!items.isEmpty)
        }
        #expect(plans.wasteful(sorting: true) == [])
    }

    @Test func progressOfOnePlan() async throws {
        try await fill()
        let day = try day
        let plans = try await StatementPlans.of { db in
            let progress = try Following.progress(ofPlan: 5, within: .everything, on: day, db)
            #expect(progress.counts.total == 200)
        }
        #expect(plans.plans.allSatisfy { $0.contains("occurrences_work_of_plan") })
        // 200 rows are sorted by unit, and by heading.
        #expect(plans.wasteful(sorting: true) == [])
    }

    /// The list of work reads a page of its rows and no more, in each of its orders.
    @Test(arguments: ["han", "-han", "don-vi", "-don-vi", "ke-hoach", "-ke-hoach", "nhiem-vu", "-nhiem-vu"])
    func aPageOfTheListOfWork(_ order: String) async throws {
        try await fill()
        let day = try day
        let question = WorkQuestion([(name: "xep", value: order), (name: "trang-thai", value: "openLate")])
        let plans = try await StatementPlans.of { db in
            let lines = try Following.work(
                question, within: Sight(.everything, on: day), Directory(versions: []), db)
            #expect(lines.count == WorkQuestion.pageLength)
        }
        #expect(plans.plans.allSatisfy { $0.contains("occurrences_work_") }, "\(plans.plans)")
    }
}
