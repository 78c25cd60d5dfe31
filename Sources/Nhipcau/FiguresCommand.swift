import ArgumentParser
import Figures
import Office
import Registers
import Storage
import Terminal
import Wording
import WorkCalendar

/// `nhipcau figures`: all figures of a window with their values.
struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: Words.text("help.figures"), discussion: Words.text("help.figures.more"))

    @Option(help: ArgumentHelp(Words.text("help.figures.window"), valueName: "2025|FROM..TO"))
    var window: String

    @Flag(help: ArgumentHelp(Words.text("help.figures.public")))
    var `public` = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        guard let days = Window(asked: window) else {
            Output.complain("--window", Words.text("figures.no-window", ["text": window]))
            throw ExitCode(Status.failed)
        }
        try await options.withStore { store in
            let list = try await store.read { [isPublic = self.public] db in
                let finder = try FigureFinder(Figures(of: try Definitions.current(db)), db)
                return try FigureList(FigureQuestion(days, within: .everything), finder, isPublic: isPublic, db)
            }
            options.answer(lines: list.lines(options.lang)) { list.write(to: &$0, in: options.lang) }
        }
    }
}
