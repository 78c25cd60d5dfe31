import Foundation
import Office
import Testing
import Wording

@testable import Nhipcau

/// Whatever is recorded in the journal can be read there in words.
@Suite struct JournalWordsTests {
    /// What is recorded under a name that is put together; a place that is not here fails the test.
    private static let puttogether: [String: [String]] = [
        "SuccessionRecording.swift": ["organisation.merge", "organisation.split", "organisation.transfer"],
        "Accounts.swift": ["account.deactivate", "account.reactivate"],
        "Sessions.swift": ["session.begin", "session.move", "session.end", "session.end-all"],
        "Joining.swift": ["assignment.join", "assignment.split"],
        "Ending.swift": [
            "assignment.recall", "plan.recall", "plan.replace", "assignment.recall.undo", "plan.recall.undo",
            "plan.replace.undo",
        ],
        "DueExtension.swift": ["extension.approve", "extension.refuse", "extension.undo"],
        "Approval.swift": [
            "occurrence.approve", "occurrence.return", "occurrence.approve.undo", "occurrence.return.undo",
        ],
        "PlanLink.swift": ["plan.link", "assignment.link", "plan.unlink", "assignment.unlink"],
        "ExpansionRows.swift": ["assignment.expand"],
        "RecordLinks.swift": ["record.link", "record.unlink"],
        "RecordWriting.swift": ["record.change", "record.change.undo"],
        "RecordMoves.swift": [
            "record.move", "record.move.undo", "record.remove", "record.remove.undo", "record.restore",
            "record.create.undo",
        ],
        "RecordBatches.swift": ["batch.import", "batch.edit"],
    ]

    @Test(arguments: Catalogue.Language.allCases) func everyActionHasItsWords(language: Catalogue.Language) throws {
        let words = try Serving.catalogues.map { try $0(language) }.reduce(into: Set<String>()) {
            $0.formUnion($1.texts.keys)
        }
        var sources = URL(filePath: #filePath)
        for _ in 0..<3 { sources.deleteLastPathComponent() }
        let files = try #require(
            FileManager.default.enumerator(at: sources.appending(path: "Sources"), includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for call in text.matches(of: /Journal\.record\(\s*("[^"\\]*"|[^,]*),/) {
                let name = file.lastPathComponent
                let literal = call.1.hasPrefix("\"") && call.1.hasSuffix("\"") && !call.1.contains("\\")
                let actions = literal ? [String(call.1.dropFirst().dropLast())] : Self.puttogether[name] ?? []
                #expect(!actions.isEmpty, "\(name): say here which actions \(call.1) can be")
                for action in actions {
                    #expect(
                        words.contains("act.\(action)"), "\(language): act.\(action), recorded in \(name), has no words"
                    )
                    let kind = action.prefix { $0 != "." }
                    #expect(Journal.kinds.contains(String(kind)), "Journal.kinds lacks \(kind), recorded in \(name)")
                    #expect(words.contains("journal.kind.\(kind)"), "\(language): journal.kind.\(kind) has no words")
                }
            }
            for subject in text.matches(of: /Self\("([a-z]+)", id(\.rawValue)?\)/) {
                #expect(
                    words.contains("journal.thing.\(subject.1)"), "\(language): journal.thing.\(subject.1) has no words"
                )
            }
        }
    }
}
