import HTTPTypes
import Markup
import Office
import Storage
import Web
import Wording

extension RegisterPages {
    func addForm(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}"
        get(&routes, "\(path)/moi", .record) { request, _ in
            RecordForm(request, TypedRecord(newOf: request)).page
        }
        routes.post("\(path)/moi", .may(.record), .files(10, of: 50)) { [self] form, call in
            try await save(nil, form, call)
        }
        get(&routes, "\(path)/{id}/sua", .record) { request, db in
            let (record, known) = try request.forChange(db)
            return RecordForm(known, TypedRecord(record, known), record: record).page
        }
        routes.post("\(path)/{id}/sua", .may(.record), .files(10, of: 50)) { [self] form, call in
            try await save(RecordID(rawValue: try call.number()), form, call)
        }
        routes.get("\(path)/goi-y/{field}", .may(.record)) { [self] call in try await suggestions(call) }
    }

    /// Records what was typed, or shows it again with what is wrong; nothing is recorded then.
    private func save(_ id: RecordID?, _ form: Form, _ call: Call) async throws -> Answer {
        if form.has("them") || form.has("bo") { return try await changeLines(id, form, call) }
        let arrivals = try await received(form)
        let saved: (id: RecordID, request: RegisterRequest)
        do {
            saved = try await desk.store.write { db in try self.save(id, form, call, arrivals, db) }
        } catch let rejected as Rejected {
            if !rejected.form.likely.isEmpty { try await note(.duplicates, of: rejected.form.request.definition, call) }
            return desk.page(rejected.form.page, call, status: .unprocessableContent)
        }
        let definition = saved.request.definition
        return .redirect(
            RegisterPaths.record(definition.key, saved.id),
            Notice(
                id == nil ? "register.recorded" : "register.changed",
                ["record": saved.request.name(definition.record)]))
    }

    private func save(
        _ id: RecordID?, _ form: Form, _ call: Call, _ arrivals: [Arrived], _ db: Transaction
    ) throws -> (id: RecordID, request: RegisterRequest) {
        let asked = try request(call, db)
        let known = try id.map { _ in try asked.forChange(db) }
        let (record, request) = (known?.0, known?.1 ?? asked)
        let typed = TypedRecord(form, request.definition)
        let reading = ValueReading(
            request: request, typed: typed, files: try keep(arrivals, by: call.act, db), db: db)
        let typedDraft = try TypedDraft(reading, changing: record)
        func rejected(_ problems: [String: Message], _ refusal: Message? = nil) -> Rejected {
            Rejected(
                form: RecordForm(
                    request, typed, record: record, version: form["phien-ban"], problems: problems, refusal: refusal))
        }
        do {
            let scope = call.scope(.record)
            if id == nil, typedDraft.problems.isEmpty, !form.has("van-ghi") {
                let likely = try self.likely(typedDraft.draft, request, db)
                if !likely.isEmpty { throw Rejected(form: RecordForm(request, typed, likely: likely)) }
            }
            var saved = id
            if let id {
                guard let version = form["phien-ban"].flatMap({ Int($0) }) else { throw WebFailure.malformed }
                try request.book.change(id, typedDraft.draft, version: version, within: scope, by: call.act, db)
            } else {
                let new = try request.book.create(typedDraft.draft, within: scope, by: call.act, db)
                if let state = Key(typed[TypedRecord.state]), typedDraft.problems.isEmpty {
                    try request.book.begin(
                        new, in: state, as: call.seat.position.role, within: call.scope(.decide), by: call.act, db)
                }
                saved = new
            }
            // Nothing is recorded of what could not be read: the error undoes it.
            guard typedDraft.problems.isEmpty, let saved else { throw rejected(typedDraft.problems) }
            return (saved, request)
        } catch let wrong as RecordProblems {
            throw rejected(typedDraft.problems(wrong))
        } catch let refusal as Refusal {
            throw rejected(typedDraft.problems, refusal.message)
        }
    }

    /// One more line, or one less; nothing is recorded.
    private func changeLines(_ id: RecordID?, _ form: Form, _ call: Call) async throws -> Answer {
        let shown = try await desk.store.read { db in
            let request = try self.request(call, db)
            let known = try id.map { _ in try request.forChange(db) }
            var typed = TypedRecord(form, request.definition)
            var focus: String?
            if let lines = form["them"].flatMap({ Key($0) }).flatMap({ request.definition.lines($0) }) {
                let number = typed.addLine(to: lines.key)
                typed.fillLine(number, of: lines, request)
                focus = lines.fields.first.map { TypedRecord.name($0.key, of: lines.key, number) }
            } else if let parts = form["bo"]?.split(separator: "."), parts.count == 2, let key = Key(parts[0]),
                let number = Int(parts[1])
            {
                typed.removeLine(number, of: key)
            }
            return RecordForm(
                known?.1 ?? request, typed, record: known?.0, version: form["phien-ban"], focus: focus)
        }
        return desk.page(shown.page, call)
    }

    // MARK: Files

    /// The files of a form, measured and in their folder, before the transaction that keeps them.
    func received(_ form: Form) async throws -> [Arrived] {
        var arrivals: [Arrived] = []
        for file in form.files where file.size > 0 {
            let arrival = try await files.received(
                .path(file.path), name: file.name, mediaType: "application/octet-stream")
            arrivals.append(Arrived(field: file.field, arrival: arrival))
        }
        return arrivals
    }

    func keep(
        _ arrivals: [Arrived], by act: Act, _ db: Transaction
    ) throws -> [String: [Int]] {
        try arrivals.reduce(into: [:]) { kept, arrived in
            kept[arrived.field, default: []].append(try files.keep(arrived.arrival, by: act, db).id)
        }
    }

    // MARK: Suggestions

    /// What comes closest to what is typed into a field: countries, units, records by name.
    private func suggestions(_ call: Call) async throws -> Answer {
        let typed = String((call.address["q"] ?? "").prefix(300))
        let texts = try await desk.store.read { db -> [String] in
            let request = try self.request(call, db)
            let path = call.text("field").split(separator: ".").compactMap { Key($0) }
            let field =
                path.count == 2
                ? request.definition.lines(path[0])?[path[1]] : path.first.flatMap { request.definition[$0] }
            guard let field else { throw WebFailure.notFound }
            return try request.suggestions(typed, field, db)
        }
        var json = JSONWriter(indentation: 0)
        json.array { json in for text in texts { json.element(text) } }
        return .json(json)
    }
}

