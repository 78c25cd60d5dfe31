import ArgumentParser
import Documents
import Foundation
import Glibc
import Office
import Paper
import Plans
import Storage
import Wording
import WorkCalendar

/// `nhipcau import FILE…`: reads documents and stores them. Each file is a transaction of its own: one that cannot be read is named,
/// and the others stand.
struct ImportCommand: PreparedCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: Words.text("help.import"), discussion: Words.text("help.import.more"))

    @Argument(help: ArgumentHelp(Words.text("help.files"), valueName: "file"), completion: .file())
    var files: [String]

    @Flag(help: ArgumentHelp(Words.text("help.accept")))
    var accept = false

    @OptionGroup var options: DatabaseOptions

    private var readings: [Reading] = []

    init() {}

    private enum CodingKeys: CodingKey { case files, accept, options }

    /// A file that was read, or why it was not.
    private enum Reading {
        case read(Handover, file: String)
        case failed(status: Int32)
    }

    /// Reads every file before the database is opened: its reader is watched from the only thread.
    mutating func prepare() throws { readings = files.map(Self.read) }

    private static func read(_ file: String) -> Reading {
        switch FileReader.Reading(SupervisedReading(form: .handover).takeShowingProgress(file)) {
        case .read(let handover): return .read(handover, file: file)
        case .secret:
            Output.complain(file, Words.text("unreadable.secret"))
            return .failed(status: Status.secret)
        case .unreadable(let reason), .notTried(let reason):
            Output.complain(file, Words.text(reason))
            return .failed(status: Status.failed)
        }
    }

    func run() async throws {
        var worst = Status.done
        var reports: [ImportReport] = []
        // Where no file could be read there is nothing to be stored, and no database need be there.
        if readings.contains(where: { if case .read = $0 { true } else { false } }) {
            try await options.withStore { store in
                for reading in readings {
                    guard case .read(let handover, let file) = reading else { continue }
                    guard let report = try await imported(handover, file, store) else {
                        worst = max(worst, Status.failed)
                        continue
                    }
                    reports.append(report)
                    if !options.json { show(report, isFirst: reports.count == 1) }
                }
            }
        }
        for case .failed(let status) in readings { worst = max(worst, status) }
        if options.json { Output.write(ImportReport.json(reports) + [UInt8(ascii: "\n")], to: 1) }
        if worst != Status.done { throw ExitCode(worst) }
    }

    /// - Returns: `nil` where the file could not be stored; one line said why.
    private func imported(_ handover: Handover, _ file: String, _ store: Store) async throws -> ImportReport? {
        let keeper = FileKeeper.ofSettings
        let isAccepted = accept
        do {
            let name = URL(filePath: file).lastPathComponent
            let arrival = try keeper.receive(.path(file), name: name, mediaType: handover.format.mediaType)
            let act = Act.atCommandLine("import")
            return try await store.write { db in
                let imported = try PlanImport.store(
                    handover, file: arrival, name: name, keeper: keeper, isAccepted: isAccepted, by: act, db)
                return try ImportReport(imported, on: act.day, db)
            }
        } catch let refusal as Refusal {
            Output.complain(file, Words.text(refusal.message))
            return nil
        }
    }

    private func show(_ report: ImportReport, isFirst: Bool) {
        if !isFirst { Output.write("\n", to: 1) }
        let page = ImportPage.text(
            report, words: { Words.text($0) }, width: Output.width, isColourful: Output.isColourful)
        Output.write(page, to: 1)
    }
}
