import ArgumentParser
import Office
import Storage

/// `nhipcau restore FILE`: a backup brought back into a new file or into the empty database of a server.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: Words.text("help.restore"), discussion: Words.text("help.restore.more"))

    @Argument(help: ArgumentHelp(Words.text("help.restore.file"), valueName: "file"), completion: .file())
    var file: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let copy = DatabasePlace.file(file)
        try await Failure.told(of: copy) {
            try await copy.withEngine(for: .backup) { source in
                try await Failure.told(of: options.place, isNew: true) {
                    let summary = try await options.place.make { target in
                        try await Backup.restore(from: source, into: target, Schema.migrations)
                    }
                    try options.answer("restore.done", summary, from: copy, to: options.place)
                    if !options.json { Output.write(Words.text("restore.erasures") + "\n", to: 1) }
                }
            }
        }
    }
}
