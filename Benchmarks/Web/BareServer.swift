import Hummingbird
import Logging

/// The reference of the pages: Hummingbird alone, answering with a few words.
enum BareServer {
    /// Serves until it is stopped.
    static func run(port: Int) async throws {
        let router = Router()
        router.get("/") { _, _ in "hello\n" }
        var logger = Logger(label: "bare")
        logger.logLevel = .warning
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            logger: logger)
        try await application.runService()
    }
}
