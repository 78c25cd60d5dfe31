import ArgumentParser
import Markup
import Office
import Storage
import Wording

/// What the commands that work on a database have in common.
struct DatabaseOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Words.text("help.database"), valueName: "file|postgres://…"), completion: .file())
    var database: String?

    @Flag(help: ArgumentHelp(Words.text("help.json")))
    var json = false

    @Option(help: ArgumentHelp(Words.text("help.lang"), valueName: "vi|en"))
    var lang: Catalogue.Language = Words.language

    /// Where the data are.
    var place: DatabasePlace { DatabasePlace(database) }

    /// Opens the store, runs the body and closes it.
    /// - Throws: The exit status of what could not be done, after one line about it; a status that the body throws.
    func withStore(
        for use: DatabasePlace.Use = .command, _ body: (Store) async throws -> Void
    ) async throws {
        try await withEngine(for: use) { engine in
            let store = try await Store(engine, migrations: Schema.migrations)
            if try await store.read({ try DemonstrationMark.isSet($0) }) {
                Output.write(Words.text("demonstration.notice") + "\n", to: json ? 2 : 1)
            }
            try await body(store)
        }
    }

    /// Opens the database as it is, whatever its schema, runs the body and closes it.
    /// - Throws: as ``withStore(for:_:)``.
    func withEngine(
        for use: DatabasePlace.Use = .command, _ body: (any Engine) async throws -> Void
    ) async throws {
        try await Failure.told(of: place) { try await place.withEngine(for: use, body) }
    }

    /// Prints the answer: one object of JSON where asked for, else a sentence.
    func answer(_ sentence: Message, _ members: (inout JSONWriter) throws -> Void) rethrows {
        try answer(lines: [Words.text(sentence)], members)
    }

    /// Prints the answer: one object of JSON where asked for, else lines of text.
    func answer(lines: @autoclosure () -> [String], _ members: (inout JSONWriter) throws -> Void) rethrows {
        guard json else { return Output.write(lines().map { $0 + "\n" }.joined(), to: 1) }
        var writer = JSONWriter()
        try writer.object(members)
        Output.write(writer.bytes + [UInt8(ascii: "\n")], to: 1)
    }
}
