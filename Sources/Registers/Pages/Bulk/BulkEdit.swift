import Crypto
import Foundation
import Office
import Storage
import Web
import Wording
import WorkCalendar

/// Which records are changed in one go, and how: chosen one by one or all that the list shows. All of it stands in the address.
struct BulkQuestion: Sendable {
    enum Item {
        static let record = "ma"
        static let all = "tat-ca"
        static let what = "viec"
        static let look = "xem"
    }

    /// What is done with each.
    enum What: Hashable, Sendable {
        /// A field gets a value, or is emptied.
        case field(Key)
        /// A step is taken.
        case move(Key)

        var text: String {
            switch self {
            case .field(let key): "truong:\(key)"
            case .move(let key): "buoc:\(key)"
            }
        }
    }

    /// The most records that are changed in one go.
    static let most = 1_000

    let address: PageAddress
    let query: RecordQuery
    let what: What?

    init(_ address: PageAddress, _ definition: Definition, on day: Day) {
        self.address = address
        var query = RegisterQuestion(address, definition, on: day).list.query
        if address[Item.all] == nil {
            query = RecordQuery()
            let ids = address.all(Item.record).prefix(Self.most).compactMap { Int($0) }
            query.among = Array(Set(ids)).sorted().map { RecordID(rawValue: $0) }
        }
        self.query = query
        let all = definition.bulkFields.map { What.field($0.key) } + definition.moves.map { What.move($0.key) }
        what = all.first { $0.text == address[Item.what] }
    }

    /// Whether what would be done is shown: of what was chosen before, for another field has another value.
    var isLook: Bool { what != nil && address[Item.look] == what?.text }
}

extension Definition {
    /// The fields that many records can be given at once.
    var bulkFields: [FieldDefinition] { fields.filter { !$0.isPrivate && $0.kind != .file && !$0.isUnique } }
}

/// What changing many records in one go would do to each.
struct BulkPreview: Sendable {
    enum Outcome: Sendable {
        case change([ImportPreview.Difference])
        case same
        case bad(String)
    }

    let rows: [(record: Record, outcome: Outcome)]
    /// What could not be read of the value, by the name of its field in the form.
    var problems: [String: Message] = [:]
    /// What each is given.
    var draft = RecordDraft()

    var changed: Int { rows.count { if case .change = $0.outcome { true } else { false } } }
    var bad: Int { rows.count { if case .bad = $0.outcome { true } else { false } } }
    var same: Int { rows.count - changed - bad }

    /// Names all of it: another one would do something else.
    var digest: String {
        var sum = SHA256()
        for (record, outcome) in rows {
            let kind =
                switch outcome {
                case .change: "~"
                case .same: "="
                case .bad: "!"
                }
            sum.update(data: Data("\(record.id.rawValue)\(kind)\(record.version)/\(draft.text)\n".utf8))
        }
        return sum.finalize().prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    init(rows: [(record: Record, outcome: Outcome)]) { self.rows = rows }

    /// Looks at every record that is chosen; nothing is written.
    init(_ question: BulkQuestion, _ request: RegisterRequest, _ db: Transaction) throws {
        var list = RecordList()
        (list.query, list.limit) = (request.book.findingNames(question.query), BulkQuestion.most)
        let records = try request.book.list(list, within: request.readable, db).records
        var known = request
        try known.writing.learn(records.map(\.content), request.definition.fields, request.definitions, db)
        switch question.what {
        case .field(let key):
            let typed = TypedRecord(
                Form(fields: question.address.items.map { ($0.name, $0.value) }), request.definition)
            let reading = ValueReading(request: known, typed: typed, files: [:], db: db)
            let read = try TypedDraft(reading, changing: nil, only: [key])
            self.init(rows: try records.map { ($0, try Self.field(key, read.draft, $0, known, db)) })
            (problems, draft) = (read.problems, read.draft)
        case .move(let key):
            self.init(rows: try records.map { ($0, try Self.move(key, $0, known, db)) })
        case nil:
            self.init(rows: records.map { ($0, .same) })
        }
    }

    private static func field(
        _ key: Key, _ draft: RecordDraft, _ record: Record, _ request: RegisterRequest, _ db: Transaction
    ) throws -> Outcome {
        let scope = request.call.scope(.record)
        guard scope.contains(record.unit), let field = request.definition[key] else {
            return .bad(request.words("bulk.outside"))
        }
        do {
            let changes = try request.book.changes(
                of: record.id, draft, version: record.version, within: scope, db
            ).changes
            guard !changes.isEmpty else { return .same }
            func text(_ value: FieldValue?) -> String { value.map { request.writing.text($0, field) } ?? "" }
            return .change([
                .init(
                    name: request.name(field.names),
                    before: request.hidden(text(record.content.values[key]), field),
                    after: text(draft.values[key] ?? nil))
            ])
        } catch let wrong as RecordProblems {
            return .bad(told(wrong, request))
        } catch let refusal as Refusal {
            return .bad(request.words(refusal.message))
        }
    }

    private static func move(
        _ key: Key, _ record: Record, _ request: RegisterRequest, _ db: Transaction
    ) throws -> Outcome {
        let definition = request.definition
        guard let move = definition.moves.first(where: { $0.key == key }),
            request.call.scope(.decide).contains(record.unit)
        else { return .bad(request.words("bulk.outside")) }
        if record.state == move.to { return .same }
        do {
            try request.book.checkMove(move, record, as: request.call.seat.position.role, db)
            let names = [record.state, move.to].map { state in
                definition.state(state).map { request.name($0.names) } ?? state.text
            }
            return .change([.init(name: request.words("register.state"), before: names[0], after: names[1])])
        } catch let wrong as RecordProblems {
            return .bad(told(wrong, request))
        } catch let refusal as Refusal {
            return .bad(request.words(refusal.message))
        }
    }

    private static func told(_ wrong: RecordProblems, _ request: RegisterRequest) -> String {
        wrong.problems.map { problem in
            let names = request.definition[problem.field]?.names ?? request.definition.lines(problem.field)?.names
            return "\(names.map(request.name) ?? problem.field.text): \(request.words(problem.message))"
        }.joined(separator: "; ")
    }

    /// Does it to those that it changes.
    func apply(_ what: BulkQuestion.What, _ request: RegisterRequest, _ db: Transaction) throws -> BatchID {
        let (book, call) = (request.book, request.call)
        let facts: Facts = ["register": request.definition.key.text, "what": what.text, "changed": changed]
        let batch = try book.beginBatch("batch.edit", facts, by: call.act, db)
        for (record, outcome) in rows {
            guard case .change = outcome else { continue }
            switch what {
            case .field:
                try book.change(
                    record.id, draft, version: record.version, within: call.scope(.record), by: call.act, db)
            case .move(let key):
                try book.move(
                    record.id, key, as: call.seat.position.role, version: record.version,
                    within: call.scope(.decide), by: call.act, db)
            }
            try book.add(record.id, to: batch, row: nil, before: record, db)
        }
        return batch
    }
}
