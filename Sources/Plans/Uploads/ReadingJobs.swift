import Documents
package import Office
import Storage

extension ReadingWork {
    /// What a ``Worker`` does with these jobs: one of each kind at once on a server, for recognising takes every core.
    package var handlers: [JobHandler] {
        [
            JobHandler(Self.read) { run in
                try await telling(run) { try await read(run.job, in: run.store, progress: $0) }
            },
            JobHandler(Self.draw) { run in
                try await telling(run) { try await draw(run.job, in: run.store, progress: $0) }
            },
        ]
    }

    /// Runs the body; how far it is goes into the row of the job, page by page.
    private func telling(_ run: JobRun, _ body: (@escaping FileReader.Progress) async throws -> Void) async throws {
        let (steps, teller) = AsyncStream.makeStream(of: (Int, Int).self, bufferingPolicy: .bufferingNewest(1))
        // What is told after the end, or of a job that is another's now, is told to nobody.
        async let told: Void = { for await (done, total) in steps { try? await run.progress(done, of: total) } }()
        let result: Result<Void, any Error>
        do { result = .success(try await body { teller.yield(($0, $1)) }) } catch { result = .failure(error) }
        teller.finish()
        await told
        try result.get()
    }
}
