import ArgumentParser

@main
struct Nhipcau: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "nhipcau", subcommands: [])
}
