package import Storage
import WorkCalendar

/// One try of a job, as its ``JobHandler`` sees it.
package struct JobRun: Sendable {
    /// The job: its key, and which try this is.
    package let job: Job
    /// The database in which the job stands.
    package let store: Store
    /// How many seconds the server may be silent about it.
    let lease: Int

    /// What the job is to be done with, as JSON.
    package var payload: String { job.payload }

    /// Tells whoever waits how far it is (`Jobs.status`). A write: for a page, a sheet, a hundred rows; not for each row.
    /// - Throws: `Jobs.LeaseLost` where another server has the job now; then the handler stops.
    package func progress(_ done: Int, of total: Int) async throws {
        try await store.write { [job, lease] db in
            try Jobs.renew(job, for: lease, done: done, of: total, now: .now, db)
        }
    }

    /// Ends the job with its effect, in one transaction: both stand, or neither. A handler that has nothing to write may return
    /// without it.
    /// - Throws: `Jobs.LeaseLost` where another server has the job now; the effect is undone then.
    @discardableResult
    package func finish<T: Sendable>(_ effect: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await store.write { [job] db in
            let result = try effect(db)
            try Jobs.finish(job, now: .now, db)
            return result
        }
    }
}
