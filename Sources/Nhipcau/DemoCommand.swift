import ArgumentParser
import Demonstration
import Markup
import Office
import Registers
import Storage
import Terminal
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
            let guests = try DemonstrationPeople()
            let filling = try await place.openOrMake { engine in
                let keys =
                    try place.keyFile?.keys(beginningWith: Demonstration.keys) ?? KeyRing(Demonstration.keys)
                let filling = try await engine.write { try demonstration.fill(Schema.migrations, keys: keys, $0) }
                try await guests.open(Store(engine, migrations: Schema.migrations))
                return filling
            }
            let sentence = Message(
                "demo.done",
                [
                    "province": filling.founding.province, "units": "\(filling.founding.units)",
                    "documents": "\(filling.documents)", "occurrences": Numeral.figures(Double(filling.occurrences)),
                    "completed": Numeral.figures(Double(filling.completed)),
                    "records": Numeral.figures(Double(filling.records)), "place": place.name,
                ])
            options.answer(lines: [Words.text(sentence)] + table(guests)) { json in
                json.member("province", filling.founding.province)
                json.member("units", filling.founding.units)
                json.member("communes", filling.founding.communes)
                json.member("documents", filling.documents)
                json.member("occurrences", filling.occurrences)
                json.member("completed", filling.completed)
                json.member("records", filling.records)
                json.member("password", guests.password)
                json.array("accounts") { json in
                    for person in guests.people {
                        json.element { json in
                            json.member("login", person.login)
                            json.member("role", person.role.rawValue)
                        }
                    }
                }
            }
        }
    }

    /// Who can be tried, and what with.
    private func table(_ guests: DemonstrationPeople) -> [String] {
        let login = guests.people.map(\.login.count).max() ?? 0
        var table = TextTable(
            ["login", "name", "position", "try"].map { name in
                .init(Words.text("demo.column.\(name)"), least: name == "login" ? login : 10)
            })
        for person in guests.people {
            table.lines.append(
                .row([
                    person.login, person.name, "\(person.title), \(person.unit)",
                    Words.text("demo.try.\(person.role.rawValue)"),
                ]))
        }
        let rows = table.rendered(width: Output.width, Ink(isColourful: Output.isColourful))
        return [""] + rows + ["", Words.text("demo.password", ["password": guests.password])]
    }
}
