import ArgumentParser

/// `nhipcau read FILE…`: what a document says; nothing is stored.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: Words.text("help.read"), discussion: Words.text("help.read.more"))

    @OptionGroup var options: ReadingOptions

    @Flag(help: ArgumentHelp(Words.text("help.text")))
    var text = false

    func validate() throws {
        if text && options.json { throw ValidationError(Words.text("error.json-and-text")) }
    }

    func run() throws {
        try SupervisedReading(form: options.json ? .json : text ? .text : .page).read(options.files)
    }
}
