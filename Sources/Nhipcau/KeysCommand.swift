import ArgumentParser
import Markup
import Office
import Registers
import Storage
import Wording

/// `nhipcau keys …`: a new key for what is private, everything sealed under it, the old one taken away.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: Words.text("help.keys"), discussion: Words.text("help.keys.more"),
        subcommands: [Add.self, Reseal.self, Retire.self])

    /// The file of keys of a database.
    /// - Throws: ``Refusal`` where none is set.
    static func file(of place: DatabasePlace) throws -> KeyFile {
        guard let file = place.keyFile else { throw Refusal("keys.none") }
        return file
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Words.text("help.keys.add"))
        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            try await options.withStore { store in
                let number = try await KeysCommand.file(of: options.place).addKey(for: store)
                options.answer(Message("keys.added", ["number": "\(number)"])) { $0.member("key", number) }
            }
        }
    }

    struct Reseal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Words.text("help.keys.reseal"))
        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            try await options.withStore { store in
                let keys = try await KeysCommand.file(of: options.place).keys(for: store)
                let sealed = try await Resealing.run(store, keys, by: .atCommandLine("keys reseal"))
                options.answer(Message("keys.resealed", ["count": "\(sealed)"])) { $0.member("records", sealed) }
            }
        }
    }

    struct Retire: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Words.text("help.keys.retire"))
        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            try await options.withStore { store in
                let retired = try await KeysCommand.file(of: options.place).retire(
                    for: store, by: .atCommandLine("keys retire"))
                let numbers = retired.map(String.init).joined(separator: ", ")
                let message =
                    retired.isEmpty ? Message("keys.none-old") : Message("keys.retired", ["numbers": numbers])
                options.answer(message) { json in
                    json.array("keys") { json in for number in retired { json.element(number) } }
                }
            }
        }
    }
}
