import ArgumentParser
import Markup
import Office
import Plans
import Registers
import Storage
import Wording

/// `nhipcau verify`: whether the journal and the kept files are what was written, and the state of the work what was decided;
/// status 1 where they are not.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: Words.text("help.verify"), discussion: Words.text("help.verify.more"))

    @Option(help: ArgumentHelp(Words.text("help.verify.mark"), valueName: "1204:9f86d0…"))
    var mark: Journal.Mark?

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await options.withStore { [mark] store in
            let keeper = FileKeeper.ofSettings
            let keyFile = options.place.keyFile
            let (journal, files, copies, columns, keys) = try await store.read { db in
                (
                    try Journal.verify(db, finding: mark), try KeptFiles.verify(keeper, db), try Following.verify(db),
                    try Shape.missing(db), try keyFile?.fault(db)
                )
            }
            let faults =
                [journal.broken?.message].compactMap(\.self) + files.broken.map(\.message) + copies.map(\.message)
                + columns.map { Message("verify.column", ["column": $0]) } + [keys].compactMap(\.self)
            for fault in faults { Output.complain(options.place.name, Words.text(fault)) }
            let summary = Message(
                faults.isEmpty ? "verify.intact" : "verify.broken",
                ["entries": "\(journal.entries)", "files": "\(files.files)", "mark": journal.mark.description])
            options.answer(summary) { json in
                json.member("entries", journal.entries)
                json.member("intact", faults.isEmpty)
                json.member("mark", journal.mark.description)
                json.member("files", files.files)
                if let broken = journal.broken {
                    json.object("broken") { json in
                        json.member("entry", broken.entry)
                        json.member("kind", broken.kind.rawValue)
                    }
                }
                json.member("brokenFiles", files.broken.map(\.sha256))
                json.member("brokenOccurrences", copies.map { String($0.occurrence) })
                json.member("missingColumns", columns)
            }
            if !faults.isEmpty { throw ExitCode(Status.no) }
        }
    }
}

extension FileKeeper {
    /// Where `NHIPCAU_FILES` says, else in the database.
    static var ofSettings: FileKeeper { FileKeeper(Setting.files.value.map { .folder($0) } ?? .database) }
}

extension Journal.Mark: ExpressibleByArgument {}
