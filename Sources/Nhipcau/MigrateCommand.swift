import ArgumentParser
import Markup
import Office
import Storage
import Wording
import WorkCalendar

/// `nhipcau migrate`: brings the tables of an older database up to this program.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: Words.text("help.migrate"), discussion: Words.text("help.migrate.more"))

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await options.withEngine { engine in
            let pending = try await engine.read { db in
                // An empty database is for `init`, which makes the tables and what stands in them in one go.
                guard try !Migration.applied(db).isEmpty else { throw StorageError(.empty, "no tables") }
                return try Migration.pending(Schema.migrations, db)
            }
            let copy = pending.isEmpty ? nil : try await copyBefore(engine)
            let steps = try await Migration.apply(Schema.migrations, to: engine)
            let store = try await Store(engine, migrations: Schema.migrations)
            let registers = try await ShippedRegisters.install(in: store, by: .atCommandLine("migrate"))
            var sentences: [Message] = []
            if !steps.isEmpty {
                sentences.append(
                    Message("migrate.done", ["count": "\(steps.count)", "steps": steps.joined(separator: ", ")]))
            }
            if !registers.isEmpty { sentences.append(Message("migrate.registers", ["count": "\(registers.count)"])) }
            if sentences.isEmpty { sentences.append(Message("migrate.none")) }
            options.answer(lines: sentences.map { Words.text($0) }) { json in
                json.member("steps", steps)
                json.member("registers", registers)
                json.member("backup", copy)
            }
        }
    }

    /// A file is copied beside itself before it is changed. A server's database has its own keeper.
    private func copyBefore(_ engine: any Engine) async throws -> String? {
        guard case .file(let path) = options.place else { return nil }
        let copy = "\(path).\(Instant.now.description.prefix(19).filter { $0 != "-" && $0 != ":" }).bak"
        try await Failure.told(of: .file(copy), isNew: true) {
            _ = try await DatabasePlace.file(copy).make(isWorking: false) { target in
                try await Backup.make(
                    from: engine, into: target, Schema.migrations, files: .ofSettings)
            }
        }
        Output.write(Words.text("migrate.copied", ["file": copy]) + "\n", to: 2)
        return copy
    }
}
