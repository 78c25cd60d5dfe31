import ArgumentParser
import Wording

/// What the commands that read a file have in common.
struct ReadingOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(Words.text("help.files"), valueName: "file"), completion: .file())
    var files: [String]

    @Flag(help: ArgumentHelp(Words.text("help.json")))
    var json = false

    @Option(help: ArgumentHelp(Words.text("help.lang"), valueName: "vi|en"))
    var lang: Catalogue.Language = Words.language
}

extension Catalogue.Language: ExpressibleByArgument {}
