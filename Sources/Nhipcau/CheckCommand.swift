import ArgumentParser

/// `nhipcau check FILE…`: what a careful clerk would query; status 1 where there are errors.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Words.text("help.check"), discussion: Words.text("help.check.more"))

    @OptionGroup var options: ReadingOptions

    func run() throws {
        try SupervisedReading(form: options.json ? .findingsJSON : .findings).read(options.files)
    }
}
