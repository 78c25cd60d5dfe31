import ArgumentParser
import Markup
import Office
import Storage
import Wording

/// `nhipcau export FILE.json`: everything for other programs, byte-equal for equal content.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: Words.text("help.export"), discussion: Words.text("help.export.more"))

    @Argument(help: ArgumentHelp(Words.text("help.export.file"), valueName: "file.json"), completion: .file())
    var file: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await options.withStore { store in
            try await Failure.told(of: .file(file), isNew: true) {
                try await Export.make(file, from: store)
                options.answer(Message("export.done", ["file": file])) { $0.member("file", file) }
            }
        }
    }
}
