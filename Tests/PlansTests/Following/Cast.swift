import Documents
import Office
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

/// A few assignments of an invented plan of 02/7/2026, laid into the tables by hand, and two units that are to carry
/// them out.
enum Cast {
    static let migrations = Office31.migrations + FollowingSchema.migrations

    static let tourism = OrganisationID(rawValue: 1)
    static let trade = OrganisationID(rawValue: 2)

    static func act(on day: String = "2026-11-21") throws -> Act {
        Act(.system("test"), at: Instant(milliseconds: 1_795_000_000_000), day: try self.day(day))
    }

    static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    /// Both units, with nothing to do.
    static func units(_ db: Transaction) throws {
        for unit in [tourism, trade] { try db.run("INSERT INTO organisations (id) VALUES (\(unit))") }
    }

    /// A plan with its document.
    static func plan(
        _ number: String, issued: String = "2026-07-02", by issuer: OrganisationID? = nil, _ db: Transaction
    )
        throws -> Int
    {
        let hash = String(repeating: String(number.count % 10), count: 60) + String(number.prefix(4))
        let file = try db.insert(
            "INSERT INTO kept_files (sha256, size, media_type, place) VALUES (\(hash), 1, 'text/plain', 'database')")
        let document = try db.insert(
            """
            INSERT INTO documents (type, number, day, issuer_unit, title, file, file_name, registered)
            VALUES ('kế hoạch', \(number), \(issued), \(issuer.stored), 'Kế hoạch minh họa', \(file), 'ke-hoach.docx',
                \(issued))
            """)
        return try db.insert("INSERT INTO plans (document) VALUES (\(document))")
    }

    /// An assignment, and one occurrence of it for each unit.
    static func assignment(
        of plan: Int, _ text: String, deliverable: String? = nil, target: ClosedRange<Int>? = nil, due: String?,
        group: String? = nil, leads: [OrganisationID?], coordinators: [OrganisationID] = [], _ db: Transaction
    ) throws -> (assignment: Int, occurrences: [Int]) {
        let assignment = try db.insert(
            """
            INSERT INTO assignments (plan, position, part, group_title, text, deliverable, deadline_kind, target_least,
                target_most, target_unit, quote, quote_line, text_key, orders_plan)
            VALUES (\(plan), 1, 'annex', \(group.stored), \(text), \(deliverable.stored), 'date',
                \((target?.lowerBound).stored), \((target?.upperBound).stored), 'đoàn', \("“\(text)”"), 1,
                \(SortKey.of(text)), \(ImplementingOrder.isGiven(in: text) ? 1 : 0))
            """)
        let lead = try body(of: assignment, .lead, leads.compactMap(\.self), db)
        if !coordinators.isEmpty { _ = try body(of: assignment, .coordinate, coordinators, db) }
        let occurrences = try leads.map { unit in
            try db.insert(
                """
                INSERT INTO occurrences (assignment, plan, body, unit, period, due, planned)
                VALUES (\(assignment), \(plan), \(lead), \(unit.stored), '', \(due.stored), \(due.stored))
                """)
        }
        return (assignment, occurrences)
    }

    private static func body(
        of assignment: Int, _ role: AssignmentBody.Role, _ units: [OrganisationID], _ db: Transaction
    ) throws -> Int {
        let body = try db.insert(
            """
            INSERT INTO assignment_bodies
                (assignment, role, position, written, outcome, certainty, reason, reason_values)
            VALUES (\(assignment), \(role), 1, 'các đơn vị liên quan', 'open', 'group', 'match.open', '{}')
            """)
        for unit in units { try db.run("INSERT INTO assignment_body_units (body, unit) VALUES (\(body), \(unit))") }
        return body
    }
}
