import Documents
import Office
import Plans
import Storage
import WorkCalendar

/// A country's worth of plans: all provinces with their communes, 100,000 assignments, 1,000,000 occurrences; the same on every run.
struct SizeMaterial {
    /// How much there is of everything.
    struct Counts {
        var plans = 2_000
        var assignmentsOfPlan = 50
        /// Assignments of a plan that every commune of the province has to do.
        var communeAssignments = 3
    }

    let counts: Counts
    /// The day on which it is asked.
    static let today = Day.last(ofMonth: 11, 2026)
    /// The tables that are filled and asked.
    static let migrations =
        Series.migrations + Search.migrations + Jobs.migrations + Journal.migrations + KeptFiles.migrations
        + OrganisationSchema.migrations
        + PeopleSchema.migrations + NoticeSchema.migrations
        + DocumentSchema.migrations + PlanSchema.migrations + FollowingSchema.migrations

    private var sentences = Sentences(seed: 2026)
    /// The last plan that stands already.
    private let base: Int
    private var nextAssignment: Int
    private var nextBody: Int

    private init(_ counts: Counts, _ db: Transaction) throws {
        self.counts = counts
        // A plan has the key of its document here.
        let documents = try db.value("SELECT COALESCE(max(id), 0) FROM documents", Int.self) ?? 0
        base = max(documents, try db.value("SELECT COALESCE(max(id), 0) FROM plans", Int.self) ?? 0)
        nextAssignment = 1 + (try db.value("SELECT COALESCE(max(id), 0) FROM assignments", Int.self) ?? 0)
        nextBody = 1 + (try db.value("SELECT COALESCE(max(id), 0) FROM assignment_bodies", Int.self) ?? 0)
    }

    /// Fills an empty store with all provinces and their plans.
    static func fill(_ store: Store, _ counts: Counts = Counts()) async throws {
        let act = Act(.system("benchmark"), at: .now, day: today)
        try await store.write { db in
            _ = try Organisations.found(provinces: try Organisations.provinceCodes, by: act, db)
        }
        try await grow(store.engine, counts)
    }

    /// Adds plans to the provinces that are recorded.
    static func grow(_ engine: any Engine, _ counts: Counts = Counts()) async throws {
        var material = try await engine.read { try SizeMaterial(counts, $0) }
        let provinces = try await engine.read { try Province.all(on: today, $0).filter { !$0.departments.isEmpty } }
        let step = 25
        for first in stride(from: 1, through: counts.plans, by: step) {
            let plans = first..<min(first + step, counts.plans + 1)
            material = try await engine.write { [material] db in
                var material = material
                for plan in plans { try material.add(plan, provinces[plan % provinces.count], db) }
                return material
            }
        }
        // The keys were given; the engine goes on after them.
        try await engine.write { db in
            for table in ["documents", "plans", "assignments", "assignment_bodies"] {
                if let query = db.dialect.advanceIdentity(of: table) { try db.run(query) }
            }
        }
    }

    /// A province and the units that its plans name.
    struct Province: Sendable {
        let id: Int
        let departments: [(id: Int, name: String)]
        let communes: [Int]

        static func all(on day: Day, _ db: Transaction) throws -> [Province] {
            let directory = try Organisations.directory(db)
            return directory.provinces(on: day).map { province in
                let units = directory.children(of: province.organisation, on: day)
                return Province(
                    id: province.organisation.rawValue,
                    departments: units.filter { $0.level == .department }.map { ($0.organisation.rawValue, $0.name) },
                    communes: units.filter { $0.level == .commune }.map(\.organisation.rawValue))
            }
        }
    }

    private mutating func add(_ number: Int, _ province: Province, _ db: Transaction) throws {
        let year = 2022 + number % 5
        let plan = base + number
        let keeper = FileKeeper()
        let arrival = try keeper.receive(
            .bytes(Array("\(number)".utf8)), name: "ke-hoach.txt", mediaType: "text/plain")
        let file = try keeper.keep(arrival, by: Act(.system("benchmark"), at: .now, day: Self.today), db)
        try db.run(
            """
            INSERT INTO documents (id, type, number, symbol, day, issuer, province, title, file, file_name, registered)
            VALUES (\(plan), 'plan', \("\(number)/KH-LON"), 'KH-LON', \("\(year)-03-16"), 'Ủy ban nhân dân', \(province.id),
                \(sentences.duty()), \(file.id), 'ke-hoach.txt', \("\(year)-03-16T08:00:00.000Z"))
            """)
        try db.run(
            """
            INSERT INTO plans (id, document, province, from_day, until_day)
            VALUES (\(plan), \(plan), \(province.id), \("\(year)-01-01"), \("\(year + 4)-12-31"))
            """)
        var rows = Rows()
        for position in 1...counts.assignmentsOfPlan {
            addAssignment(position, of: plan, year: year, province, &rows)
        }
        try rows.insert(db)
        for entry in rows.texts { try Search.put(entry, db) }
    }

