import ArgumentParser
import Confinement

/// Where the process begins: as a command, or as the restrained reader that a command has started.
@main
enum Door {
    static func main() async {
        guard let reading = ConfinedReading(arguments: CommandLine.arguments.dropFirst()) else {
            // On the main thread, which stays the only one: signals are held back by thread.
            return Nhipcau.main()
        }
        Restraints().apply(supervisor: reading.supervisor)
        Nhipcau.exit(withError: ExitCode(await reading.run()))
    }
}

/// Which commands there are. What they do stands in the rooms.
struct Nhipcau: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nhipcau", abstract: Words.text("help.nhipcau"), discussion: Words.text("help.nhipcau.more"),
        version: "0.1.0", subcommands: [ReadCommand.self, CheckCommand.self])
}
