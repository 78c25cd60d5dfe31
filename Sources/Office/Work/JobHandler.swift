/// What is to be done with the jobs of one kind. A room makes one, the door gives it to the ``Worker``:
///
///     JobHandler("import", atOnce: 2) { run in
///         let file = try ImportedFile(json: run.payload)
///         let document = try await read(file) { page, pages in try await run.progress(page, of: pages) }
///         try await run.finish { db in try PlanImport.store(document, db) }
///     }
///
/// A job is begun again where its server was killed, so what a handler does must bear being done twice up to its end; the end
/// itself, ``JobRun/finish(_:)``, happens once. An error makes the job wait and be tried again, until it was begun as often as
/// `Jobs.enqueue` allowed. On cancellation (the server stops) the job goes back at once, and the try does not count.
package struct JobHandler: Sendable {
    /// The kind of the jobs, as in `Jobs.enqueue`.
    package let kind: String
    /// How many of them one server does at once.
    package let atOnce: Int
    /// Whether it waits for something without `await`; then it has a thread of its own, for the few that all tasks share must not
    /// wait.
    package let blocks: Bool
    /// How many seconds to wait after the first try that failed, the second, …; the last holds for all further ones.
    package let pauses: [Int]
    /// Does one job.
    package let run: @Sendable (JobRun) async throws -> Void

    /// All of its parts.
    package init(
        _ kind: String, atOnce: Int = 1, blocks: Bool = false, pauses: [Int] = [15, 60, 300, 1_800],
        run: @escaping @Sendable (JobRun) async throws -> Void
    ) {
        self.kind = kind
        self.atOnce = atOnce
        self.blocks = blocks
        self.pauses = pauses
        self.run = run
    }
}
