import Foundation
import HTTPTypes
import Markup
import Office
import Storage
import Web
import Wording
import WorkCalendar

extension RegisterPages {
    func addRecord(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}/{id}"
        get(&routes, path, .readRecords) { [self] request, db in try recordPage(request, db).page }
        routes.get("\(path)/tep/{file}", .may(.readRecords)) { [self] call in
            do { return try await file(call) } catch let closed as ClosedRecord { return .redirect(closed.path) }
        }
        routes.post("\(path)/chuyen/{move}", .may(.decide), .files(10, of: 50)) { [self] form, call in
            try await move(form, call)
        }
        routes.post("\(path)/hoan-tac", .may(.record)) { [self] form, call in
            try await act(form, call, Notice("register.undone")) { request, id, version, db in
                try request.book.undo(id, version: version, within: call.scope(.record), by: call.act, db)
            }
        }
        routes.post("\(path)/xoa", .may(.record)) { [self] form, call in
            try await act(form, call, Notice("register.was-removed")) { request, id, version, db in
                try request.book.remove(
                    id, reason: form["ly-do"], version: version, within: call.scope(.record), by: call.act, db)
            }
        }
        routes.post("\(path)/khoi-phuc", .may(.record)) { [self] form, call in
            try await act(form, call, Notice("register.was-restored")) { request, id, version, db in
                try request.book.restore(id, version: version, within: call.scope(.record), by: call.act, db)
            }
        }
        routes.get("\(RegisterPaths.index)/ban-ghi/{id}", .may(.readRecords)) { [self] call in
            .redirect(try await desk.store.read { try RegisterPages.path(of: call.number(), $0) })
        }
        routes.post("\(path)/rieng-tu", .may(.readPrivate)) { [self] form, call in try await reveal(form, call) }
    }

    /// Where a record is found by its number alone; it leads to its page.
    package static func address(of record: Int) -> String { "\(RegisterPaths.index)/ban-ghi/\(record)" }

    private static func path(of record: Int, _ db: Transaction) throws -> String {
        let register: String? = try db.value("SELECT register FROM records WHERE id = \(record)")
        guard let register = register.flatMap({ Key($0) }) else { throw WebFailure.notFound }
        return RegisterPaths.record(register, RecordID(rawValue: record))
    }

    /// What the page of a record shows.
    private func recordPage(_ request: RegisterRequest, _ db: Transaction) throws -> RecordPage {
        let record = try request.record(db)
        var known = request
        try known.writing.learn(record, request.definition, request.definitions, db)
        var search = Journal.Search()
        (search.kind, search.subject) = (Journal.Subject.record(record.id).kind, record.id.rawValue)
        let files = try fileNames(of: record, request.definition, db)
        let isPrivateOpen = request.call.scope(.readPrivate).contains(record.unit)
        var page = RecordPage(
            request: known, record: record, entries: try Journal.entries(search, Portion(offset: 0, limit: 200), db),
            looks: isPrivateOpen ? try RecordBook.looks(of: record.id, db) : [], files: files,
            panels: try known.panels(of: record, db))
        page.openedFor = try request.purpose(of: record.id, db)
        page.erasure = try Erasure.of(record.id, db)?.erasure
        page.consents = try ConsentPanel(record, known, db)
        page.purposes = try known.book.purposes(of: record.id, on: known.call.day, db)
        if !record.isRemoved { page.samePerson = try SamePersonPanel(record, known, people, db) }
        return page
    }

    // MARK: What can be done with it

    /// Does something with the version of a record that was seen. What cannot be done shows the page again, and why.
    func act(
        _ form: Form, _ call: Call, _ notice: Notice, needsVersion: Bool = true,
        _ body: @escaping @Sendable (RegisterRequest, RecordID, Int, Transaction) throws -> Void
    ) async throws -> Answer {
        let id = RecordID(rawValue: try call.number())
        let path = try await desk.store.read { try RegisterPaths.record(request(call, $0).definition.key, id) }
        do {
            try await desk.store.write { db in
                let request = try self.request(call, db)
                let record = try request.record(db)
                guard call.scope(.record).contains(record.unit) else { throw WebFailure.forbidden }
                let version = form["phien-ban"].flatMap { Int($0) } ?? (needsVersion ? nil : record.version)
                guard let version else { throw WebFailure.malformed }
                try body(request, id, version, db)
            }
            return .redirect(path, notice)
        } catch let refusal as Refusal {
            return try await shown(call) { $0.refusal = refusal.message }
        } catch let wrong as RecordProblems {
            return try await shown(call) { $0.problems = wrong.problems }
        } catch let rejected as RejectedPart {
            return try await shown(call) { $0.enteredPart = rejected.part }
        }
    }

    /// The page of the record again, with what could not be done.
    func shown(
        _ call: Call, _ change: @Sendable (inout RecordPage) -> Void
    ) async throws -> Answer {
        var page = try await desk.store.read { db in try self.recordPage(self.request(call, db), db) }
        change(&page)
        return desk.page(page.page, call, status: .unprocessableContent)
    }

    /// Moves a record to another state; what the step asks for is filled in on the way.
    private func move(_ form: Form, _ call: Call) async throws -> Answer {
        let arrivals = try await received(form)
        do {
            let path = try await desk.store.write { db -> String in
                let request = try self.request(call, db)
                let record = try request.record(db)
                guard call.scope(.decide).contains(record.unit) else { throw WebFailure.forbidden }
                guard let move = request.definition.moves.first(where: { $0.key.text == call.text("move") }) else {
                    throw WebFailure.notFound
                }
                guard var version = form["phien-ban"].flatMap({ Int($0) }) else { throw WebFailure.malformed }
                let typed = TypedRecord(form, request.definition)
                let asks = request.asked(by: move, of: record)
                if !asks.isEmpty, call.scope(.record).contains(record.unit) {
                    let reading = ValueReading(
                        request: request, typed: typed, files: try self.keep(arrivals, by: call.act, db), db: db)
                    let draft = try TypedDraft(reading, changing: record, only: Set(asks.map(\.key)))
                    let entered = EnteredMove(move: move.key, typed: typed, note: form["ghi-chu"], day: form["ngay"])
                    guard draft.problems.isEmpty else { throw RejectedMove(entered: entered, problems: draft.problems) }
                    do {
                        version = try request.book.change(
                            record.id, draft.draft, version: version, within: call.scope(.record), by: call.act, db)
                    } catch let wrong as RecordProblems {
                        throw RejectedMove(entered: entered, problems: draft.problems(wrong))
                    }
                }
                let entered = EnteredMove(move: move.key, typed: typed, note: form["ghi-chu"], day: form["ngay"])
                let day = try form["ngay"].map { text in
                    guard let day = Day(typed: text) else {
                        throw RejectedMove(
                            entered: entered, problems: ["ngay": Message("register.no-day", ["text": text])])
                    }
                    return day
                }
                do {
                    try request.book.move(
                        record.id, move.key, as: call.seat.position.role, on: day, note: form["ghi-chu"],
                        version: version, within: call.scope(.decide), by: call.act, db)
                } catch let wrong as RecordProblems {
                    throw RejectedMove(
                        entered: entered,
                        problems: wrong.problems.reduce(into: [:]) { $0[TypedRecord.name($1.field)] = $1.message })
                }
                return RegisterPaths.record(request.definition.key, record.id)
            }
            return .redirect(path, Notice("register.moved"))
        } catch let rejected as RejectedMove {
            return try await shown(call) {
                $0.entered = rejected.entered
                $0.moveProblems = rejected.problems
            }
        } catch let refusal as Refusal {
            return try await shown(call) { $0.refusal = refusal.message }
        }
    }

    // MARK: What is private, and files

    /// What is private of a record, for a purpose; that it was seen is written down in the same transaction.
    private func reveal(_ form: Form, _ call: Call) async throws -> Answer {
        let purpose = form["muc-dich"] ?? ""
        do {
            let page = try await desk.store.write { db in
                let request = try self.request(call, db)
                var page = try self.recordPage(request, db)
                let (id, scope) = (page.record.id, call.scope(.readPrivate))
                guard scope.contains(page.record.unit) else { throw WebFailure.forbidden }
                let definition = request.definition
                let fields = definition.fields.filter(\.isPrivate).map(\.key)
                page.revealed = Revealed(
                    purpose: purpose,
                    values: try request.book.reveal(id, fields, for: purpose, within: scope, by: call.act, db),
                    lines: try definition.lines.filter { $0.fields.contains(where: \.isPrivate) }.reduce(into: [:]) {
                        $0[$1.key] = try request.book.revealLines(
                            id, $1.key, for: purpose, within: scope, by: call.act, db)
                    })
                page.looks = try RecordBook.looks(of: id, db)
                return page
            }
            return desk.page(page.page, call)
        } catch let refusal as Refusal {
            return try await shown(call) { $0.refusal = refusal.message }
        }
    }

    private func fileNames(
        of record: Record, _ definition: Definition, _ db: Transaction
    ) throws -> [Int: String] {
        let contents = [record.content] + record.lines.values.flatMap { $0.map(\.content) }
        let ids = contents.flatMap(\.values).flatMap { value in
            if case .files(let files) = value.value { files } else { [Int]() }
        }
        guard !ids.isEmpty else { return [:] }
        var names: [Int: String] = [:]
        try db.each("SELECT file, MIN(name) FROM kept_file_names WHERE file IN (\(list: ids)) GROUP BY file") {
            names[try $0.next()] = try $0.next(String.self)
        }
        return names
    }

    /// A file of a record, to be saved.
    private func file(_ call: Call) async throws -> Answer {
        let number = try call.number("file")
        let (name, copy) = try await desk.store.read { [files] db in
            let request = try self.request(call, db)
            let names = try self.fileNames(of: try request.record(db), request.definition, db)
            let hash: String? = try db.value("SELECT sha256 FROM kept_files WHERE id = \(number)")
            guard let name = names[number], let hash, let file = try KeptFiles.find(hash, db) else {
                throw WebFailure.notFound
            }
            return (name, try files.copy(of: file, db))
        }
        try await noteFile(number, call)
        return .download(copy.body, name: name, type: "application/octet-stream")
    }
}

