import Foundation
import HTTPTypes
import Office
import Paper
import Storage
import Web
import Wording

extension RegisterPaths {
    /// Where files with records are brought.
    static func imports(_ register: Key) -> String { "\(list(register))/nhap" }
}

extension RegisterPages {
    func addImports(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}/nhap"
        get(&routes, path, .record) { request, db in try Self.startPage(request, nil, db).page }
        routes.post(path, .may(.record), .files(1, of: Imports.megabytes)) { [self] form, call in
            try await bring(form, call)
        }
        get(&routes, "\(path)/{import}", .record, as: .list) { request, db in try Self.page(of: request, db) }
        routes.post("\(path)/{import}", .may(.record)) { [self] form, call in try await take(form, call) }
        routes.post("\(path)/{import}/hoan-tac", .may(.record)) { [self] _, call in try await undoImport(call) }
        routes.get("\(path)/{import}/tep", .may(.readPrivate)) { [self] call in try await original(call) }
    }

    private static func startPage(
        _ request: RegisterRequest, _ refusal: Message?, _ db: Transaction
    ) throws -> ImportStartPage {
        let imports = Imports(book: request.book)
        let latest = try imports.latest(within: request.call.scope(.record), db).map { file in
            (file, try file.batch.flatMap { try request.book.batch($0, db) })
        }
        return ImportStartPage(request: request, latest: latest, refusal: refusal)
    }

    // MARK: Bringing a file

    private func bring(_ form: Form, _ call: Call) async throws -> Answer {
        do {
            guard let file = form.files.first(where: { $0.size > 0 }) else { throw Refusal("import.no-file") }
            let grids: [Grid]
            switch await tables.read(file.path) {
            case .read(let read): grids = read
            case .unreadable(let reason): throw Refusal(reason.key, reason.values)
            }
            let rows = grids.map(\.rows.count).max() ?? 0
            guard rows > 0 else { throw Refusal("import.no-table") }
            guard rows <= Imports.mostRows + 50 else {
                throw Refusal("import.many-rows", ["rows": "\(rows)", "most": "\(Imports.mostRows)"])
            }
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: file.path)))
            let (key, id) = try await desk.store.write { db in
                let request = try self.request(call, db)
                let id = try Imports(book: request.book).keep(bytes, name: file.name, grids, by: call.act, db)
                return (request.definition.key, id)
            }
            return .redirect("\(RegisterPaths.imports(key))/\(id)")
        } catch let refusal as Refusal {
            let page = try await desk.store.read { db in
                try Self.startPage(self.request(call, db), refusal.message, db)
            }
            return desk.page(page.page, call, status: .unprocessableContent)
        }
    }

    // MARK: Looking at it

    /// A file that the address names, where who asks may see it: one that was not taken in, its bringer alone.
    private static func file(_ request: RegisterRequest, _ db: Transaction) throws -> RecordImport {
        let call = request.call
        guard let file = try Imports(book: request.book).one(try call.number("import"), db),
            file.batch == nil
                ? file.account == call.seat.account.id : call.scope(.record).contains(file.unit)
        else { throw WebFailure.notFound }
        return file
    }

    private static func page(of request: RegisterRequest, _ db: Transaction) throws -> Page {
        let file = try file(request, db)
        if let batch = try file.batch.flatMap({ try request.book.batch($0, db) }) {
            return ImportDonePage(request: request, file: file, batch: batch).page
        }
        return try preview(file, request, ImportQuestion(request.call.address), db).page
    }

    /// What taking the file in would do, as it is asked.
    private static func preview(
        _ file: RecordImport, _ request: RegisterRequest, _ question: ImportQuestion, _ db: Transaction
    ) throws -> ImportPreviewPage {
        let grids = try Imports(book: request.book).grids(of: file.id, db)
        let unit = question.unit(request)
        guard let table = question.table(of: grids, request), let unit else {
            return ImportPreviewPage(
                request: request, file: file, question: question, grids: grids, preview: nil, unit: unit)
        }
        var examination = ImportExamination(
            table, unit: unit, isUnitAsked: question.isUnitAsked(request), request, db)
        let preview = try examination.preview()
        return ImportPreviewPage(
            request: examination.request, file: file, question: question, grids: grids, preview: preview, unit: unit)
    }

    // MARK: Taking it in

    /// Does what the preview said, if that is still what would be done; else shows it anew.
    private func take(_ form: Form, _ call: Call) async throws -> Answer {
        let items = (try? URLEncoding.fields(of: Array(form.verbatim("cau-hoi").utf8))) ?? []
        let question = ImportQuestion(PageAddress("", items.map { ($0.name, $0.value) }))
        let isPartly = form.has("chi-dong-dung")
        do {
            let (path, batch) = try await desk.store.write { db in
                let request = try self.request(call, db)
                let file = try Self.file(request, db)
                var shown = try Self.preview(file, request, question, db)
                guard let preview = shown.preview else { throw RejectedImport(page: shown) }
                if file.batch == nil, preview.digest != form["xem-truoc"] {
                    shown.refusal = Message("import.changed-since")
                    throw RejectedImport(page: shown)
                }
                guard preview.bad.isEmpty || isPartly else {
                    shown.refusal = Message("import.some-bad")
                    throw RejectedImport(page: shown)
                }
                let batch = try Imports(book: request.book).take(
                    preview, of: file, as: call.seat.position.role, within: call.scope(.record), by: call.act, db)
                return ("\(RegisterPaths.imports(request.definition.key))/\(file.id)", batch)
            }
            _ = batch
            return .redirect(path, Notice("import.taken", undo: "\(path)/hoan-tac"))
        } catch let rejected as RejectedImport {
            return desk.page(rejected.page.page, call, status: .unprocessableContent)
        }
    }

    private func undoImport(_ call: Call) async throws -> Answer {
        let (path, counts) = try await desk.store.write { db in
            let request = try self.request(call, db)
            let file = try Self.file(request, db)
            guard let batch = file.batch else { throw WebFailure.notFound }
            let counts = try request.book.undo(batch, within: call.scope(.record), by: call.act, db)
            return ("\(RegisterPaths.imports(request.definition.key))/\(file.id)", counts)
        }
        return .redirect(
            path,
            Notice(
                counts.left == 0 ? "batch.undone" : "batch.undone-partly",
                ["count": call.words.number(counts.undone), "left": call.words.number(counts.left)]))
    }

    /// The file as it came; that it was taken is written down, for there may be private fields in it.
    private func original(_ call: Call) async throws -> Answer {
        let (name, bytes) = try await desk.store.write { db in
            let request = try self.request(call, db)
            let file = try Self.file(request, db)
            guard call.scope(.readPrivate).contains(file.unit) else { throw WebFailure.forbidden }
            try Journal.record("import.look", of: .import(file.id), after: ["file": file.name], by: call.act, db)
            let bytes = try Imports(book: request.book).file(of: file.id, db)
            if bytes.isEmpty { throw Refusal("import.file-erased") }
            return (file.name, bytes)
        }
        let folder = try ReceivingFolder()
        defer { folder.remove() }
        try Data(bytes).write(to: URL(filePath: folder.place(1)))
        return .download(
            try FileOnce(taking: folder.place(1)).body, name: name, type: "application/octet-stream")
    }
}

extension Journal.Subject {
    /// A file with records.
    static func `import`(_ id: Int) -> Self { Self("import", id) }
}

/// A preview that cannot be taken in: thrown, so that nothing of it is done.
private struct RejectedImport: Error {
    let page: ImportPreviewPage
}
