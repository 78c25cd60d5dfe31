import Foundation
package import Office
package import Storage
import WorkCalendar

/// What is done once on every day, before people come: plans go on into the years ahead, what is due and late is told, on Mondays
/// also how units stand; old notices are forgotten. Each part done twice changes nothing the second time, so a server may be killed at any moment of it.
package enum DailyWork {
    /// For the `Worker`.
    /// - Parameter also: What other rooms do once a day, in the same transaction as what is told here.
    package static func handler(
        also more: [@Sendable (Act, Transaction) throws -> Void] = []
    ) -> JobHandler {
        JobHandler(NewDay.job) { run in try await work(run, more) }
    }

    private static func work(
        _ run: JobRun, _ more: [@Sendable (Act, Transaction) throws -> Void]
    ) async throws {
        guard let day = Day(iso: run.payload.filter { $0 != "\"" }) else { return }
        // The plans go by today, also where the job of a day is done later; a notice of a day that is over helps nobody.
        let act = Act(.system("nhipcau serve"), at: .now, day: max(day, .today))
        try await run.store.write { db in
            try Renewal.extendHorizon(try Organisations.directory(db), by: act, db)
            try Following.endNewOccurrences(db)
        }
        try await run.progress(1, of: 2)
        try await run.finish { db in
            try Notices.tellDeadlines(by: act, db)
            // Not only on Mondays: a week whose Monday no server saw has its digest on Tuesday.
            try Notices.tellDigest(try Organisations.directory(db), by: act, db)
            for work in more { try work(act, db) }
            try Notices.prune(at: act.at, db)
        }
    }
}
