import ArgumentParser
import Demonstration
import Markup
import Office
import Storage
import Vietnamese
import Wording

/// `nhipcau demo`: fills an empty database with the demonstration province.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: Words.text("help.demo"), discussion: Words.text("help.demo.more"))

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let place = options.place
        try await Failure.told(of: place, isNew: place.isFree) {
            let demonstration = try await Demonstration()
            let filling = try await place.openOrMake { engine in
                try await engine.write { try demonstration.fill(Schema.migrations, $0) }
            }
            let sentence = Message(
                "demo.done",
                [
                    "province": filling.founding.province, "units": "\(filling.founding.units)",
                    "documents": "\(filling.documents)", "occurrences": Numeral.figures(Double(filling.occurrences)),
                    "completed": Numeral.figures(Double(filling.completed)), "place": place.name,
                ])
            options.answer(sentence) { json in
                json.member("province", filling.founding.province)
                json.member("units", filling.founding.units)
                json.member("communes", filling.founding.communes)
                json.member("documents", filling.documents)
                json.member("occurrences", filling.occurrences)
                json.member("completed", filling.completed)
            }
        }
    }
}
