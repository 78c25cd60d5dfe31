package import Office
package import Storage
import Vietnamese
import WorkCalendar

/// That a plan carries out another (cụ thể hóa), or an assignment one of the plan above.
package struct PlanLink: Hashable, Sendable {
    /// The key of its row.
    package let id: Int
    /// What carries out.
    package let child: Int
    /// What is carried out.
    package let parent: Int

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        child = try fields.next()
        parent = try fields.next()
    }

    /// What a link ties: two plans, or two assignments.
    fileprivate enum Kind: String {
        case plan, assignment

        /// The links of this kind that stand.
        var standing: Query {
            """
            SELECT l.id, l.\(name: rawValue), l.parent FROM \(name: table) AS l
            WHERE l.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM \(name: table) AS u WHERE u.undoes = l.id)
            """
        }

        var table: String { "\(rawValue)_links" }
        func subject(_ id: Int) -> Journal.Subject { Journal.Subject(rawValue, id) }
    }
}

extension Following {
    /// The links that stand from a plan to those it carries out, and from those that carry it out.
    package static func links(ofPlan plan: Int, _ db: Transaction) throws -> [PlanLink] {
        try links(.plan, of: plan, db)
    }

    /// The links that stand from an assignment to those it carries out, and from those that carry it out.
    package static func links(ofAssignment assignment: Int, _ db: Transaction) throws -> [PlanLink] {
        try links(.assignment, of: assignment, db)
    }

    private static func links(_ kind: PlanLink.Kind, of id: Int, _ db: Transaction) throws -> [PlanLink] {
        try db.all("\(kind.standing) AND (l.\(name: kind.rawValue) = \(id) OR l.parent = \(id)) ORDER BY l.id") {
            try PlanLink(&$0)
        }
    }

    /// Says that a plan carries out another.
    /// - Returns: The key of the link.
    /// - Throws: ``Refusal`` where they are linked already, or it would carry out itself, directly or through others.
    @discardableResult package static func link(
        plan: Int, to parent: Int, by act: Act, _ db: Transaction
    ) throws -> Int {
        var seen: Set<Int> = [plan]
        var above = [parent]
        while let next = above.popLast() {
            if next == plan { throw Refusal("following.carries-out-itself") }
            guard seen.insert(next).inserted else { continue }
            above += try links(ofPlan: next, db).filter { $0.child == next }.map(\.parent)
        }
        return try link(.plan, plan, to: parent, by: act, db)
    }

    /// Says that an assignment carries out one of another plan.
    /// - Returns: The key of the link.
    /// - Throws: ``Refusal`` where they are linked already, or are of one plan.
    @discardableResult package static func link(
        assignment: Int, to parent: Int, by act: Act, _ db: Transaction
    ) throws -> Int {
        let plans = try db.all("SELECT DISTINCT plan FROM assignments WHERE id IN (\(assignment), \(parent))") {
            try $0.next(Int.self)
        }
        guard plans.count == 2 else { throw Refusal("following.same-plan") }
        return try link(.assignment, assignment, to: parent, by: act, db)
    }

    private static func link(
        _ kind: PlanLink.Kind, _ child: Int, to parent: Int, by act: Act, _ db: Transaction
    ) throws -> Int {
        if try links(kind, of: child, db).contains(where: { $0.parent == parent }) {
            throw Refusal("following.linked")
        }
        let entry = try Journal.record(
            "\(kind.rawValue).link", of: kind.subject(child), after: ["parent": parent], by: act, db)
        return try db.insert(
            """
            INSERT INTO \(name: kind.table) (\(name: kind.rawValue), parent, entry)
            VALUES (\(child), \(parent), \(entry))
            """)
    }

    /// Takes a link of plans back.
    /// - Throws: ``Refusal`` where there is none.
    package static func unlink(plan link: Int, by act: Act, _ db: Transaction) throws {
        try unlink(.plan, link, by: act, db)
    }

    /// Takes a link of assignments back.
    /// - Throws: ``Refusal`` where there is none.
    package static func unlink(assignment link: Int, by act: Act, _ db: Transaction) throws {
        try unlink(.assignment, link, by: act, db)
    }

    private static func unlink(_ kind: PlanLink.Kind, _ link: Int, by act: Act, _ db: Transaction) throws {
        guard let standing = try db.first("\(kind.standing) AND l.id = \(link)", { try PlanLink(&$0) }) else {
            throw Refusal("following.no-link")
        }
        let entry = try Journal.record(
            "\(kind.rawValue).unlink", of: kind.subject(standing.child), before: ["parent": standing.parent], by: act,
            db)
        try db.run(
            """
            INSERT INTO \(name: kind.table) (\(name: kind.rawValue), parent, undoes, entry)
            VALUES (\(standing.child), \(standing.parent), \(link), \(entry))
            """)
    }

    /// The stored plans that a plan seems to carry out, for a person to confirm: those that its title cites by number
    /// and day, else the first one that its text cites. Those that are linked already are left out.
    package static func proposedParents(of plan: Int, _ db: Transaction) throws -> [Int] {
        let title: String =
            try db.value(
                """
                SELECT coalesce(d.title, '') FROM plans AS p JOIN documents AS d ON d.id = p.document
                WHERE p.id = \(plan)
                """) ?? ""
        let cited = try db.all(
            """
            SELECT c.number, d.number, q.id FROM plans AS p JOIN document_citations AS c ON c.document = p.document
            JOIN documents AS d ON d.day = c.day JOIN plans AS q ON q.document = d.id
            WHERE p.id = \(plan) AND q.id <> p.id AND d.number IS NOT NULL ORDER BY c.position, q.id
            """
        ) { (try $0.next(String.self), try $0.next(String.self), try $0.next(Int.self)) }
        .filter { $0.0.numberKey == $0.1.numberKey }
        let inTitle = cited.filter { title.numberKey.contains($0.0.numberKey) }
        let linked = Set(try links(ofPlan: plan, db).map(\.parent))
        var found: [Int] = []
        for (_, _, parent) in inTitle.isEmpty ? Array(cited.prefix(1)) : inTitle
        where !linked.contains(parent) && !found.contains(parent) { found.append(parent) }
        return found
    }
}

extension String {
    /// "243 /KH-UBND" is "243/kh-ubnd".
    fileprivate var numberKey: String { folded.filter { !$0.isWhitespace } }
}
