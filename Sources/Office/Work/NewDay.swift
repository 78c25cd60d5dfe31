package import Storage
package import WorkCalendar

/// The work of every day: enqueued once a day, by whichever server notices first that a day has begun in Hà Nội.
package enum NewDay {
    /// The kind of the job; its payload is the day, as ISO text in JSON: `"2026-11-21"`.
    package static let job = "daily"

    /// Enqueues the work of a day, unless that was done already.
    /// - Returns: Whether it was.
    @discardableResult package static func begin(_ day: Day, now: Instant, _ db: Transaction) throws -> Bool {
        let isThere = try db.value("SELECT EXISTS (SELECT 1 FROM daily_work WHERE day = \(day))", Bool.self) ?? false
        guard !isThere else { return false }
        let id = try Jobs.enqueue(job, "\"\(day)\"", key: day.description, runAfter: now, attempts: 10, db)
        try db.run("INSERT INTO daily_work (day, job) VALUES (\(day), \(id))")
        return true
    }

    /// Looks every minute whether a new day has begun, until the task is cancelled.
    package static func watch(_ store: Store, _ worker: Worker) async {
        var last: Day?
        while !Task.isCancelled {
            let now = Instant.now
            if now.day != last {
                // Where the database is away, the next minute tries again.
                do {
                    try await store.write { try begin(now.day, now: now, $0) }
                    last = now.day
                    worker.nudge()
                } catch {}
            }
            try? await Task.sleep(for: .seconds(60))
        }
    }
}
