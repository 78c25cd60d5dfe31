import Mail
import Office
import Plans
import Registers
import ServiceLifecycle
import Storage
import Web

/// What a server does beside answering: jobs, the work of every day, letters. It ends with the server; what is under way then goes
/// back and is done by another, or after the next start.
struct Background: Service {
    /// Whoever enqueues a job nudges it.
    let worker: Worker
    private let store: Store

    /// - Parameters:
    ///   - site: For letters.
    ///   - definitions: What registers there are.
    ///   - more: What else is done in the background.
    /// - Throws: The exit status, after one line, where the settings of mail cannot be understood.
    init(_ store: Store, _ site: Site, _ definitions: DefinitionKeeper, more: [JobHandler] = []) throws {
        self.store = store
        var handlers =
            [DailyWork.handler(also: [RegisterDay.work(definitions)]), TermRenewal.handler(definitions)]
            + ReadingWork(.supervised, keeper: .ofSettings).handlers + more
        if let mailing = try MailSettings.mailing(site) { handlers.append(mailing.handler) }
        worker = Worker(store, handlers)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { await worker.run() }
                group.addTask { await NewDay.watch(store, worker) }
            }
        }
    }
}
