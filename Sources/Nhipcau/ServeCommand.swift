import ArgumentParser
import Demonstration
import Hummingbird
import Identity
import Office
import Registers
import Storage
import Web
import Wording

/// `nhipcau serve`: the web application.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: Words.text("help.serve"), discussion: Words.text("help.serve.more"))

    @Option(help: ArgumentHelp(Words.text("help.serve.host"), valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp(Words.text("help.serve.port"), valueName: "port"))
    var port = 8080

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await options.withStore(for: .server) { store in
            let act = Act.atCommandLine("serve")
            _ = try await ShippedRegisters.install(in: store, by: act)
            try await store.write { db in
                // Definitions that do not go together were told above.
                if let definitions = try? Definitions.current(db) {
                    try TermRenewal.request(definitions, at: act.at, db)
                }
            }
            let serving = try await Serving(
                store, host: host, port: port, provider: try Provider.Settings.ofEnvironment(),
                keys: try await keys(for: store))
            Output.write(Words.text("serve.begins", ["address": serving.site.address]) + "\n", to: 2)
            try await serving.run()
        }
    }

    /// The keys of private fields. A demonstration on a server has its own, which everybody knows as they know its people.
    private func keys(for store: Store) async throws -> KeyRing? {
        if let file = options.place.keyFile { return try await file.keys(for: store) }
        return try await store.read { try DemonstrationMark.isSet($0) } ? KeyRing(Demonstration.keys) : nil
    }
}
