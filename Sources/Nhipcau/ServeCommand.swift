import ArgumentParser
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
            // A newer program brings newer registers; those that an administrator changed stay.
            let act = Act.atCommandLine("serve")
            try await store.write { _ = try Definitions.install(Definitions.shippedFiles, by: act, $0) }
            let serving = try await Serving(
                store, host: host, port: port, provider: try Provider.Settings.ofEnvironment(),
                keys: try await options.place.keyFile?.keys(for: store))
            Output.write(Words.text("serve.begins", ["address": serving.site.address]) + "\n", to: 2)
            try await serving.run()
        }
    }
}
