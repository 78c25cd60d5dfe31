import ArgumentParser
import Markup
import Office
import Registers
import Storage
import Wording

/// `nhipcau init --province 31`: an office begins, in a new file or in the empty database of a server.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: Words.text("help.init"), discussion: Words.text("help.init.more"))

    @Option(help: ArgumentHelp(Words.text("help.province"), valueName: "31"))
    var province: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let act = Act.atCommandLine("init")
        let place = options.place
        try await Failure.told(of: place, isNew: place.isFree) {
            let founding = try await place.openOrMake { [province] engine in
                try await engine.write { db in
                    let founding = try Organisations.establish(province: province, Schema.migrations, by: act, db)
                    try Definitions.installShipped(by: act, db)
                    return founding
                }
            }
            let sentence = Message(
                "init.done",
                [
                    "province": founding.province, "units": "\(founding.units)", "communes": "\(founding.communes)",
                    "place": place.name,
                ])
            options.answer(sentence) { json in
                json.member("province", founding.province)
                json.member("units", founding.units)
                json.member("communes", founding.communes)
            }
        }
    }
}