extension RegisterRequest {
    /// The record that the address names, where it may be changed, and the request with the names in it.
    func forChange(_ db: Transaction) throws -> (Record, RegisterRequest) {
        let record = try record(db)
        guard call.scope(.record).contains(record.unit) else { throw WebFailure.forbidden }
        var known = self
        try known.writing.learn(record, definition, definitions, db)
        return (record, known)
    }

    fileprivate func suggestions(_ typed: String, _ field: FieldDefinition, _ db: Transaction) throws -> [String] {
        switch field.kind {
        case .country: return writing.countries.suggestions(typed, words.language)
        case .countries:
            // Those before the last comma stay.
            let parts = typed.split(separator: ",", omittingEmptySubsequences: false)
            let before = parts.dropLast().joined(separator: ",")
            return writing.countries.suggestions(String(parts.last ?? ""), words.language).map {
                before.isEmpty ? $0 : "\(before), \($0)"
            }
        case .unit:
            return call.directory.suggestions(for: typed, on: call.day, within: call.home).map(writing.unit)
        case .record:
            guard let register = field.register.flatMap({ definitions[$0] }) else { return [] }
            let book = RecordBook(register, keys: nil)
            return try RecordSuggestions.records(typed, of: book, within: call.scope(register.reading), db).map {
                "\(register.title($0, writing)) #\($0.id.rawValue)"
            }
        default: return []
        }
    }
}

/// A file that came with a form.
struct Arrived: Sendable {
    /// The name of its field in the form.
    let field: String
    let arrival: FileKeeper.Arrival
}

/// A form that cannot be taken: thrown, so that nothing of it is kept.
struct Rejected: Error {
    let form: RecordForm
}
