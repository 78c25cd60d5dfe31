import ArgumentParser
import Markup
import Storage
import Wording

/// `nhipcau migrate`: brings the tables of an older database up to this program.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: Words.text("help.migrate"), discussion: Words.text("help.migrate.more"))

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await options.withEngine { engine in
            let steps = try await engine.write { db in
                // An empty database is for `init`, which makes the tables and what stands in them in one go.
                guard try !Migration.applied(db).isEmpty else { throw StorageError(.empty, "no tables") }
                return try Migration.apply(Schema.migrations, db)
            }
            let sentence =
                steps.isEmpty
                ? Message("migrate.none")
                : Message("migrate.done", ["count": "\(steps.count)", "steps": steps.joined(separator: ", ")])
            options.answer(sentence) { $0.member("steps", steps) }
        }
    }
}
