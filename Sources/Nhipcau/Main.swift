import ArgumentParser
import Confinement

/// Where the process begins: as a command, or as the restrained reader that a command has started.
@main
enum Door {
    static func main() async {
        guard let reading = ConfinedReading(arguments: CommandLine.arguments.dropFirst()) else {
            return await run()
        }
        Restraints().apply(supervisor: reading.supervisor)
        Nhipcau.exit(withError: ExitCode(await reading.run()))
    }

    private static func run() async {
        do {
            var command = try Nhipcau.parseAsRoot()
            if var preparing = command as? any PreparedCommand {
                try preparing.prepare()
                command = preparing
            }
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                // On the main thread, which stays the only one: signals are held back by thread.
                try command.run()
            }
        } catch {
            Nhipcau.exit(withError: error)
        }
    }
}

/// A command that has something to do while the main thread is the only one, before it waits for anything.
protocol PreparedCommand: AsyncParsableCommand {
    mutating func prepare() throws
}

/// Which commands there are. What they do stands in the rooms.
struct Nhipcau: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nhipcau", abstract: Words.text("help.nhipcau"),
        discussion: Words.text("help.nhipcau.more", ["settings": Setting.help]), version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: Words.text("help.group.papers"),
                subcommands: [ReadCommand.self, CheckCommand.self, ImportCommand.self]),
            CommandGroup(
                name: Words.text("help.group.work"),
                subcommands: [ServeCommand.self, DueCommand.self, FiguresCommand.self]),
            CommandGroup(
                name: Words.text("help.group.database"),
                subcommands: [
                    InitCommand.self, BackupCommand.self, RestoreCommand.self, MigrateCommand.self,
                    VerifyCommand.self, ExportCommand.self, DemoCommand.self, KeysCommand.self, ErasuresCommand.self,
                ]),
            CommandGroup(name: Words.text("help.group.people"), subcommands: [UserCommand.self]),
        ])
}