    private mutating func addAssignment(
        _ position: Int, of plan: Int, year: Int, _ province: Province, _ rows: inout Rows
    ) {
        let id = nextAssignment
        nextAssignment += 1
        let text = sentences.duty()
        let isOfCommunes = position <= counts.communeAssignments
        // Five in six come again every year.
        let years = isOfCommunes || position % 6 == 0 ? [year + 1] : Array(year...year + 4)
        let isYearly = years.count > 1
        rows.assignments.append([
            id.stored, plan.stored, position.stored, "annex".stored, text.stored, sentences.product().stored,
            (isYearly ? "Hằng năm" : "Năm \(year + 1)").stored, (isYearly ? "yearly" : "year").stored,
            "\(years[0])-12-31".stored, isYearly ? (year + 4).stored : .null, text.stored, position.stored,
        ])
        rows.texts.append(SearchEntry(kind: "assignment", subject: id, title: "", body: text))
        let lead = province.departments[sentences.number(below: province.departments.count)]
        let other = province.departments[sentences.number(below: province.departments.count)]
        addBody(
            of: id, "lead", isOfCommunes ? "UBND các xã, phường, đặc khu" : lead.name, isOfCommunes ? nil : lead.id,
            &rows)
        let body = nextBody - 1
        addBody(of: id, "coordinate", other.name, other.id, &rows)
        let units = isOfCommunes ? province.communes : [lead.id]
        for year in years {
            // Now and then a day in the year, else its end.
            let month = sentences.number(below: 4) == 0 ? 1 + sentences.number(below: 12) : 12
            let due = Day.last(ofMonth: month, year)
            for unit in units {
                rows.occurrences.append([
                    id.stored, plan.stored, body.stored, unit.stored, (isYearly ? String(year) : "").stored, due.stored,
                    due.stored,
                    completion(of: due).stored,
                ])
            }
        }
    }

    /// Most of what is past was done, a tenth of it late; some of what comes is done already.
    private mutating func completion(of due: Day) -> Day? {
        let today = Self.today
        let chance = sentences.number(below: 100)
        if due > today { return chance < 10 ? today.adding(days: -chance) : nil }
        return chance < 75 ? due.adding(days: -chance) : chance < 85 ? min(due.adding(days: chance - 70), today) : nil
    }

    private mutating func addBody(
        of assignment: Int, _ role: String, _ written: String, _ unit: Int?, _ rows: inout Rows
    ) {
        let id = nextBody
        nextBody += 1
        rows.bodies.append([
            id.stored, assignment.stored, role.stored, 1.stored, written.stored,
            (unit == nil ? "groups" : "units").stored,
            (unit == nil ? "group" : "exact").stored, "match.exact".stored, "{}".stored,
        ])
        if let unit { rows.units.append([id.stored, unit.stored]) }
    }
}

/// The rows of one plan.
private struct Rows {
    var assignments: [[Value]] = []
    var bodies: [[Value]] = []
    var units: [[Value]] = []
    var occurrences: [[Value]] = []
    var texts: [SearchEntry] = []

    func insert(_ db: Transaction) throws {
        try db.insert(
            """
            INSERT INTO assignments (id, plan, position, part, text, deliverable, deadline_raw, deadline_kind, deadline_due, deadline_to,
                quote, quote_line)
            """, rows: assignments)
        try db.insert(
            """
            INSERT INTO assignment_bodies (id, assignment, role, position, written, outcome, certainty, reason, reason_values)
            """, rows: bodies)
        try db.insert("INSERT INTO assignment_body_units (body, unit)", rows: units)
        try db.insert(
            "INSERT INTO occurrences (assignment, plan, body, unit, period, planned, due, completed)", rows: occurrences
        )
    }
}
