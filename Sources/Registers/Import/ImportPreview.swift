import Crypto
import Foundation
import Office
import Wording

/// What taking in a table would do, row by row.
struct ImportPreview: Sendable {
    /// A row of the file.
    struct Row: Sendable {
        /// As the file counts it.
        let number: Int
        let outcome: Outcome
    }

    enum Outcome: Sendable {
        /// A new record.
        case add(Addition)
        /// A record says something else then.
        case change(Change)
        /// A record says that already.
        case same(RecordID)
        /// An earlier row of the file says the same.
        case repeats(row: Int)
        /// It cannot be taken.
        case bad([Problem])
    }

    struct Addition: Sendable {
        let draft: RecordDraft
        /// Whose work it is, where no field says so.
        let unit: OrganisationID
        /// Where it stands already; `nil` for where new ones stand.
        let state: Key?
        /// What it says, for who looks.
        let shown: [Key: String]
        /// A record that is called the same: perhaps the row is about it.
        let namesake: RecordID?
    }

    struct Change: Sendable {
        /// As it stands.
        let record: Record
        let title: String
        let draft: RecordDraft
        /// The step that leads to the state of the row.
        let move: Key?
        let differences: [Difference]
    }

    /// What one field says before and after; of a private one only that it changes.
    struct Difference: Sendable {
        let name: String
        let before: String
        let after: String
    }

    /// Why a row cannot be taken.
    struct Problem: Sendable {
        /// What the file, or the register, calls the column; `nil` where it is the whole row.
        let column: String?
        let message: Message
    }

    let table: ImportTable
    let rows: [Row]
    /// Names all of it: another one would do something else.
    let digest: String

    init(_ table: ImportTable, _ rows: [Row]) {
        self.table = table
        self.rows = rows
        var sum = SHA256()
        for row in rows { sum.update(data: Data(row.text.utf8)) }
        digest = sum.finalize().prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    var additions: [(number: Int, addition: Addition)] {
        rows.compactMap { if case .add(let addition) = $0.outcome { ($0.number, addition) } else { nil } }
    }
    var changes: [(number: Int, change: Change)] {
        rows.compactMap { if case .change(let change) = $0.outcome { ($0.number, change) } else { nil } }
    }
    var bad: [(number: Int, problems: [Problem])] {
        rows.compactMap { if case .bad(let problems) = $0.outcome { ($0.number, problems) } else { nil } }
    }
    /// How many rows change nothing.
    var sameCount: Int { rows.count - additions.count - changes.count - bad.count }
}

extension ImportPreview.Row {
    /// What would be done, in a line: equal lines do the same.
    fileprivate var text: String {
        switch outcome {
        case .add(let addition):
            "\(number)+\(addition.unit.rawValue)/\(addition.state?.text ?? "")/\(addition.draft.text)\n"
        case .change(let change):
            "\(number)~\(change.record.id.rawValue)@\(change.record.version)/\(change.move?.text ?? "")/\(change.draft.text)\n"
        case .same(let id): "\(number)=\(id.rawValue)\n"
        case .repeats(let row): "\(number)=row\(row)\n"
        case .bad(let problems): "\(number)!\(problems.map(\.message.key).joined(separator: ","))\n"
        }
    }
}

extension RecordDraft {
    /// All of its values in plain text.
    var text: String {
        values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.map { $0.plain(places: 6) } ?? "")" }
            .joined(separator: ";")
    }
}