extension RegisterRequest {
    /// The fields that a step asks for and that are not filled.
    func asked(by move: Move, of record: Record) -> [FieldDefinition] {
        move.requires.compactMap { definition[$0] }.filter {
            record.content.values[$0.key] == nil && !record.content.sealed.contains($0.key)
        }
    }

    /// The lines that a step asks for and that are not there.
    func askedLines(by move: Move, of record: Record) -> [Lines] {
        move.requires.compactMap { definition.lines($0) }.filter { (record.lines[$0.key] ?? []).isEmpty }
    }
}

/// A step that was asked for, and what was entered for it.
struct EnteredMove: Sendable {
    let move: Key
    let typed: TypedRecord
    let note: String?
    let day: String?
}

/// A step that cannot be taken: thrown, so that nothing of it is kept.
private struct RejectedMove: Error {
    let entered: EnteredMove
    let problems: [String: Message]
}

extension FileKeeper {
    /// A kept file, copied out of the store piece by piece to be sent from the disk.
    /// - Throws: ``StorageError`` where its bytes are not those that were kept.
    fileprivate func copy(of file: KeptFile, _ db: Transaction) throws -> FileOnce {
        let folder = try ReceivingFolder()
        defer { folder.remove() }
        let path = folder.place(1)
        guard FileManager.default.createFile(atPath: path, contents: nil), let copy = FileHandle(forWritingAtPath: path)
        else { throw StorageError(.fault, "no room for a copy") }
        defer { try? copy.close() }
        try read(file, db) { try copy.write(contentsOf: $0) }
        return try FileOnce(taking: path)
    }
}
