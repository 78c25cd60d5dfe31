package import WorkCalendar

/// Work in the background that servers share and that outlives each of them. A worker leases a job for some time and renews
/// the lease while it works; where it is killed, the lease runs out and another takes the job.
///
/// There is one writer at a time on both engines, so no two workers can look for a job at once: no row is locked, none skipped.
/// The time is handed in, for tests and so that one transaction has one time.
package enum Jobs {
    /// The schema of it.
    package static let migrations = [
        Migration(
            "jobs.1",
            [
                """
                CREATE TABLE jobs (
                    id \(column: .identity),
                    kind \(column: .text) NOT NULL,
                    payload \(column: .text) NOT NULL,
                    key \(column: .text),
                    run_after \(column: .text) NOT NULL,
                    attempts \(column: .integer) NOT NULL,
                    attempts_allowed \(column: .integer) NOT NULL CHECK (attempts_allowed > 0),
                    worker \(column: .text),
                    leased_until \(column: .text),
                    done \(column: .integer),
                    total \(column: .integer),
                    outcome \(column: .text),
                    reason \(column: .text),
                    ended_at \(column: .text))
                """,
                "CREATE INDEX jobs_open ON jobs (run_after, id) WHERE outcome IS NULL",
                "CREATE UNIQUE INDEX jobs_open_key ON jobs (kind, key) WHERE outcome IS NULL",
            ])
    ]

    /// A worker did something for a job that it no longer holds: its lease ran out and another took it.
    package struct LeaseLost: Error, Equatable {
        package let id: Int
    }

    /// Adds a job.
    /// - Parameters:
    ///   - kind: What is to be done.
    ///   - payload: What with, as JSON.
    ///   - key: Two open jobs of a kind never have the same.
    ///   - runAfter: When it may begin, at the earliest.
    ///   - attempts: How often it may be begun.
    /// - Returns: Its key in the table; that of the open job with the same `key` where there is one.
    @discardableResult package static func enqueue(
        _ kind: String, _ payload: String, key: String? = nil, runAfter: Instant, attempts: Int = 5, _ db: Transaction
    ) throws -> Int {
        if let key,
            let open: Int = try db.value(
                "SELECT id FROM jobs WHERE outcome IS NULL AND kind = \(kind) AND key = \(key)")
        {
            return open
        }
        return try db.insert(
            """
            INSERT INTO jobs (kind, payload, key, run_after, attempts, attempts_allowed)
            VALUES (\(kind), \(payload), \(key), \(runAfter), 0, \(attempts))
            """)
    }

    /// Whether ``lease(_:by:for:now:_:)`` would find one: asked in a `read`, so that waiting workers disturb nobody.
    package static func isDue(_ kinds: [String], now: Instant, _ db: Transaction) throws -> Bool {
        try db.value("SELECT EXISTS (SELECT 1 FROM jobs WHERE \(due(kinds, now)))") ?? false
    }

    /// Takes the job that has waited longest.
    /// - Parameters:
    ///   - kinds: What the worker can do.
    ///   - worker: Its name, one for each process.
    ///   - seconds: How long it may be silent.
    package static func lease(_ kinds: [String], by worker: String, for seconds: Int, now: Instant, _ db: Transaction)
        throws -> Job?
    {
        try db.run(
            """
            UPDATE jobs SET outcome = \(JobStatus.Outcome.abandoned), ended_at = \(now)
            WHERE \(due(kinds, now)) AND attempts >= attempts_allowed
            """)
        let query: Query = """
            UPDATE jobs SET worker = \(worker), leased_until = \(now.adding(seconds: seconds)), attempts = attempts + 1
            WHERE id = (SELECT id FROM jobs WHERE \(due(kinds, now)) ORDER BY run_after, id LIMIT 1)
            RETURNING id, kind, payload, attempts
            """
        return try db.first(query) { fields in
            Job(
                id: try fields.next(), kind: try fields.next(), payload: try fields.next(), attempt: try fields.next(),
                worker: worker)
        }
    }

    /// Keeps a job for longer, and tells how far it is.
    /// - Parameters:
    ///   - seconds: How long the worker may be silent from now.
    ///   - done: How much is done…
    ///   - total: …of how much.
    /// - Throws: ``LeaseLost``; then the worker stops.
    package static func renew(
        _ job: Job, for seconds: Int, done: Int? = nil, of total: Int? = nil, now: Instant, _ db: Transaction
    ) throws {
        try change(
            job,
            """
            leased_until = \(now.adding(seconds: seconds)), done = COALESCE(\(done), done),
            total = COALESCE(\(total), total)
            """, db)
    }

    /// Ends a job that is done: in the same transaction as what it did, so that both stand or neither.
    /// - Throws: ``LeaseLost``; thrown on, it undoes what was done twice.
    package static func finish(_ job: Job, now: Instant, _ db: Transaction) throws {
        try change(job, "outcome = \(JobStatus.Outcome.finished), reason = NULL, ended_at = \(now)", db)
    }

    /// Gives a job back that could not be done; it is begun again later, or given up when it was begun as often as it may.
    /// - Parameters:
    ///   - reason: For whoever keeps the system.
    ///   - seconds: How long to wait before the next try.
    /// - Throws: ``LeaseLost``.
    package static func fail(_ job: Job, reason: String, retryAfter seconds: Int, now: Instant, _ db: Transaction)
        throws
    {
        let isLast = try db.value(
            "SELECT attempts >= attempts_allowed FROM jobs WHERE id = \(job.id)", Bool.self)
        let end: Query =
            isLast ?? false
            ? "outcome = \(JobStatus.Outcome.failed), ended_at = \(now)"
            : "run_after = \(now.adding(seconds: seconds)), leased_until = NULL"
        try change(job, "reason = \(reason), \(end)", db)
    }

    /// Gives a job back that was not done because its server stops: another may begin it at once, and the try does not count.
    /// - Throws: ``LeaseLost``.
    package static func giveBack(_ job: Job, now: Instant, _ db: Transaction) throws {
        // The number of the try stays, for it tells this lease from the next one.
        try change(job, "leased_until = NULL, attempts_allowed = attempts_allowed + 1, run_after = \(now)", db)
    }

    /// Whether a worker still has a job, and the job is open.
    package static func holds(_ job: Job, _ db: Transaction) throws -> Bool {
        try db.value("SELECT EXISTS (SELECT 1 FROM jobs WHERE \(held(job)))") ?? false
    }

    /// The latest jobs, open or ended, the newest first.
    /// - Parameter kinds: Empty for all.
    package static func list(_ kinds: [String] = [], limit: Int = 100, _ db: Transaction) throws -> [JobStatus] {
        let condition: Query = kinds.isEmpty ? "" : "WHERE kind IN (\(list: kinds))"
        return try db.all("SELECT \(columns) FROM jobs \(condition) ORDER BY id DESC LIMIT \(limit)") {
            try JobStatus(&$0)
        }
    }

    /// One job, for a page that shows how far it is.
    package static func status(_ id: Int, _ db: Transaction) throws -> JobStatus? {
        try db.first("SELECT \(columns) FROM jobs WHERE id = \(id)") { try JobStatus(&$0) }
    }

    private static let columns: Query = """
        id, kind, payload, run_after, attempts, worker, leased_until, done, total, outcome, reason, ended_at
        """

    private static func due(_ kinds: [String], _ now: Instant) -> Query {
        """
        outcome IS NULL AND run_after <= \(now) AND kind IN (\(list: kinds))
        AND (leased_until IS NULL OR leased_until <= \(now))
        """
    }

    private static func change(_ job: Job, _ assignments: Query, _ db: Transaction) throws {
        guard try db.run("UPDATE jobs SET \(assignments) WHERE \(held(job))") == 1 else { throw LeaseLost(id: job.id) }
    }

    private static func held(_ job: Job) -> Query {
        "id = \(job.id) AND outcome IS NULL AND worker = \(job.worker) AND attempts = \(job.attempt)"
    }
}
