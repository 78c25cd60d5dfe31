import ArgumentParser
import Office
import Storage

/// `nhipcau backup FILE`: one file with everything in it, taken while others work.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: Words.text("help.backup"), discussion: Words.text("help.backup.more"))

    @Argument(help: ArgumentHelp(Words.text("help.backup.file"), valueName: "file"), completion: .file())
    var file: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let copy = DatabasePlace.file(file)
        try await options.withEngine { source in
            try await Failure.told(of: copy, isNew: true) {
                let summary = try await copy.make(isWorking: false) { target in
                    try await Backup.make(
                        from: source, into: target, Schema.migrations, files: .ofSettings)
                }
                try options.answer("backup.done", summary, from: options.place, to: copy)
            }
        }
    }
}
