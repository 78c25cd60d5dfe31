import HTTPTypes
import Linkage
import Markup
import Office
import Storage
import Web
import WorkCalendar

/// The same person twice: a warning at the form, what a look through the register found, links that people make and undo.
extension RegisterPages {
    func addDuplicates(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}"
        get(&routes, "\(path)/trung", .readRecords, as: .duplicates) { request, db in
            guard request.definition.behaviour(Duplicates.self) != nil else { throw WebFailure.notFound }
            return try DuplicatesView(request, db).page
        }
        routes.post("\(path)/trung", .may(.record)) { [self] _, call in
            let path = try await desk.store.write { db in
                let request = try self.request(call, db)
                guard request.definition.behaviour(Duplicates.self) != nil else { throw WebFailure.notFound }
                try DuplicateWork.enqueue(request.definition.key, at: call.act.at, db)
                return request.path
            }
            nudge()
            return .redirect("\(path)/trung")
        }
        routes.post("\(path)/trung/kiem-tra", .may(.record), .files(10, of: 50)) { [self] form, call in
            try await check(form, call)
        }
        routes.post("\(path)/{id}/lien-ket", .may(.record)) { [self] form, call in try await link(form, call) }
        routes.post("\(path)/{id}/phoi-hop", .may(.record)) { [self] _, call in try await coordinate(call) }
    }

    /// The people of a register, where it looks for duplicates.
    func traits(_ request: RegisterRequest) -> RecordTraits? {
        RecordTraits(request.book, request.call.directory, on: request.call.day)
    }

    /// Who may be the same person as what was typed for a new record; nothing is recorded.
    func likely(
        _ draft: RecordDraft, _ request: RegisterRequest, _ db: Transaction
    ) throws -> [LikelyRecord] {
        guard let register = traits(request), let traits = register.traits(of: draft) else { return [] }
        return try people.likely(traits, besides: nil, in: register, db)
    }

    /// What the form is told as one types: a piece of a page, empty where nobody is alike.
    private func check(_ form: Form, _ call: Call) async throws -> Answer {
        let warning = try await desk.store.read { db in
            let request = try self.request(call, db)
            let reading = ValueReading(
                request: request, typed: TypedRecord(form, request.definition), files: [:], db: db)
            let draft = try TypedDraft(reading, changing: nil).draft
            return DuplicateWarning(request: request, likely: try likely(draft, request, db))
        }
        // Whoever tries names out leaves a trace.
        if !warning.likely.isEmpty { try await note(.duplicates, of: warning.request.definition, call) }
        var html = MarkupWriter(.html)
        warning.write(to: &html)
        return .html(html)
    }

    /// Says that two records are one person, or two.
    private func link(_ form: Form, _ call: Call) async throws -> Answer {
        let id = RecordID(rawValue: try call.number())
        guard let other = form["khac"].flatMap({ Int($0) }).map({ RecordID(rawValue: $0) }) else {
            throw WebFailure.malformed
        }
        let areSame = form["la"] == "mot"
        let path = try await desk.store.write { db in
            let request = try self.request(call, db)
            try RecordLinks.say(
                id, other, areSame: areSame, of: request.book, within: call.scope(.record), by: call.act, db)
            return request.path
        }
        return .redirect(
            form.has("tu-ban-ghi") ? "\(path)/\(id.rawValue)" : "\(path)/trung",
            Notice(areSame ? "duplicates.linked" : "duplicates.unlinked"))
    }

    /// Asks the units that have the same person to work together. What they have is not told, nor who they are.
    private func coordinate(_ call: Call) async throws -> Answer {
        let path = try await desk.store.write { db in
            let request = try self.request(call, db)
            let id = RecordID(rawValue: try call.number())
            guard let record = try request.book.record(id, within: call.scope(.record), db),
                let register = self.traits(request), let traits = try register.traits(of: id, db)
            else { throw WebFailure.notFound }
            let others = try self.people.likely(traits, besides: id, in: register, db).filter {
                !request.readable.contains($0.unit)
            }
            try RecordCoordination.ask(
                about: record, others, request.definition, in: call.words.language, by: call.act, db)
            return RegisterPaths.record(request.definition.key, id)
        }
        return .redirect(path, Notice("duplicates.asked"))
    }
}
