import ArgumentParser
import Figures
import Office
import Registers
import Storage
import Terminal
import Wording
import WorkCalendar

/// `nhipcau figures`: all figures of a window with their values, or one of them divided by a field.
struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: Words.text("help.figures"), discussion: Words.text("help.figures.more"))

    @Option(help: ArgumentHelp(Words.text("help.figures.window"), valueName: "2025|FROM..TO"))
    var window: String

    @Flag(help: ArgumentHelp(Words.text("help.figures.public")))
    var `public` = false

    @Option(help: ArgumentHelp(Words.text("help.figures.regime"), valueName: "key"))
    var regime: String = ReportingRegime.calendar.key

    @Option(help: ArgumentHelp(Words.text("help.figures.unit"), valueName: "name"))
    var unit: String?

    @Option(help: ArgumentHelp(Words.text("help.figures.group"), valueName: "figure:field"))
    var group: String?

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        guard let regime = ReportingRegime.named(regime) else {
            let known = ReportingRegime.all.map(\.key).joined(separator: ", ")
            throw refuse("--regime", Message("figures.no-regime", ["text": regime, "known": known]))
        }
        guard let period = FigurePeriod(asked: window, regime) else {
            throw refuse("--window", Message("figures.no-window", ["text": window]))
        }
        try await options.withStore { store in
            let found = try await store.read { db in try answer(period, db) }
            switch found {
            case .list(let list):
                options.answer(lines: list.lines(options.lang)) { list.write(to: &$0, in: options.lang) }
            case .parts(let parts):
                options.answer(lines: parts.lines(options.lang)) { parts.write(to: &$0, in: options.lang) }
            }
        }
    }

    private enum Answer: Sendable {
        case list(FigureList)
        case parts(FigureParts)
    }

    private func answer(_ period: FigurePeriod, _ db: Transaction) throws -> Answer {
        let finder = try FigureFinder(Figures(of: try Definitions.current(db)), db)
        let question = FigureQuestion(period.window, within: try scope(period.window, db))
        guard let group else { return .list(try FigureList(question, finder, isPublic: self.public, db)) }
        guard let parts = try FigureParts(asked: group, question, finder, isPublic: self.public, db) else {
            throw refuse("--group", Message("figures.no-group", ["text": group]))
        }
        return .parts(parts)
    }

    /// The records of the unit and of what was merged into it.
    private func scope(_ window: Window, _ db: Transaction) throws -> Scope {
        guard let unit else { return .everything }
        let (directory, today) = (try Organisations.directory(db), Day.today)
        let found = directory.provinces(on: today).lazy.compactMap {
            directory.unit(called: unit, on: today, within: $0.organisation)
        }.first
        guard let found,
            let scope = FigureReach(found).scope(in: window, within: .everything, directory, today: today)
        else { throw refuse("--unit", Message("figures.no-unit", ["text": unit])) }
        return scope
    }

    private func refuse(_ option: String, _ message: Message) -> ExitCode {
        Output.complain(option, Words.text(message))
        return ExitCode(Status.failed)
    }
}
