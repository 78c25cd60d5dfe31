import Storage
import TestSupport

/// How the engine goes about each statement that a body runs.
struct StatementPlans {
    /// One text a statement: the lines of its plan.
    var plans: [String] = []

    /// Runs the body and asks for the plan of everything it ran.
    static func of(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws -> StatementPlans {
        try await TestStore.current.read { db in
            let watched = WatchedSession(db.session)
            try body(Transaction(watched))
            let isPostgres = db.dialect.sql(.bytes) == "BYTEA"
            // It rightly reads a small table whole. Told not to, it shows where it would have no other way.
            if isPostgres { try db.run("SET LOCAL enable_seqscan = off") }
            var found = StatementPlans()
            for (sql, values) in watched.statements {
                var lines: [String] = []
                try db.session.run((isPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + sql, values) { row in
                    lines.append(try String(stored: row.value(at: isPostgres ? 0 : 3)))
                    return true
                }
                found.plans.append(lines.joined(separator: "\n"))
            }
            return found
        }
    }

    /// The plans that go through a whole table of work, or sort what they could read in order.
    /// - Parameter sorting: Whether sorting is allowed: of the few rows that remain.
    func wasteful(sorting: Bool = false) -> [String] {
        plans.filter { plan in
            plan.split(separator: "\n").contains { line in
                let isScan =
                    line.hasPrefix("SCAN o") || line.hasPrefix("SCAN a") || line.hasPrefix("SCAN b")
                    || line.contains("Seq Scan on occurrences") || line.contains("Seq Scan on assignment")
                // Whatever has not ended is nearly everything.
                let isAll = line.hasSuffix("occurrences_by_due (ended=?)") && line.contains("USING INDEX")
                return isScan || isAll || !sorting && line.contains("USE TEMP B-TREE")
            }
        }
    }
}

/// Passes statements on and keeps them.
private final class WatchedSession: Session {
    private let session: any Session
    private(set) var statements: [(String, [Value])] = []

    init(_ session: any Session) { self.session = session }

    var dialect: any Dialect { session.dialect }

    func run(_ sql: String, _ values: [Value], row: (any FieldSource) throws -> Bool) throws -> Int {
        statements.append((sql, values))
        return try session.run(sql, values, row: row)
    }
}
