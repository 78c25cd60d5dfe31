import ArgumentParser
import Foundation
import Markup
import Office
import Registers
import Storage
import Wording

/// `nhipcau erasures`: what was erased on request, as a list to be kept beside the key file; and that list applied again to a database
/// that was brought back from an older backup.
struct ErasuresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erasures", abstract: Words.text("help.erasures"), discussion: Words.text("help.erasures.more"))

    @Option(
        help: ArgumentHelp(Words.text("help.erasures.apply"), valueName: "file"), completion: .file())
    var apply: String?

    @OptionGroup var options: DatabaseOptions

    private struct List: Decodable {
        let erasures: [Erasure]
    }

    func run() async throws {
        try await options.withStore { store in
            if let apply { return try await repeatAll(of: apply, store) }
            let all = try await store.read { try Erasure.all($0) }
            options.answer(lines: all.map { "\($0.number)  \($0.register) #\($0.record.rawValue)  \($0.hash)" }) {
                json in
                json.array("erasures") { json in for erasure in all { json.element { erasure.write(to: &$0) } } }
            }
        }
    }

    private func repeatAll(of path: String, _ store: Store) async throws {
        guard let data = FileManager.default.contents(atPath: path),
            let list = try? JSONDecoder().decode(List.self, from: data)
        else { throw Refusal("erasure.list") }
        let act = Act.atCommandLine("erasures")
        let (done, gone) = try await store.write { db in
            let definitions = try Definitions.current(db)
            var done = 0, gone: [String] = []
            for erasure in list.erasures where try Erasure.of(erasure.record, db) == nil {
                guard let definition = Key(erasure.register).flatMap({ definitions[$0] }) else { continue }
                // Of what was recorded after the backup there is nothing to erase.
                let isThere = try db.value(
                    "SELECT EXISTS (SELECT 1 FROM records WHERE id = \(erasure.record) AND register = \(erasure.register))",
                    Bool.self)
                guard isThere ?? false else { continue }
                gone += try RecordBook(definition, keys: nil).repeatErasure(erasure, by: act, definitions, db)
                done += 1
            }
            return (done, gone)
        }
        for file in gone { FileKeeper.ofSettings.discard(file) }
        options.answer(Message("erasures.applied", ["count": "\(done)"])) { $0.member("applied", done) }
    }
}
