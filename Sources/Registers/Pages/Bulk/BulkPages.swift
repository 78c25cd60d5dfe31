import HTTPTypes
import Office
import Storage
import Web
import Wording

extension RegisterPaths {
    /// Where many records are changed in one go.
    static func bulk(_ register: Key) -> String { "\(list(register))/sua-nhieu" }
}

extension RegisterPages {
    func addBulk(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}"
        let access = DeskRoutes.Access.may([.record, .decide])
        routes.get(
            "\(path)/sua-nhieu", access,
            reading: { [self] call, db in
                let request = try self.request(call, db)
                let question = BulkQuestion(call.address, request.definition, on: call.day)
                return (request.definition, desk.page(try BulkPage(question, request, db).page, call))
            },
            page: { [self] shown, call in
                try await note(.list, of: shown.0, call)
                return shown.1
            })
        routes.post("\(path)/sua-nhieu", access) { [self] form, call in try await changeMany(form, call) }
        routes.post("\(path)/dot/{batch}/hoan-tac", access) { [self] _, call in try await undoMany(call) }
    }

    /// Does what the preview said, if that is still what would be done; else shows it anew.
    private func changeMany(_ form: Form, _ call: Call) async throws -> Answer {
        let items = (try? URLEncoding.fields(of: Array(form.verbatim("cau-hoi").utf8))) ?? []
        do {
            let (path, batch, count) = try await desk.store.write { db in
                let request = try self.request(call, db)
                let question = BulkQuestion(
                    PageAddress("", items.map { ($0.name, $0.value) }), request.definition, on: call.day)
                var page = try BulkPage(question, request, db)
                guard let what = question.what, page.preview.problems.isEmpty else { throw RejectedBulk(page: page) }
                guard page.preview.digest == form["xem-truoc"] else {
                    page.refusal = Message("bulk.changed-since")
                    throw RejectedBulk(page: page)
                }
                let batch = try page.preview.apply(what, request, db)
                return (request.path, batch, page.preview.changed)
            }
            return .redirect(
                path,
                Notice(
                    "bulk.done", ["count": call.words.number(count)], undo: "\(path)/dot/\(batch.rawValue)/hoan-tac"))
        } catch let rejected as RejectedBulk {
            return desk.page(rejected.page.page, call, status: .unprocessableContent)
        }
    }

    private func undoMany(_ call: Call) async throws -> Answer {
        let (path, counts) = try await desk.store.write { db in
            let request = try self.request(call, db)
            let batch = BatchID(rawValue: try call.number("batch"))
            let entry = try request.book.batch(batch, db)?.entry
            // Whoever did it takes it back; a file's is taken back on its own page.
            guard let entry, let line = try Journal.entries(numbered: [entry], db).first,
                line.action == "batch.edit", line.actor.position == call.act.actor.position
            else { throw WebFailure.notFound }
            let scope = call.may(.record) ? call.scope(.record) : call.scope(.decide)
            return (request.path, try request.book.undo(batch, within: scope, by: call.act, db))
        }
        return .redirect(
            path,
            Notice(
                counts.left == 0 ? "batch.undone" : "batch.undone-partly",
                ["count": call.words.number(counts.undone), "left": call.words.number(counts.left)]))
    }
}

/// A change of many records that is not made: thrown, so that nothing of it is done.
private struct RejectedBulk: Error {
    let page: BulkPage
}
